import { z } from 'zod';
import { businessDaySchema, holderRecordSchema, maskKindSchema } from '#rules';

/** One purchase of one card. Final when it stands in the journal. */
export const saleSchema = z.strictObject({
  kind: z.literal('sale'),
  /** Names the stay of the card at the counter; a sale is made once for each. */
  visitId: z.string().min(1),
  /** ROC date and a number within the day, `1090312-0001`. */
  receiptNumber: z.string().min(1),
  /** The day in Taipei on which the purchase counts. */
  day: businessDaySchema,
  holder: holderRecordSchema,
  maskKind: maskKindSchema,
  pieces: z.int().positive(),
  /** NT$ a piece. */
  unitPrice: z.int().nonnegative(),
  /** The interval in force, which stays with this purchase. */
  intervalDays: z.int().positive(),
  ruleSet: z.string().min(1),
  identifiedBy: z.enum(['chip']),
  /** What a person looked at before this sale; empty where nothing was in doubt. */
  confirmed: z.array(z.string()),
});
export type Sale = z.infer<typeof saleSchema>;
