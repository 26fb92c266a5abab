import { z } from 'zod';

/** A further copy of a slip was asked for. */
export const receiptCopiedSchema = z.strictObject({
  kind: z.literal('receipt-copied'),
  commandId: z.uuid(),
  receiptNumber: z.string().min(1),
  /** 1 for the first copy after the original. */
  copy: z.int().positive(),
});
