import { z } from 'zod';

/** Why the public API does not answer. The list is closed; what the program that asked does next stands beside each. */
export const apiFaultSchema = z.enum([
  /** A parameter is not as documented, `detail` says which: mend the request. */
  'bad-request',
  /** No outlet of this code is listed: take it off the list that is asked for. */
  'unknown-outlet',
  /** No such path: read `/api/v1/openapi.json`. */
  'not-found',
  /** Asked too often: wait for as long as `Retry-After` says. */
  'too-many-requests',
  /** So many streams are open that this one is not: ask `/api/v1/changes` now and then, or come back after `Retry-After`. */
  'busy',
  /** The centre is starting: ask again after `Retry-After`. */
  'not-ready',
  /** Something broke here: ask again later. */
  'broke',
]);
export type ApiFault = z.infer<typeof apiFaultSchema>;

export const apiFaultAnswerSchema = z.strictObject({ code: apiFaultSchema, detail: z.string().optional() });
export type ApiFaultAnswer = z.infer<typeof apiFaultAnswerSchema>;
