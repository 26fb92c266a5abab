import type { Database } from 'better-sqlite3';
import type { Instant } from '#rules';

/** How far two databases tell the same story. */
export interface Comparison {
  /** Entries from the first on that are the same in both; 0 for journals of two different tills. */
  readonly common: number;
  readonly present: { readonly entries: number; readonly lastAt: Instant | null };
  readonly backup: { readonly entries: number; readonly lastAt: Instant | null };
  /** The last entry that the centre has of the present journal; 0 if it has none. */
  readonly acknowledged: number;
}

/** Reads the journals alone, which are the same in every version of the database. */
export function compareJournals({ present, backup }: { present: Database; backup: Database }): Comparison {
  const [here, there] = [endOf(present), endOf(backup)];
  const same = (seq: number) => hashOf(present, seq) === hashOf(backup, seq);
  // Each hash covers all before it, so the first difference can be halved upon.
  let common = 0;
  for (let beyond = Math.min(here.entries, there.entries) + 1; beyond - common > 1; ) {
    const middle = Math.floor((common + beyond) / 2);
    if (same(middle)) common = middle;
    else beyond = middle;
  }
  return { common, present: here, backup: there, acknowledged: acknowledgedIn(present) };
}

function endOf(db: Database): Comparison['present'] {
  const last = db
    .prepare<[], { entries: number; lastAt: Instant }>(
      'SELECT seq AS entries, at AS lastAt FROM journal ORDER BY seq DESC LIMIT 1',
    )
    .get();
  return last ?? { entries: 0, lastAt: null };
}

const hashOf = (db: Database, seq: number): string | undefined =>
  db.prepare<[number], string>('SELECT hash FROM journal WHERE seq = ?').pluck().get(seq);

function acknowledgedIn(db: Database): number {
  const known = db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'acknowledged'`).get();
  if (known === undefined) return 0;
  return db.prepare<[], number>('SELECT seq FROM acknowledged').pluck().get() ?? 0;
}
