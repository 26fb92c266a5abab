import { z } from 'zod';
import {
  businessDaySchema,
  holderKeySchema,
  instantSchema,
  maskKindSchema,
  outletCodeSchema,
  piecesByKindSchema,
} from '#rules';
import { tillIdSchema } from './signing.ts';

/** Which entry of which till: the one name that a purchase has in the whole country. */
export const purchaseIdSchema = z.object({
  outlet: outletCodeSchema,
  tillId: tillIdSchema,
  seq: z.int().positive(),
});
export type PurchaseId = z.infer<typeof purchaseIdSchema>;

/** A purchase as far as a quota needs it. */
export const purchaseMadeSchema = z.object({
  id: purchaseIdSchema,
  holderKey: holderKeySchema,
  day: businessDaySchema,
  /** When it was made; of a paper form, what is written on it. */
  at: instantSchema,
  kind: maskKindSchema,
  pieces: z.int().positive(),
  intervalDays: z.int().positive(),
});
export type PurchaseMade = z.infer<typeof purchaseMadeSchema>;

/** One side of an over-quota pair as the other side may see it: no holder, no name. */
export const conflictSideSchema = z.object({
  id: purchaseIdSchema,
  outletName: z.string(),
  day: businessDaySchema,
  at: instantSchema,
  kind: maskKindSchema,
  pieces: z.int().positive(),
});
export type ConflictSide = z.infer<typeof conflictSideSchema>;

/** What the centre has to say to an outlet. Numbered by outlet, from 1; the till keeps items and number together. */
export const feedItemSchema = z.discriminatedUnion('kind', [
  /** Somebody who bought here within the interval bought elsewhere. */
  z.object({ kind: z.literal('purchase-elsewhere'), purchase: purchaseMadeSchema }),
  /** That purchase was voided, or is forgotten. */
  z.object({ kind: z.literal('purchase-gone'), id: purchaseIdSchema }),
  /** Two purchases of one holder within one interval; neither is undone. */
  z.object({
    kind: z.literal('conflict-found'),
    conflictId: z.string().min(1),
    earlier: conflictSideSchema,
    later: conflictSideSchema,
  }),
  /** One of the two was voided. */
  z.object({ kind: z.literal('conflict-ended'), conflictId: z.string().min(1) }),
  /** So much is on its way. An announcement of the same name replaces the one before; zero pieces call it off. */
  z.object({
    kind: z.literal('delivery-announced'),
    deliveryId: z.uuid(),
    day: businessDaySchema,
    pieces: piecesByKindSchema,
    note: z.string(),
  }),
  /** A word to the people at the counter. */
  z.object({
    kind: z.literal('message'),
    messageId: z.uuid(),
    at: instantSchema,
    urgency: z.enum(['notice', 'urgent']),
    text: z.string().min(1).max(500),
  }),
]);
/**
 * An item of a kind that came later than this program: passed over, as if it had been taken. An item of a known kind is
 * read, or the answer is not the centre's.
 */
export const laterItemSchema = z
  .object({ kind: z.string() })
  .refine(({ kind }) => !feedItemSchema.options.some((known) => known.shape.kind.value === kind))
  .transform(() => null);

export type FeedItem = z.infer<typeof feedItemSchema>;
export type FeedItemOf<K extends FeedItem['kind']> = Extract<FeedItem, { kind: K }>;
