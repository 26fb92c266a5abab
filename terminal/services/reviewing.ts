import { type Actor, mayDo } from '#rules';
import type { OpenReviews, Store } from '#store';
import { createSignal, type Signal } from './signal.ts';
import type { TimeKeeper } from './time-keeper.ts';

/** What became of a signature. Anything but `done` changed nothing. */
export type ReviewAnswer = 'done' | 'not-your-right' | 'unknown';

export interface SignOff {
  readonly commandId: string;
  readonly receipts: readonly string[];
  readonly conflicts: readonly string[];
}

/** Sales that somebody should look at, and conflicts, until a manager signs them off. */
export interface Reviewing {
  /** Of all days. */
  open(): OpenReviews & { readonly conflicts: number };
  /** What was signed off or voided meanwhile stays as it is. @throws a storage error */
  signOff(order: SignOff, actor: Actor): ReviewAnswer;
  readonly changed: Signal;
}

export interface ReviewingDeps {
  readonly store: Store;
  readonly time: Pick<TimeKeeper, 'now'>;
}

export function createReviewing({ store, time }: ReviewingDeps): Reviewing {
  const changed = createSignal();
  const { reviews, centre } = store;

  function signOnce({ commandId, receipts, conflicts }: SignOff, { role, operatorId }: Actor): ReviewAnswer {
    if (store.commandsDone.has(commandId)) return 'done';
    if (!mayDo(role, 'review-sales')) return 'not-your-right';
    if (receipts.some((number) => store.sales.byReceipt(number) === null)) return 'unknown';
    const sales = receipts.flatMap((number) => reviews.openSales(number));
    const open = conflicts.filter((id) => centre.isOpenConflict(id));
    if (sales.length + open.length === 0) return 'done';
    store.record({ kind: 'reviewed', commandId, sales, conflicts: open, by: operatorId }, time.now());
    return 'done';
  }

  return {
    open: () => ({ ...reviews.open(), conflicts: centre.openConflicts() }),
    signOff(order, actor) {
      const answer = store.transact(() => signOnce(order, actor));
      if (answer === 'done') changed.raise();
      return answer;
    },
    changed,
  };
}
