import type { Database } from 'better-sqlite3';
import type { EntryHash } from '#protocol';
import type { Instant } from '#rules';

/** What is kept beside the journal and is no part of the truth. */
export interface WorkingState {
  /** The visit at the counter as the counter wrote it, or `null`. */
  visit(): string | null;
  keepVisit(visit: string | null): void;
  /** What is known of a clock that jumped and that nobody has confirmed; `null` while it is trusted. */
  clockDoubt(): ClockDoubt | null;
  keepClockDoubt(doubt: ClockDoubt | null): void;
  readerCounts(): readonly ReaderCounts[];
  keepReaderCounts(counts: ReaderCounts): void;
  /** The last entry that the centre has, or `null` if it has none. */
  acknowledged(): Acknowledged | null;
  keepAcknowledged(acknowledged: Acknowledged): void;
}

/** In milliseconds. */
export interface ClockDoubt {
  /** The last trusted time. */
  readonly at: Instant;
  /** The machine's uptime at it. */
  readonly uptime: number;
  /** When the machine booted, by the clock that is in doubt. Another value means another boot, or another jump. */
  readonly boot: number;
}

export interface ReaderCounts {
  readonly name: string;
  readonly insertions: number;
  readonly readErrors: number;
}

export interface Acknowledged {
  readonly seq: number;
  readonly hash: EntryHash;
}

export function createWorkingState(db: Database): WorkingState {
  const visit = db.prepare<[], string>('SELECT visit FROM visit_under_way').pluck();
  const keepVisit = db.prepare('INSERT OR REPLACE INTO visit_under_way VALUES (1, ?)');
  const dropVisit = db.prepare('DELETE FROM visit_under_way');
  const doubt = db.prepare<[], ClockDoubt>('SELECT at, uptime, boot FROM clock_doubt');
  const keepDoubt = db.prepare('INSERT OR REPLACE INTO clock_doubt VALUES (1, @at, @uptime, @boot)');
  const dropDoubt = db.prepare('DELETE FROM clock_doubt');
  const counts = db.prepare<[], ReaderCounts>(
    'SELECT name, insertions, read_errors AS readErrors FROM reader_counts ORDER BY name',
  );
  const keepCounts = db.prepare(
    'INSERT OR REPLACE INTO reader_counts VALUES (@name, @insertions, @readErrors)',
  );
  const acknowledged = db.prepare<[], Acknowledged>('SELECT seq, hash FROM acknowledged');
  const keepAcknowledged = db.prepare('INSERT OR REPLACE INTO acknowledged VALUES (1, @seq, @hash)');
  return {
    visit: () => visit.get() ?? null,
    keepVisit: (text) => void (text === null ? dropVisit.run() : keepVisit.run(text)),
    clockDoubt: () => doubt.get() ?? null,
    keepClockDoubt: (row) => void (row === null ? dropDoubt.run() : keepDoubt.run(row)),
    readerCounts: () => counts.all(),
    keepReaderCounts: (row) => void keepCounts.run(row),
    acknowledged: () => acknowledged.get() ?? null,
    keepAcknowledged: (row) => void keepAcknowledged.run(row),
  };
}
