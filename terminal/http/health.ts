import type { Till } from '#services';
import { counterSnapshot } from './snapshots.ts';

/** What `GET /health` says: the state of every part, nothing of any person. */
export function health(till: Till) {
  const { outlet, reader, printer, central, policy, clock, stock } = counterSnapshot(till, 0);
  return {
    outlet: outlet.code,
    reader,
    printer: { link: printer.link, paper: printer.paper, cover: printer.cover, waiting: printer.waiting },
    doubtfulSlips: printer.doubtful.length,
    central: { link: central.link },
    unsent: central.unsent,
    oldestUnsentAt: central.oldestUnsentAt,
    journal: till.store.journal.head().seq,
    policy,
    clock,
    stock,
  };
}
