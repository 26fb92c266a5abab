import { z } from 'zod';
import { businessDaySchema, voidReasonSchema } from '#rules';
import { fact } from '../fact.ts';

/** All purchases of one receipt are taken back: stock and quota return. */
export const saleVoidedSchema = fact('sale-voided', {
  commandId: z.uuid(),
  receiptNumber: z.string().min(1),
  /** The day in Taipei on which the money was given back. */
  day: businessDaySchema,
  reason: voidReasonSchema,
  note: z.string(),
});
