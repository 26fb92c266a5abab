import { z } from 'zod';

const commandId = z.uuid();

/** What the printer prints; `reference` is the receipt number, the ticket's id, or the day and number of a close. */
export const slipKindSchema = z.enum(['receipt', 'void', 'ticket', 'day-close', 'test']);
export type SlipKind = z.infer<typeof slipKindSchema>;

export const displayLanguageSchema = z.enum(['zh', 'en', 'id', 'vi', 'th']);
export type DisplayLanguage = z.infer<typeof displayLanguageSchema>;

export const slipCommands = [
  /** Prints a further copy, marked as such. */
  z.strictObject({
    type: z.literal('reprint'),
    commandId,
    slip: slipKindSchema,
    reference: z.string().min(1).max(64),
  }),
  /** A person's answer about a doubtful slip: it is on paper, or a marked copy is wanted. */
  z.strictObject({
    type: z.literal('settle-slip'),
    commandId,
    jobId: z.int().positive(),
    answer: z.enum(['printed', 'copy']),
  }),
  z.strictObject({ type: z.literal('test-printer'), commandId }),
  /** Shows a receipt on the customer's display as a QR code; `null` takes it away again. */
  z.strictObject({ type: z.literal('show-receipt'), receiptNumber: z.string().min(1).max(32).nullable() }),
  /** The language that stands beneath the Chinese on the customer's display. */
  z.strictObject({ type: z.literal('display-language'), language: displayLanguageSchema }),
] as const;
