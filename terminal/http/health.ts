import { businessDayOf } from '#rules';
import type { Till } from '#services';
import { policyNowView } from './central-views.ts';
import { backupView, clockView, diskView, printerView, readerView } from './part-views.ts';

/** What `GET /health` says: the state of every part, nothing of any person. */
export function health(till: Till) {
  const now = till.time.now();
  const { link, paper, cover, waiting, doubtful } = printerView(till);
  const { mode, phase, why, unsent, oldestUnsentAt, equal, heardAt, refusedPolicy } = till.centre.status();
  return {
    /** `set-up` while the first start waits for the outlet and the first manager. */
    phase: 'open',
    mode: till.purpose,
    outlet: till.outletCode,
    reader: readerView(till),
    printer: { link, paper, cover, waiting },
    doubtfulSlips: doubtful.length,
    central: {
      ...{ mode, phase, why, unsent, equal, heardAt, refusedPolicy },
      oldestUnsentSeconds: oldestUnsentAt && Math.max(0, Math.floor((now - oldestUnsentAt) / 1000)),
    },
    journal: till.store.journal.head().seq,
    policy: policyNowView(till),
    clock: clockView(till),
    stock: till.store.stock.on(businessDayOf(now)),
    sellingState: till.shop.sellingState().state,
    disk: diskView(till),
    backup: backupView(till),
  };
}
