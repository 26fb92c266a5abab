import { type Actor, businessDayOf, mayDo, type VoidReason } from '#rules';
import type { Receipt, Store } from '#store';
import { createSignal, type Signal } from './signal.ts';
import type { TimeKeeper } from './time-keeper.ts';

export type VoidAnswer = 'done' | 'unknown' | 'voided-already' | 'not-your-right';

/** Takes sales back: the stock and the quota return, and a slip says so. */
export interface Voiding {
  /** Today's sale by the person who made it, or any by a manager. @throws a storage error */
  voidSale(order: VoidOrder, actor: Actor): VoidAnswer;
  mayVoid(receipt: Receipt, actor: Actor): boolean;
  readonly changed: Signal;
}

export interface VoidOrder {
  readonly commandId: string;
  readonly receiptNumber: string;
  readonly reason: VoidReason;
  readonly note: string;
}

export interface VoidingDeps {
  readonly store: Store;
  readonly time: TimeKeeper;
  readonly slips: 'printed' | 'none';
  readonly onVoided: () => void;
}

export function createVoiding({ store, time, slips, onVoided }: VoidingDeps): Voiding {
  const changed = createSignal();

  function allowed(receipt: Receipt, actor: Actor): boolean {
    if (mayDo(actor.role, 'void-any-sale')) return true;
    return receipt.by === actor.operatorId && receipt.day === businessDayOf(time.now()) && !receipt.formLine;
  }

  function voidOnce({ commandId, receiptNumber, reason, note }: VoidOrder, actor: Actor): VoidAnswer {
    if (store.commandsDone.has(commandId)) return 'done';
    const receipt = store.sales.byReceipt(receiptNumber);
    if (!receipt) return 'unknown';
    if (receipt.voided) return 'voided-already';
    if (!allowed(receipt, actor)) return 'not-your-right';
    const at = time.now();
    const day = businessDayOf(at);
    const lines = [...store.sales.voidLines(receiptNumber)];
    store.record(
      { kind: 'sale-voided', commandId, receiptNumber, day, reason, note, lines, by: actor.operatorId },
      at,
    );
    if (slips === 'printed') store.printJobs.add({ slip: 'void', reference: receiptNumber }, 0);
    return 'done';
  }

  return {
    changed,
    voidSale(order, actor) {
      const answer = store.transact(() => voidOnce(order, actor));
      changed.raise();
      onVoided();
      return answer;
    },
    mayVoid: (receipt, actor) => receipt.voided === null && allowed(receipt, actor),
  };
}
