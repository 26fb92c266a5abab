import type { TillId, TillName } from '#protocol';
import type { BusinessDay, HolderKey, Instant, MaskKind } from '#rules';
import { type HolderSlot, slotOf } from '../database/database.ts';
import type { SoldToHolder } from './effects.ts';
import type { SlotSales } from './settle-slot.ts';

/** A purchase that is taken back: whose entry it was, and its holder. */
export interface TakenBack {
  readonly tillId: TillId;
  readonly seq: number;
  readonly holderKey: HolderKey;
}

/** What of a batch waits to stand with its holders. */
export interface WaitingSales {
  readonly purchases: readonly SoldToHolder[];
  readonly voids: readonly TakenBack[];
}

/** A batch that waits: as text, since its objects would be copied by each collection of garbage until it is settled. */
export interface SoldBatch extends TillName {
  readonly lastSeq: number;
  /** As it stands in the table, for `readWaitingText`. */
  readonly sales: string;
  /** How many of each are in it. */
  readonly purchases: number;
  readonly voids: number;
}

type PurchaseRow = [number, Instant, BusinessDay, HolderKey, MaskKind, number, number];
type VoidRow = [TillId, number, HolderKey];

/** @returns `null` where nothing waits */
export function soldBatch(till: TillName, lastSeq: number, sold: WaitingSales): SoldBatch | null {
  const { outlet, tillId } = till;
  const [purchases, voids] = [sold.purchases.length, sold.voids.length];
  if (purchases + voids === 0) return null;
  return { outlet, tillId, lastSeq, sales: waitingText(sold), purchases, voids };
}

/** Written and read by this file alone, so short comes before plain. */
const waitingText = ({ purchases, voids }: WaitingSales): string =>
  JSON.stringify([purchases.map(purchaseRow), voids.map(voidRow)]);

export function readWaitingText(text: string): WaitingSales {
  const [purchases, voids] = JSON.parse(text) as [PurchaseRow[], VoidRow[]];
  return { purchases: purchases.map(purchaseOf), voids: voids.map(voidOf) };
}

const voidRow = ({ tillId, seq, holderKey }: TakenBack): VoidRow => [tillId, seq, holderKey];
const voidOf = ([tillId, seq, holderKey]: VoidRow): TakenBack => ({ tillId, seq, holderKey });

function purchaseRow({ seq, at, day, holderKey, kind, pieces, intervalDays }: SoldToHolder): PurchaseRow {
  return [seq, at, day, holderKey, kind, pieces, intervalDays];
}

function purchaseOf([seq, at, day, holderKey, kind, pieces, intervalDays]: PurchaseRow): SoldToHolder {
  return { seq, at, day, holderKey, kind, pieces, intervalDays };
}

/** What tills' batches sold, as their holders are told: slot by slot. */
export function salesBySlot(batches: readonly (TillName & WaitingSales)[]): Map<HolderSlot, SlotSales> {
  const slots = new Map<HolderSlot, SlotSales>();
  const of = (key: HolderKey): SlotSales => {
    const slot = slotOf(key);
    const known = slots.get(slot);
    if (known) return known;
    const made = { purchases: [], voids: [] };
    slots.set(slot, made);
    return made;
  };
  for (const { outlet, tillId, purchases, voids } of batches) {
    for (const { seq, at, day, holderKey, kind, pieces, intervalDays } of purchases) {
      const id = { outlet, tillId, seq };
      of(holderKey).purchases.push({ id, at, day, holderKey, kind, pieces, intervalDays, state: 'stands' });
    }
    for (const { tillId: seller, seq, holderKey } of voids)
      of(holderKey).voids.push({ outlet, tillId: seller, seq, holderKey });
  }
  return slots;
}
