import { z } from 'zod';
import { holderKeySchema, instantSchema } from '#rules';
import { purchaseMadeSchema } from '../feed.ts';

/** How long a till waits for the answer; then what it knows itself stands, and the screen says so. */
export const quotaDeadlineMs = 400;

/** `POST /sync/quota`: what these holders have bought, anywhere. */
export const quotaSchema = z.strictObject({
  protocol: z.int().positive(),
  holderKeys: z.array(holderKeySchema).min(1).max(8),
});
export type Quota = z.infer<typeof quotaSchema>;

export const quotaAnswerSchema = z.object({
  /** Those whose interval may still run; the till's own among them. */
  purchases: z.array(purchaseMadeSchema),
  now: instantSchema,
});
export type QuotaAnswer = z.infer<typeof quotaAnswerSchema>;
