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
  /** Most entries of the till's next batch; absent: `batchMost`. */
  takes: z.int().positive().optional(),
  now: instantSchema,
});
export type PushAnswer = z.infer<typeof pushAnswerSchema>;

/** An entry as it travels: what else it has follows from its place. */
export type SentEntry = Pick<Entry, 'at' | 'hash' | 'fact'>;

/** Most entries of one batch, where the centre has not said how many it takes. */
export const batchMost = 500;

/** The byte that ends each line of the text. */
export const lineEnd = 0x0a;

/** The lines of the text, without their ends. */
export const pushLines = (push: Push, entries: readonly SentEntry[]): string[] => [
  JSON.stringify(push),
  ...entries.map(({ at, hash, fact }) => `${at} ${hash} ${fact}`),
];

/**
 * Entry by entry, so that of a large batch nothing has to be held but what becomes of it; as one text it would take longer
 * to make than to understand.
 * @param lines what the text is between its line ends; after the last end there is nothing
 * @param begin told what the batch is, says what becomes of each entry; `null`: nothing more is read
 * @returns `null` where it is not a push: cut, of another shape, or longer or shorter than it says
 */
export function readPushLines<T>(
  lines: Iterable<string>,
  begin: (push: Push) => ((entry: SentEntry) => T) | null,
): { readonly push: Push; readonly entries: readonly T[] } | null {
  const each = lines[Symbol.iterator]();
  const header = pushSchema.safeParse(parseJson(each.next().value ?? ''));
  if (!header.success) return null;
  const push = header.data;
  const entries: T[] = [];
  const take = begin(push);
  if (!take) return { push, entries };
  for (let n = 0; n < push.entries; n++) {
    const entry = parseLine(each.next().value ?? '');
    if (!entry) return null;
    entries.push(take(entry));
  }
  return each.next().value === '' && each.next().done ? { push, entries } : null;
}

/** A push as it was sent. */
export const parsePushLines = (lines: Iterable<string>) => readPushLines(lines, () => (entry) => entry);

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
