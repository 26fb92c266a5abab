import { z } from 'zod';
import { instantSchema } from '#rules';
import { feedItemSchema, laterItemSchema } from '../feed.ts';
import { signedPolicySchema } from '../signed-policy.ts';

/** `POST /sync/pull`: what the centre has for this outlet after what the till has. */
export const pullSchema = z.strictObject({
  protocol: z.int().positive(),
  /** The last number that the till has kept; 0 for none. */
  feed: z.int().nonnegative(),
  policy: z.int().nonnegative(),
});
export type Pull = z.infer<typeof pullSchema>;

/** Most items of one answer. */
export const pullMost = 500;

export const pullAnswerSchema = z.object({
  /** In the order of their numbers. */
  items: z.array(z.object({ number: z.int().positive(), item: feedItemSchema })),
  policies: z.array(z.object(signedPolicySchema.shape)),
  /** The last numbers there are: higher than what came means that there is more. */
  feed: z.int().nonnegative(),
  policy: z.int().nonnegative(),
  now: instantSchema,
});
export type PullAnswer = z.infer<typeof pullAnswerSchema>;

/** The same as a till reads it. `null` stands for an item of a kind that came later than its program. */
export const pullHeardSchema = pullAnswerSchema.extend({
  items: z.array(z.object({ number: z.int().positive(), item: z.union([feedItemSchema, laterItemSchema]) })),
});
export type PullHeard = z.infer<typeof pullHeardSchema>;
