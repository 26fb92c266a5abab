import { z } from 'zod';
import { instant, instantSchema } from '#rules';
import type { Entry, EntryHash } from '../entry.ts';
import { faultSchema, laterFaultSchema } from '../fault.ts';
import { answeredPlaceSchema, journalPlaceSchema } from './enrol.ts';

/**
 * `POST /sync/push`: entries after the last acknowledged one, gzip. The body is text: this object on the first line,
 * then a line an entry, `<at> <hash> <fact>`. The fact stands as it was hashed; wrapped in JSON once more it would be
 * escaped and parsed twice. Numbers and previous hashes follow from `after`.
 */
export const pushSchema = z.strictObject({
  protocol: z.int().positive(),
  journalId: z.uuid(),
  after: journalPlaceSchema,
  /** Entries in this batch; a shorter body was cut. */
  entries: z.int().nonnegative(),
  /** The last entry of the journal, so that the centre knows how much is still to come. */
  head: z.int().nonnegative(),
});
export type Push = z.infer<typeof pushSchema>;

export const pushAnswerSchema = z.object({
  /** The highest contiguous entry that is safe at the centre. */
  acknowledged: answeredPlaceSchema,
  /** Why the batch was not taken whole. What stands before the entry it names was. */
  fault: z.union([faultSchema, laterFaultSchema]).optional(),
  /** The last of what is there to be pulled. */
  feed: z.int().nonnegative(),
  policy: z.int().nonnegative(),
  /** The till's place in the queue: its next push begins within this time after a sale, not at once. */
  slotMs: z.int().nonnegative(),
  now: instantSchema,
});
export type PushAnswer = z.infer<typeof pushAnswerSchema>;

/** An entry as it travels: what else it has follows from its place. */
export type SentEntry = Pick<Entry, 'at' | 'hash' | 'fact'>;

/** Most entries of one batch. */
export const batchMost = 500;

export const pushText = (push: Push, entries: readonly SentEntry[]): string =>
  `${JSON.stringify(push)}\n${entries.map(({ at, hash, fact }) => `${at} ${hash} ${fact}\n`).join('')}`;

/** @returns `null` where the text is not a push: cut, of another shape, or longer than it says */
export function parsePushText(
  text: string,
): { readonly push: Push; readonly entries: readonly SentEntry[] } | null {
  const lines = text.split('\n');
  if (lines.pop() !== '') return null;
  const push = pushSchema.safeParse(parseJson(lines.shift() ?? ''));
  if (!push.success || push.data.entries !== lines.length) return null;
  const entries: SentEntry[] = [];
  for (const line of lines) {
    const entry = parseLine(line);
    if (!entry) return null;
    entries.push(entry);
  }
  return { push: push.data, entries };
}

function parseLine(line: string): SentEntry | null {
  // `s`: a fact may hold the line separators of Unicode, which JSON leaves as they are.
  const found = /^(\d{1,16}) ([0-9a-f]{64}) (\{.*\})$/s.exec(line);
  if (!found) return null;
  const [, at, hash, fact] = found as unknown as [string, string, EntryHash, string];
  return { at: instant(Number(at)), hash, fact };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
