import type { TillName } from '#protocol';
import { businessDayOf, type Clock } from '#rules';
import type { Closing, HolderSlot } from '../database/database.ts';
import { settleSlot } from './settle-slot.ts';
import { salesBySlot, type WaitingSales } from './waiting-sales.ts';

/**
 * Settles what is sold before it is acknowledged, all of a transaction together and in the order of the holders: one by
 * one, each purchase would write pages of its own.
 */
export interface SettlingAtOnce {
  readonly closing: Closing;
  /** To be settled with the transaction that is under way. */
  add(till: TillName, sold: WaitingSales): void;
}

export function createSettlingAtOnce({
  clock,
  onWords,
}: {
  readonly clock: Pick<Clock, 'now'>;
  /** Words of these slots wait to be carried over. */
  readonly onWords: (slots: readonly HolderSlot[]) => void;
}): SettlingAtOnce {
  let sold: (TillName & WaitingSales)[] = [];
  let words: HolderSlot[] = [];
  return {
    add: ({ outlet, tillId }, { purchases, voids }) => void sold.push({ outlet, tillId, purchases, voids }),
    closing: {
      begin() {
        [sold, words] = [[], []];
      },
      async close(statements) {
        const now = clock.now();
        for (const [slot, sales] of salesBySlot(sold)) {
          if ((await settleSlot(statements, slot, sales, now, businessDayOf(now))) > 0) words.push(slot);
        }
      },
      committed() {
        if (words.length > 0) onWords(words);
      },
    },
  };
}
