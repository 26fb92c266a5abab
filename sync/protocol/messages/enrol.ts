import { z } from 'zod';
import { instantSchema, outletCodeSchema } from '#rules';
import { entryHashSchema } from '../entry.ts';
import { publicKeySchema, tillIdSchema } from '../signing.ts';

/** A place in a journal: the entry's number and hash; 0 and 64 zeros before the first. */
export const journalPlaceSchema = z.strictObject({ seq: z.int().nonnegative(), hash: entryHashSchema });
export type JournalPlace = z.infer<typeof journalPlaceSchema>;
/** The same in an answer, of which a till passes over what it does not know. */
export const answeredPlaceSchema = z.object(journalPlaceSchema.shape);

/** `K7QM-2FXD`: letters and digits that cannot be mistaken for each other. */
export const enrolmentCodeSchema = z
  .string()
  .transform((text) => text.toUpperCase().replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^[2-9A-HJKMNP-Z]{12}$/, 'an enrolment code is twelve letters and digits'));

/** Most hashes of one request: more entries than a till without a line makes in a month. */
export const shownMost = 12_000;

/**
 * `POST /sync/enrol`: a till's key becomes known. Signed with that key, which proves that the till has it. The same key
 * with the same code is answered as before, so an answer that was lost is asked for again.
 *
 * The till shows what its journal holds, so that a disk that was cloned, rolled back, or restored from before its
 * enrolment goes on after the last entry that the centre has of it, and none counts twice. `gap` answers what is shown
 * from too far on, and names the entry to show from.
 */
export const enrolSchema = z.strictObject({
  protocol: z.int().positive(),
  code: enrolmentCodeSchema,
  outlet: outletCodeSchema,
  publicKey: publicKeySchema,
  journalId: z.uuid(),
  /** As which till the centre knew it, if the disk says so: that one is replaced. */
  was: tillIdSchema.optional(),
  shows: z.strictObject({
    after: journalPlaceSchema,
    /** Of the entries after it, in order. */
    hashes: z.array(entryHashSchema).max(shownMost),
  }),
});
export type Enrol = z.infer<typeof enrolSchema>;

export const centreKeySchema = z.object({
  /** The first 16 hex digits of the key's SHA-256. */
  id: z.string().regex(/^[0-9a-f]{16}$/),
  key: publicKeySchema,
});
export type CentreKey = z.infer<typeof centreKeySchema>;

export const enrolledAnswerSchema = z.object({
  tillId: tillIdSchema,
  /** 32 bytes in hex, the same at every till: makes one card one holder key in the whole country. */
  holderSecret: z.string().regex(/^[0-9a-f]{64}$/),
  /** Sign policy packs and acknowledgements that travel as files. */
  centreKeys: z.array(centreKeySchema).min(1),
  /** Where the push goes on from. */
  acknowledged: answeredPlaceSchema,
  now: instantSchema,
});
export type EnrolledAnswer = z.infer<typeof enrolledAnswerSchema>;
