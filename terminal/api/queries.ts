import { z } from 'zod';
import {
  businessDaySchema,
  instantSchema,
  maskKindSchema,
  piecesByKindSchema,
  ticketStateSchema,
} from '#rules';
import { receiptViewSchema } from './parts.ts';
import { dayCloseViewSchema, dayFiguresSchema } from './stock-snapshot.ts';

/** What a screen can ask to see. Asking changes nothing. */
export const querySchema = z.discriminatedUnion('about', [
  /** Newest first, at most 50. */
  z.strictObject({
    about: z.literal('receipts'),
    by: z.discriminatedUnion('what', [
      /** The whole number, or its last digits: `7` finds today's seventh. */
      z.strictObject({ what: z.literal('number'), text: z.string().min(1).max(32) }),
      /** The card in the large field. */
      z.strictObject({ what: z.literal('card'), visitId: z.string().max(64) }),
      z.strictObject({ what: z.literal('time'), from: instantSchema, until: instantSchema }),
    ]),
  }),
  z.strictObject({ about: z.literal('day'), day: businessDaySchema }),
  /** At most 366 days, oldest first; days without any movement are left out. */
  z.strictObject({ about: z.literal('days'), from: businessDaySchema, until: businessDaySchema }),
  /** What moved the stock other than sales, newest first, at most 200. */
  z.strictObject({ about: z.literal('stock-events'), from: businessDaySchema, until: businessDaySchema }),
  /** Sales that someone should look at (keyed in, from paper, or against the rules), at most 50 at once. */
  z.strictObject({
    about: z.literal('review'),
    of: z.discriminatedUnion('what', [
      /** Not signed off yet, of all days, the oldest first. */
      z.strictObject({ what: z.literal('open') }),
      /** All of these days, the newest first. */
      z.strictObject({ what: z.literal('days'), from: businessDaySchema, until: businessDaySchema }),
    ]),
    /** The `next` of the answer before; `null`: from the beginning. */
    past: z.int().nullable(),
  }),
  z.strictObject({ about: z.literal('tickets'), sessionId: z.uuid() }),
]);
export type Query = z.infer<typeof querySchema>;

export const stockEventSchema = z.object({
  at: instantSchema,
  by: z.string().nullable(),
  what: z.enum(['goods-in', 'count', 'move']),
  /** Change of what is on hand or not yet on sale. */
  pieces: piecesByKindSchema,
  /** From where to where, for a move; why, for a count; the day on sale, for goods-in. */
  detail: z.string(),
  expected: piecesByKindSchema.nullable(),
  note: z.string(),
});
export type StockEvent = z.infer<typeof stockEventSchema>;

export const ticketViewSchema = z.object({
  ticketId: z.uuid(),
  name: z.string(),
  kind: maskKindSchema,
  pieces: z.int(),
  state: ticketStateSchema,
  at: instantSchema,
});
export type TicketView = z.infer<typeof ticketViewSchema>;

/** Whether a manager looked at it. `none`: it was voided before anybody did. */
export const reviewViewSchema = z.discriminatedUnion('state', [
  z.object({ state: z.enum(['open', 'none']) }),
  z.object({ state: z.literal('signed-off'), at: instantSchema, by: z.string().nullable() }),
]);
export type ReviewView = z.infer<typeof reviewViewSchema>;

export const answerSchema = z.discriminatedUnion('about', [
  z.object({ about: z.literal('receipts'), receipts: z.array(receiptViewSchema) }),
  z.object({
    about: z.literal('day'),
    figures: dayFiguresSchema,
    bookedStock: piecesByKindSchema,
    unsent: z.int(),
    closes: z.array(dayCloseViewSchema),
  }),
  z.object({ about: z.literal('days'), days: z.array(dayFiguresSchema.extend({ closed: z.boolean() })) }),
  z.object({ about: z.literal('stock-events'), events: z.array(stockEventSchema) }),
  z.object({
    about: z.literal('review'),
    receipts: z.array(receiptViewSchema.extend({ why: z.array(z.string()), review: reviewViewSchema })),
    /** `null`: these were the last. */
    next: z.int().nullable(),
  }),
  z.object({ about: z.literal('tickets'), tickets: z.array(ticketViewSchema) }),
]);
export type Answer = z.infer<typeof answerSchema>;
export type AnswerTo<Q extends Query['about']> = Extract<Answer, { about: Q }>;

export type QueryReply =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly code: 'malformed' | 'signed-out' | 'not-now' | 'fault' };
