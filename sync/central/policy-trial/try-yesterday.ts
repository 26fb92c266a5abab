import type { PolicyTrial } from '#central-api';
import { addDays, type BusinessDay, type MaskKind, type RuleSet } from '#rules';
import { type HolderSlot, holderSlots, type Reading } from '../database/database.ts';
import { type HolderRange, rangesOf } from '../database/holder-ranges.ts';

/**
 * What yesterday's sales would have been by other numbers and intervals. Read in small pieces, because the country has
 * millions of purchases and tills are waiting meanwhile.
 */
export async function tryYesterday(
  reading: Reading,
  day: BusinessDay,
  now: RuleSet,
  then: RuleSet,
  breathe: () => Promise<void>,
): Promise<PolicyTrial['yesterday']> {
  const tally = { sales: 0, unchanged: 0, tooEarly: 0, fewer: { ...none }, more: { ...none } };
  for (let slot = 0; slot < holderSlots; slot++) {
    for (const range of rangesOf(slot)) {
      for (const sale of await salesOf(reading, slot, range, day)) count(tally, sale, day, now, then);
      await breathe();
    }
  }
  return { day, ...tally };
}

const none = { sales: 0, pieces: 0 };

interface Sale {
  readonly kind: MaskKind;
  readonly pieces: number;
  /** Day and kind of the holder's purchase before. */
  readonly before: string | null;
}

const salesOf = (reading: Reading, slot: HolderSlot, { from, to }: HolderRange, day: BusinessDay) =>
  reading.all<Sale>(
    `SELECT mask_kind AS kind, pieces, (SELECT earlier.day || ' ' || earlier.mask_kind FROM purchases AS earlier
       WHERE earlier.holder_slot = purchases.holder_slot AND earlier.holder_key = purchases.holder_key
         AND earlier.voided = 0 AND earlier.at < purchases.at ORDER BY earlier.at DESC LIMIT 1) AS before
     FROM purchases WHERE holder_slot = ? AND holder_key >= ? AND holder_key < ? AND day = ? AND voided = 0`,
    [slot, from, to, day],
  );

type Tally = { -readonly [K in keyof Omit<PolicyTrial['yesterday'], 'day'>]: PolicyTrial['yesterday'][K] };

function count(tally: Tally, { kind, pieces, before }: Sale, day: BusinessDay, now: RuleSet, then: RuleSet) {
  const [most, mostThen] = [now.allowance[kind].pieces, then.allowance[kind].pieces];
  tally.sales++;
  if (before !== null && isTooEarly(before, day, then)) tally.tooEarly++;
  else if (pieces > mostThen) tally.fewer = add(tally.fewer, pieces - mostThen);
  // Who took all that was allowed would take all that will be.
  else if (pieces >= most && mostThen > most) tally.more = add(tally.more, mostThen - most);
  else tally.unchanged++;
}

function isTooEarly(before: string, day: BusinessDay, then: RuleSet): boolean {
  const [boughtOn, kind] = before.split(' ') as [BusinessDay, MaskKind];
  return day < addDays(boughtOn, then.allowance[kind].days);
}

const add = (to: { readonly sales: number; readonly pieces: number }, pieces: number) => ({
  sales: to.sales + 1,
  pieces: to.pieces + pieces,
});
