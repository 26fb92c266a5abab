import { z } from 'zod';
import { businessDaySchema, holderKeySchema, instantSchema, maskKindSchema, voidReasonSchema } from '#rules';
import { fact } from '../fact.ts';

/** All purchases of one receipt are taken back: stock and quota return. */
export const saleVoidedSchema = fact('sale-voided', {
  commandId: z.uuid(),
  receiptNumber: z.string().min(1),
  /** The day in Taipei on which the money was given back. */
  day: businessDaySchema,
  reason: voidReasonSchema,
  note: z.string(),
  /**
   * What is taken back, entry by entry, so that whoever reads this needs no other entry. Absent in journals of before
   * there was a centre.
   */
  lines: z
    .array(
      z.strictObject({
        seq: z.int().positive(),
        holderKey: holderKeySchema,
        maskKind: maskKindSchema,
        pieces: z.int().positive(),
        /**
         * When it was sold, on paper or here: its hour and day have sold that much less. Absent in entries of before;
         * those are taken back in the hour of the void.
         */
        soldAt: instantSchema.optional(),
      }),
    )
    .optional(),
});
