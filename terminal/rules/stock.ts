import { z } from 'zod';
import { type MaskKind, maskKinds, type PiecesByKind } from './mask-kind.ts';
import type { BusinessDay } from './taipei-time.ts';

/** Pieces of one kind, by where they stand. Every figure is zero or more, and `promised` is a part of `onHand`. */
export interface Buckets {
  /** May be sold today, those promised by ticket included. */
  readonly onHand: number;
  /** Promised to people who hold a ticket. */
  readonly promised: number;
  readonly defective: number;
  /** Delivered, and on sale on a later day. */
  readonly notYetOnSale: number;
}

export type StockByKind = Readonly<Record<MaskKind, Buckets>>;

/** What may be sold to a person without a ticket. */
export const available = (stock: StockByKind): PiecesByKind => ({
  adult: stock.adult.onHand - stock.adult.promised,
  child: stock.child.onHand - stock.child.promised,
});

/** Goods that go on sale on a later day. */
export interface Lot {
  readonly kind: MaskKind;
  readonly onSaleFrom: BusinessDay;
  readonly pieces: number;
}

/** The first day on which more of a kind goes on sale, or `null` if none is known. */
export type NextGoods = Readonly<Record<MaskKind, BusinessDay | null>>;

export function nextGoods(lots: readonly Lot[]): NextGoods {
  const next: Record<MaskKind, BusinessDay | null> = { adult: null, child: null };
  for (const { kind, onSaleFrom } of lots) {
    const known = next[kind];
    if (known === null || onSaleFrom < known) next[kind] = onSaleFrom;
  }
  return next;
}

export const countReasonSchema = z.enum(['routine', 'miscounted-delivery', 'lost', 'found', 'other']);
export type CountReason = z.infer<typeof countReasonSchema>;

/** Where pieces can be taken from, and where they can go, other than by a sale. */
export const moveFromSchema = z.enum(['on-hand', 'defective']);
export type MoveFrom = z.infer<typeof moveFromSchema>;
export const moveToSchema = z.enum(['on-hand', 'defective', 'returned', 'transferred-out']);
export type MoveTo = z.infer<typeof moveToSchema>;

export const noPieces: PiecesByKind = { adult: 0, child: 0 };
export const isNone = (pieces: PiecesByKind): boolean => maskKinds.every((kind) => pieces[kind] === 0);
