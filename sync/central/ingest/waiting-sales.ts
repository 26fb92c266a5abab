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

/** The same, and which batch it is. */
export interface SoldBatch extends TillName, WaitingSales {
  readonly lastSeq: number;
}

type PurchaseRow = [number, Instant, BusinessDay, HolderKey, MaskKind, number, number];
type VoidRow = [TillId, number, HolderKey];

/** Written and read once, by this file alone, so short comes before plain. @returns `null` where nothing waits */
export function waitingText({ purchases, voids }: WaitingSales): string | null {
  if (purchases.length === 0 && voids.length === 0) return null;
  return JSON.stringify([
    purchases.map(
      ({ seq, at, day, holderKey, kind, pieces, intervalDays }): PurchaseRow => [
        ...([seq, at, day, holderKey, kind, pieces, intervalDays] satisfies PurchaseRow),
      ],
    ),
    voids.map(({ tillId, seq, holderKey }): VoidRow => [tillId, seq, holderKey]),
  ]);
}

export function readWaitingText(text: string): WaitingSales {
  const [purchases, voids] = JSON.parse(text) as [PurchaseRow[], VoidRow[]];
  return {
    purchases: purchases.map(([seq, at, day, holderKey, kind, pieces, intervalDays]) => ({
      ...{ seq, at, day, holderKey, kind, pieces, intervalDays },
    })),
    voids: voids.map(([tillId, seq, holderKey]) => ({ tillId, seq, holderKey })),
  };
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
    for (const { seq, at, day, holderKey, kind, pieces, intervalDays } of purchases)
      of(holderKey).purchases.push({
        ...{ id: { outlet, tillId, seq }, at, day, holderKey, kind, pieces, intervalDays },
      });
    for (const { tillId: seller, seq, holderKey } of voids)
      of(holderKey).voids.push({ outlet, tillId: seller, seq, holderKey });
  }
  return slots;
}
