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

/** The byte that every fact begins with, and the one that it ends with: `{` and `}`. */
const [factBegin, factEnd] = [0x7b, 0x7d];

/**
 * Entry by entry, so that of a large batch nothing has to be held but what becomes of it; as one string it would take
 * longer to make than to understand.
 * @param text UTF-8
 * @param begin told what the batch is, says what becomes of each entry; `null`: nothing more is read
 * @returns `null` where it is not a push: cut, of another shape, or longer or shorter than it says
 */
export function readPushText<T>(
  text: Buffer,
  begin: (push: Push) => ((entry: SentEntry) => T) | null,
): { readonly push: Push; readonly entries: readonly T[] } | null {
  let start = text.indexOf(lineEnd) + 1;
  const header = pushSchema.safeParse(parseJson(text.toString('utf8', 0, start)));
  if (start === 0 || !header.success) return null;
  const push = header.data;
  const entries: T[] = [];
  const take = begin(push);
  if (!take) return { push, entries };
  for (let n = 0; n < push.entries; n++) {
    const end = text.indexOf(lineEnd, start);
    const entry = entryOf(text, start, end);
    if (!entry) return null;
    entries.push(take(entry));
    start = end + 1;
  }
  return start === text.length ? { push, entries } : null;
}

/** A push as it was sent. */
export const parsePushText = (text: Buffer) => readPushText(text, () => (entry) => entry);

/**
 * The hash is read apart from the fact: cut out of one string with it, it would take two bytes a character where the fact
 * has a Chinese name, and keep all of the line as long as itself.
 */
function entryOf(text: Buffer, start: number, end: number): SentEntry | null {
  const fact = text.indexOf(factBegin, start);
  const found = /^(\d{1,16}) ([0-9a-f]{64}) $/.exec(text.toString('latin1', start, fact));
  if (!found || text[end - 1] !== factEnd) return null;
  const [, at, hash] = found as unknown as [string, string, EntryHash];
  return { at: instant(Number(at)), hash, fact: text.toString('utf8', fact, end) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
