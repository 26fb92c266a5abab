import { z } from 'zod';
import {
  byHandReasonSchema,
  documentSchema,
  instantSchema,
  maskKindSchema,
  plainText,
  voidReasonSchema,
} from '#rules';

const visitId = z.string().min(1).max(64);
const lineId = z.string().min(1).max(64);
const commandId = z.uuid();

/** An ID number as keyed in; it goes to the till and never comes back. */
const numberSchema = z.string().min(1).max(20);

/** What a visit at the counter can be asked for. A line is one card of the visit. */
export const visitCommands = [
  z.strictObject({ type: z.literal('choose-kind'), visitId, lineId, kind: maskKindSchema }),
  z.strictObject({ type: z.literal('set-pieces'), visitId, lineId, pieces: z.int().positive() }),
  /** A person looked at what is in doubt about this card. */
  z.strictObject({ type: z.literal('confirm-line'), visitId, lineId }),
  /** Brings a line back into the large field. */
  z.strictObject({ type: z.literal('show-line'), visitId, lineId }),
  z.strictObject({ type: z.literal('remove-line'), visitId, lineId }),
  /**
   * Sells the visit as the screen shows it: every line that may buy. Sent again with the same `visitId` it answers with
   * the sale that was made.
   */
  z.strictObject({
    type: z.literal('sell'),
    visitId,
    lines: z
      .array(z.strictObject({ lineId, kind: maskKindSchema, pieces: z.int().positive() }))
      .min(1)
      .max(20),
  }),
  /** Ends what the counter shows: cancel, next customer, or an acknowledged problem. */
  z.strictObject({ type: z.literal('dismiss') }),
  /**
   * Adds a person without a chip to the visit, or begins one. `compared` says that a number whose check digit is wrong
   * was compared with the document; without it such a number is refused, because it is likelier a slip of the finger.
   */
  z.strictObject({
    type: z.literal('enter-by-hand'),
    commandId,
    document: z.enum([...documentSchema.options, 'passport']),
    number: numberSchema,
    /** Gregorian. */
    birthYear: z.int().min(1900).max(2100),
    reason: byHandReasonSchema,
    compared: z.boolean(),
  }),
  /** One line of a paper form, with the time that was written on it. `contested`: recorded although a rule speaks against it. */
  z.strictObject({
    type: z.literal('enter-paper-sale'),
    commandId,
    soldAt: instantSchema,
    document: z.enum([...documentSchema.options, 'passport']),
    number: numberSchema,
    birthYear: z.int().min(1900).max(2100),
    kind: maskKindSchema,
    pieces: z.int().positive().max(100),
    /** The form's own number and line, `12-3`. */
    formLine: plainText.min(1).max(20),
    compared: z.boolean(),
    contested: z.boolean(),
  }),
  z.strictObject({
    type: z.literal('void-sale'),
    commandId,
    receiptNumber: z.string().min(1).max(32),
    reason: voidReasonSchema,
    note: plainText.max(200),
  }),
] as const;
