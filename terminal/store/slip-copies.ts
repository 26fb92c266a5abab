import type { Database } from 'better-sqlite3';
import type { SlipName } from './print-jobs.ts';

/** How often a slip was asked for again. */
export interface SlipCopies {
  of(slip: SlipName): number;
  project(slip: SlipName, copy: number): void;
}

export function createSlipCopies(db: Database): SlipCopies {
  const copies = db
    .prepare<[string, string], number>('SELECT copies FROM slip_copies WHERE slip = ? AND reference = ?')
    .pluck();
  const put = db.prepare(
    'INSERT INTO slip_copies VALUES (?, ?, ?) ON CONFLICT (slip, reference) DO UPDATE SET copies = excluded.copies',
  );
  return {
    of: ({ slip, reference }) => copies.get(slip, reference) ?? 0,
    project: ({ slip, reference }, copy) => void put.run(slip, reference, copy),
  };
}
