import { z } from 'zod';
import {
  businessDaySchema,
  byHandReasonSchema,
  cardRoleSchema,
  holderRecordSchema,
  identifiedBySchema,
  instantSchema,
  maskKindSchema,
} from '#rules';
import { fact } from '../fact.ts';

/**
 * One purchase of one card. Final when it stands in the journal. The cards of one visit are sold together: their
 * entries follow each other and share `visitId` and `receiptNumber`.
 */
export const saleSchema = fact('sale', {
  /** Names the visit; its sale is made once. */
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
  identifiedBy: identifiedBySchema,
  /** What a person looked at before this sale; empty where nothing was in doubt. */
  confirmed: z.array(z.string()),
  /** Absent: the visitor's own card. */
  role: cardRoleSchema.optional(),
  /** Why the number was keyed in, where it was. */
  byHand: byHandReasonSchema.optional(),
  /** The ticket that this purchase redeems. */
  ticketId: z.uuid().optional(),
  /** Keyed in from a paper form: which line of it, and when the sale was made. */
  paper: z.strictObject({ formLine: z.string().min(1), soldAt: instantSchema }).optional(),
  /** The rule that spoke against it, where a manager recorded it all the same. */
  contested: z.string().optional(),
});
export type Sale = z.infer<typeof saleSchema>;
