import { z } from 'zod';
import { instantSchema } from '#rules';
import { listSchema } from './country.ts';
import { promisesSchema, readAtSchema, stockNowSchema } from './outlet.ts';

/** `GET /api/v1/changes` */
export const changesQuerySchema = z.strictObject({ since: z.coerce.number<unknown>().int().min(0) });

/**
 * What changed after a cursor. Figures are whole, so that one that comes twice changes nothing: several processes of
 * the centre answer with some overlap.
 */
export const changesAnswerSchema = z.strictObject({
  at: instantSchema,
  /** For the next question. */
  cursor: z.int(),
  /** The list of now. Whoever holds columns of another asks for all of them again, whatever `state` says. */
  list: listSchema,
  /** `gap`: the cursor is too old, or so much has changed that the whole is smaller: ask for `/stock` again. */
  state: z.enum(['complete', 'gap']),
  promises: promisesSchema,
  readAt: readAtSchema,
  changes: z.array(stockNowSchema),
});
export type ChangesAnswer = z.infer<typeof changesAnswerSchema>;

/**
 * `GET /api/v1/events`: server-sent events. `changes` carries a ChangesAnswer, its id is the cursor; `quiet` comes at
 * least every 15 s with the time alone, so that silence means a broken line.
 */
export const quietSchema = z.strictObject({ at: instantSchema, cursor: z.int() });
export type Quiet = z.infer<typeof quietSchema>;
