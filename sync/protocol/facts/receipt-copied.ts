import { z } from 'zod';
import { fact } from '../fact.ts';

/** What can be printed again. */
export const copiedSlipSchema = z.enum(['receipt', 'void', 'ticket', 'day-close']);

/** A further copy of a slip was asked for. */
export const receiptCopiedSchema = fact('receipt-copied', {
  commandId: z.uuid(),
  /** Absent: a receipt. */
  slip: copiedSlipSchema.optional(),
  /** The receipt's number, or what else names the slip. */
  receiptNumber: z.string().min(1),
  /** 1 for the first copy after the original. */
  copy: z.int().positive(),
});
