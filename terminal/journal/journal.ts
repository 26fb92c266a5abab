import { hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { type Entry, type EntryHash, type Fact, hashedText, noHash } from '#protocol';
import type { Instant } from '#rules';

/** Where the journal ends. */
export interface JournalHead {
  /** 0 while the journal is empty. */
  readonly seq: number;
  readonly at: Instant | null;
  readonly hash: EntryHash;
}

export interface Journal {
  /** Remembered, because every decision asks for it: a journal has one writer. */
  head(): JournalHead;
  /** Looks again: what was appended may have been rolled back. */
  forgetHead(): void;
  /**
   * Appends one fact. Call inside the transaction that also writes what follows from it.
   * @param at not before the last entry's instant. @throws RangeError if it is: time in the journal never goes back.
   */
  append(fact: Fact, at: Instant): Entry;
  /** Entries after `seq`, in order. Not to be used while appending. */
  entriesAfter(seq: number): IterableIterator<Entry>;
  /** At most `limit` entries after `seq`, all at once. */
  page(seq: number, limit: number): readonly Entry[];
}

const columns = 'seq, at, fact, previous_hash AS previousHash, hash';

export const entryHash = (seq: number, at: Instant, fact: string, previousHash: EntryHash): EntryHash =>
  hash('sha256', hashedText(seq, at, fact, previousHash)) as EntryHash;

/** The append-only, hash-chained record of everything that happened at this till. */
export function createJournal(db: Database): Journal {
  const last = db.prepare<[], JournalHead>('SELECT seq, at, hash FROM journal ORDER BY seq DESC LIMIT 1');
  const insert = db.prepare(
    'INSERT INTO journal (seq, at, fact, previous_hash, hash) VALUES (@seq, @at, @fact, @previousHash, @hash)',
  );
  const after = db.prepare<[number], Entry>(`SELECT ${columns} FROM journal WHERE seq > ? ORDER BY seq`);
  const some = db.prepare<[number, number], Entry>(
    `SELECT ${columns} FROM journal WHERE seq > ? ORDER BY seq LIMIT ?`,
  );

  let known: JournalHead | null = null;
  const head = (): JournalHead => {
    known ??= last.get() ?? { seq: 0, at: null, hash: noHash };
    return known;
  };

  return {
    head,
    forgetHead: () => {
      known = null;
    },
    append(fact, at) {
      const { seq: lastSeq, at: lastAt, hash: previousHash } = head();
      if (lastAt !== null && at < lastAt) throw new RangeError('an entry may not stand before the last one');
      const seq = lastSeq + 1;
      const text = JSON.stringify(fact);
      const entry: Entry = {
        seq,
        at,
        fact: text,
        previousHash,
        hash: entryHash(seq, at, text, previousHash),
      };
      insert.run(entry);
      known = { seq, at, hash: entry.hash };
      return entry;
    },
    entriesAfter: (seq) => after.iterate(seq),
    page: (seq, limit) => some.all(seq, limit),
  };
}
