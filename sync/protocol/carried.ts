import { z } from 'zod';
import { instantSchema } from '#rules';
import { pullHeardSchema } from './messages/pull.ts';
import { pushAnswerSchema } from './messages/push.ts';
import { nonceSchema } from './signing.ts';

/**
 * A batch that leaves on a USB stick, for a station without a line: `carried-<outlet>-<seq>.json`. Signed as a request
 * would be; its date is not compared with a clock, since numbers and hashes alone keep it from counting twice.
 */
export const carriedSchema = z.strictObject({
  format: z.literal('mask-till carried 1'),
  till: z.string(),
  date: instantSchema,
  nonce: nonceSchema,
  /** The gzip bodies of push requests, in order, base64. */
  pushes: z.array(z.string()).max(10_000),
  /** What the till has of the feed and of the policies. */
  pull: z.strictObject({ feed: z.int().nonnegative(), policy: z.int().nonnegative() }),
  /** Ed25519 over `carriedText`, base64. */
  signature: z.string(),
});
export type Carried = z.infer<typeof carriedSchema>;

export const carriedText = ({ till, date, nonce, pushes, pull }: Omit<Carried, 'signature'>): string =>
  ['mask-till carried 1', till, date, nonce, JSON.stringify(pull), ...pushes].join('\n');

/** What comes back: `answered-<outlet>-<seq>.json`. Signed by the centre, since a stick passes through many hands. */
export const answeredSchema = z.object({
  format: z.literal('mask-till answered 1'),
  till: z.string(),
  /** Of the file that it answers. */
  nonce: nonceSchema,
  /** To the last push that was looked at. */
  push: pushAnswerSchema,
  pull: pullHeardSchema,
  keyId: z.string(),
  /** Ed25519 over `answeredText`, base64. */
  signature: z.string(),
});
export type Answered = z.infer<typeof answeredSchema>;

/** Of the file as it was written: a till checks the signature before it passes over what it does not know. */
export const answeredText = ({ till, nonce, push, pull }: Omit<Answered, 'keyId' | 'signature'>): string =>
  ['mask-till answered 1', till, nonce, JSON.stringify(push), JSON.stringify(pull)].join('\n');
