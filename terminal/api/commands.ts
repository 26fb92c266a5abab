import { z } from 'zod';
import { maskKindSchema } from '#rules';

const visitId = z.string().min(1).max(64);
const commandId = z.uuid();

/** Everything a counter can ask for. Unknown keys are refused: a misspelt field must not pass for its absence. */
export const commandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('choose-kind'), visitId, kind: maskKindSchema }),
  z.strictObject({ type: z.literal('set-pieces'), visitId, pieces: z.int().positive() }),
  /**
   * Sells the draft as the screen shows it. Sent again with the same `visitId` it answers with the sale that was made.
   * `confirmed` says that a person looked, and is required where the verdict is `confirm`.
   */
  z.strictObject({
    type: z.literal('sell'),
    visitId,
    kind: maskKindSchema,
    pieces: z.int().positive(),
    confirmed: z.boolean(),
  }),
  /** Ends what the counter shows: cancel, next customer, or an acknowledged problem. */
  z.strictObject({ type: z.literal('dismiss') }),
  /** Prints a further copy, marked as such. */
  z.strictObject({ type: z.literal('reprint'), commandId, receiptNumber: z.string().min(1).max(32) }),
  /** A person's answer about a doubtful slip: it is on paper, or a marked copy is wanted. */
  z.strictObject({
    type: z.literal('settle-slip'),
    commandId,
    jobId: z.int().positive(),
    answer: z.enum(['printed', 'copy']),
  }),
  /** Puts received masks on sale at once. */
  z.strictObject({
    type: z.literal('goods-in'),
    commandId,
    adult: z.int().min(0).max(20_000),
    child: z.int().min(0).max(20_000),
  }),
  /** Virtual devices only. `card: null` takes the card out. */
  z.strictObject({ type: z.literal('virtual-card'), card: z.string().max(64).nullable() }),
  z.strictObject({
    type: z.literal('virtual-printer'),
    paper: z.enum(['ok', 'near-end', 'out']),
    cover: z.enum(['closed', 'open']),
  }),
]);
export type Command = z.infer<typeof commandSchema>;

/** Why a command changed nothing. The list is closed; what the screen does next stands beside each. */
export const refusalCodeSchema = z.enum([
  /** Not a command of this version: reload the page. */
  'malformed',
  /** The visit is over or the draft has changed: show the newest snapshot and let the person look again. */
  'stale',
  /** Not possible in this stage: show the newest snapshot. */
  'not-now',
  /** More than the rules or the stock allow by now: show the newest snapshot. */
  'not-allowed',
  /** The verdict asks for a person's confirmation first. */
  'confirmation-needed',
  /** No such receipt, job or sample card. */
  'unknown',
  /** The disk is full: nothing was recorded; free space, then again. */
  'storage-full',
  /** The database cannot be written: nothing was recorded; the log says why. */
  'storage-failed',
  /** The till met a fault of its own: the log says why; start it again if it stays. */
  'fault',
]);
export type RefusalCode = z.infer<typeof refusalCodeSchema>;

export type Reply = { readonly ok: true } | { readonly ok: false; readonly code: RefusalCode };
