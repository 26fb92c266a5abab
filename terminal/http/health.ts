import { businessDayOf, effectiveAt, ruleSetAt } from '#rules';
import type { Till } from '#services';
import { backupView, centralView, clockView, diskView, printerView, readerView } from './part-views.ts';

/** What `GET /health` says: the state of every part, nothing of any person. */
export function health(till: Till) {
  const now = till.time.now();
  const ruleSet = ruleSetAt(till.policy, now);
  const { link, paper, cover, waiting, doubtful } = printerView(till);
  const { link: central, unsent, oldestUnsentAt } = centralView();
  return {
    /** `set-up` while the first start waits for the outlet and the first manager. */
    phase: 'open',
    mode: till.purpose,
    outlet: till.outletCode,
    reader: readerView(till),
    printer: { link, paper, cover, waiting },
    doubtfulSlips: doubtful.length,
    central: { link: central },
    unsent,
    oldestUnsentAt,
    journal: till.store.journal.head().seq,
    policy: {
      pack: till.policy.id,
      ruleSet: ruleSet?.id ?? null,
      since: ruleSet && businessDayOf(effectiveAt(ruleSet)),
    },
    clock: clockView(till),
    stock: till.store.stock.on(businessDayOf(now)),
    sellingState: till.shop.sellingState().state,
    disk: diskView(till),
    backup: backupView(till),
  };
}
