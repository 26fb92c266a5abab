import { z } from 'zod';
import { businessDaySchema, maskKindSchema } from '#rules';

/** Codes travel, sentences do not: the screens own the words for each of these, in every language. */

export const refusalReasonSchema = z.enum([
  'scheme-not-in-force',
  'bought-recently',
  'not-your-weekday',
  'sold-out',
]);
export const confirmReasonSchema = z.enum([
  'check-digit-wrong',
  'weekday-undefined',
  'issued-in-future',
  'clock-behind',
]);

/** What went wrong with a card or a sale. Each stays on the screen until someone acknowledges it. */
export const problemCodeSchema = z.enum([
  'unreadable',
  'pulled-out',
  'not-nhi-card',
  'professional-card',
  'card-busy',
  'bad-data',
  /** The disk is full: nothing was sold; free some space and sell again. */
  'storage-full',
  /** The database cannot be written: nothing was sold; see the log. */
  'storage-failed',
]);

const tenderSchema = z.object({ given: z.int(), change: z.int() });

const purchaseViewSchema = z.object({ day: businessDaySchema, kind: maskKindSchema, pieces: z.int() });

/** Enough to see that it is the right card. Gone from the snapshot when the card is gone. */
const holderViewSchema = z.object({
  maskedName: z.string(),
  /** The name is not certain; compare with the printed card. */
  nameUncertain: z.boolean(),
  lastThree: z.string(),
  /** Year of birth, Gregorian. */
  birthYear: z.int(),
  childCard: z.boolean(),
  /** The latest purchase, shown on demand. */
  lastPurchase: purchaseViewSchema.nullable(),
});

const offerViewSchema = z.object({ kind: maskKindSchema, most: z.int(), unitPrice: z.int() });

const saleDraftSchema = z.object({
  kind: maskKindSchema,
  pieces: z.int(),
  total: z.int(),
  tenders: z.array(tenderSchema),
  /** From this day the holder may buy again, if this is sold. */
  nextDay: businessDaySchema,
});

const verdictSchema = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('may-buy'), offers: z.array(offerViewSchema), draft: saleDraftSchema }),
  z.object({
    verdict: z.literal('confirm'),
    reasons: z.array(confirmReasonSchema).min(1),
    offers: z.array(offerViewSchema),
    draft: saleDraftSchema,
  }),
  z.object({
    verdict: z.literal('may-not'),
    reason: refusalReasonSchema,
    /** The first day on which this card is accepted; `null` where the known policy holds none. */
    nextDay: businessDaySchema.nullable(),
    /** `HH:mm` in Taipei where that day begins for this card later than at midnight. */
    nextTime: z.string().nullable(),
  }),
]);

/** A print job: `queued` waits for the printer, `doubtful` for a person. */
export const jobStateSchema = z.enum(['queued', 'sending', 'sent', 'confirmed', 'doubtful', 'abandoned']);

/** What the counter is doing. `visitId` names one stay of one card and is the key that makes a sale happen once. */
export const sessionSchema = z.discriminatedUnion('stage', [
  z.object({ stage: z.literal('idle') }),
  z.object({ stage: z.literal('reading') }),
  z.object({
    stage: z.literal('verdict'),
    visitId: z.string(),
    verdict: verdictSchema,
    /** `null` once the card is out. */
    holder: holderViewSchema.nullable(),
  }),
  z.object({
    stage: z.literal('sold'),
    visitId: z.string(),
    receiptNumber: z.string(),
    kind: maskKindSchema,
    pieces: z.int(),
    total: z.int(),
    tenders: z.array(tenderSchema),
    nextDay: businessDaySchema,
    /** The state of the slip; `null` where no printer is configured. */
    slip: jobStateSchema.nullable(),
    cardInside: z.boolean(),
  }),
  z.object({
    stage: z.literal('problem'),
    code: problemCodeSchema,
    /** Nothing was sold, and the same visit can be sold again after the cause is gone. */
    visitId: z.string().nullable(),
  }),
]);
export type Session = z.infer<typeof sessionSchema>;
export type Verdict = z.infer<typeof verdictSchema>;
export type HolderView = z.infer<typeof holderViewSchema>;
export type SaleDraft = z.infer<typeof saleDraftSchema>;
export type ProblemCode = z.infer<typeof problemCodeSchema>;
export type JobState = z.infer<typeof jobStateSchema>;
