import { z } from 'zod';
import { businessDaySchema, cardRoleSchema, identifiedBySchema, instantSchema, maskKindSchema } from '#rules';
import { checkedSchema } from './central.ts';

/** Codes travel, sentences do not: the screens own the words for each of these, in every language. */

export const refusalReasonSchema = z.enum([
  'scheme-not-in-force',
  'bought-recently',
  'not-your-weekday',
  'too-many-cards',
  'sold-out',
]);
export const confirmReasonSchema = z.enum([
  'check-digit-wrong',
  'weekday-undefined',
  'issued-in-future',
  'clock-behind',
  'clock-jumped',
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

const purchaseViewSchema = z.object({
  day: businessDaySchema,
  kind: maskKindSchema,
  pieces: z.int(),
  place: z.enum(['here', 'elsewhere']),
});

/** Enough to see that it is the right card. Gone from the snapshot when the card is gone. */
const holderViewSchema = z.object({
  /** Empty for a person who was keyed in. */
  maskedName: z.string(),
  /** The name is not certain; compare with the printed card. */
  nameUncertain: z.boolean(),
  lastThree: z.string(),
  /** Year of birth, Gregorian. */
  birthYear: z.int(),
  childCard: z.boolean(),
  /** The latest purchases that still count, newest first; shown on demand. */
  purchases: z.array(purchaseViewSchema),
});

const offerViewSchema = z.object({ kind: maskKindSchema, most: z.int(), unitPrice: z.int() });

const saleDraftSchema = z.object({
  kind: maskKindSchema,
  pieces: z.int(),
  total: z.int(),
  /** From this day the holder may buy again, if this is sold. */
  nextDay: businessDaySchema,
});

const verdictSchema = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('may-buy'), offers: z.array(offerViewSchema), draft: saleDraftSchema }),
  z.object({
    verdict: z.literal('confirm'),
    reasons: z.array(confirmReasonSchema).min(1),
    /** A person has looked, and the line may be sold. */
    confirmed: z.boolean(),
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

/** One card of the visit. */
const lineViewSchema = z.object({
  lineId: z.string(),
  role: cardRoleSchema,
  identifiedBy: identifiedBySchema,
  childCard: z.boolean(),
  cardInside: z.boolean(),
  verdict: verdictSchema,
  checked: checkedSchema,
  /** `null` once the card is out. */
  holder: holderViewSchema.nullable(),
  /** `A012`, if this card redeems a ticket. */
  ticket: z.string().nullable(),
});

/** A print job: `queued` waits for the printer, `doubtful` for a person. */
export const jobStateSchema = z.enum(['queued', 'sending', 'sent', 'confirmed', 'doubtful', 'abandoned']);

const soldLineSchema = z.object({
  kind: maskKindSchema,
  pieces: z.int(),
  amount: z.int(),
  role: cardRoleSchema,
  nextDay: businessDaySchema,
});

/** What the counter is doing. `visitId` names one visit and is the key that makes its sale happen once. */
export const sessionSchema = z.discriminatedUnion('stage', [
  z.object({
    stage: z.literal('idle'),
    /** The visit before was given up because nobody went on with it; nothing was sold. */
    timedOut: z.boolean(),
  }),
  /** `visitId`: the card will join that visit; `null`, it begins one. */
  z.object({ stage: z.literal('reading'), visitId: z.string().nullable() }),
  z.object({
    stage: z.literal('visit'),
    visitId: z.string(),
    /** In the order in which the cards came; at least one. */
    lines: z.array(lineViewSchema).min(1),
    /** The line in the large field. */
    current: z.string(),
    /** The card put in last stands in this visit already. */
    cardTwice: z.boolean(),
    /** Of all lines that may buy. */
    total: z.int(),
    tenders: z.array(tenderSchema),
    /** How many more cards of each age may join. */
    room: z.object({ adult: z.int(), child: z.int() }),
    /** When the visit is given up if no card comes and nobody does anything; `null` while a card is inside. */
    expiresAt: instantSchema.nullable(),
  }),
  z.object({
    stage: z.literal('sold'),
    visitId: z.string(),
    receiptNumber: z.string(),
    lines: z.array(soldLineSchema).min(1),
    total: z.int(),
    tenders: z.array(tenderSchema),
    /** The state of the slip; `null` where no printer is configured. */
    slip: jobStateSchema.nullable(),
    cardInside: z.boolean(),
  }),
  z.object({
    stage: z.literal('problem'),
    code: problemCodeSchema,
    /** The visit to which the counter goes back once this is acknowledged. */
    visitId: z.string().nullable(),
  }),
]);
export type Session = z.infer<typeof sessionSchema>;
export type Verdict = z.infer<typeof verdictSchema>;
export type LineView = z.infer<typeof lineViewSchema>;
export type HolderView = z.infer<typeof holderViewSchema>;
export type SaleDraft = z.infer<typeof saleDraftSchema>;
export type ProblemCode = z.infer<typeof problemCodeSchema>;
export type JobState = z.infer<typeof jobStateSchema>;
