import type { TillId, TillName } from '#protocol';
import type { BusinessDay, HolderKey, Instant, MaskKind } from '#rules';
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

/** What a till's batch said of itself, as its holders are told. */
export function waitingSales(text: string, { outlet, tillId }: TillName): SlotSales {
  const [purchases, voids] = JSON.parse(text) as [PurchaseRow[], VoidRow[]];
  return {
    purchases: purchases.map(([seq, at, day, holderKey, kind, pieces, intervalDays]) => ({
      ...{ id: { outlet, tillId, seq }, at, day, holderKey, kind, pieces, intervalDays },
    })),
    voids: voids.map(([seller, seq, holderKey]) => ({ outlet, tillId: seller, seq, holderKey })),
  };
}
