import { z } from 'zod';

export const voidReasonSchema = z.enum([
  'wrong-card',
  'wrong-kind-or-quantity',
  'not-paid',
  'returned',
  'other',
]);
export type VoidReason = z.infer<typeof voidReasonSchema>;
