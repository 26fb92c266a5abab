import Sqlite, { type Database } from 'better-sqlite3';
import { type ChainBreak, checkChain, createJournal } from '#journal';
import { parseFact } from '#protocol';
import { migrate } from './migrations.ts';
import { createProjections } from './projections.ts';

const projections = ['sales', 'stock', 'policy_packs', 'receipt_copies', 'commands_done'] as const;

export type Verification =
  | { readonly whole: true; readonly entries: number; readonly hash: string }
  | { readonly whole: false; readonly fault: 'chain'; readonly broken: ChainBreak }
  /** Kept and rebuilt rows differ; `row` is the first column of the first that does. */
  | { readonly whole: false; readonly fault: 'projection'; readonly table: string; readonly row: string }
  /** An entry that cannot follow from those before it, or that this version cannot read. */
  | { readonly whole: false; readonly fault: 'entry'; readonly seq: number; readonly reason: string };

/** Checks the whole chain, rebuilds every projection from it in memory, and compares row by row. Changes nothing. */
export function verify(db: Database): Verification {
  const journal = createJournal(db);
  const chain = checkChain(journal.entriesAfter(0));
  if (!chain.whole) return { whole: false, fault: 'chain', broken: chain.broken };

  const rebuilt = new Sqlite(':memory:');
  try {
    migrate(rebuilt);
    const { project } = createProjections(rebuilt);
    for (const entry of journal.entriesAfter(0)) {
      try {
        project(entry, parseFact(entry.fact));
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return { whole: false, fault: 'entry', seq: entry.seq, reason };
      }
    }
    for (const table of projections) {
      const row = firstDifference(db, rebuilt, table);
      if (row !== null) return { whole: false, fault: 'projection', table, row };
    }
    return { whole: true, entries: chain.entries, hash: chain.hash };
  } finally {
    rebuilt.close();
  }
}

function firstDifference(
  kept: Database,
  rebuilt: Database,
  table: (typeof projections)[number],
): string | null {
  const rows = (db: Database) => db.prepare(`SELECT * FROM ${table} ORDER BY 1`).raw().iterate();
  const [left, right] = [rows(kept), rows(rebuilt)];
  for (;;) {
    const [a, b] = [left.next(), right.next()];
    if (a.done && b.done) return null;
    if (JSON.stringify(a.value) !== JSON.stringify(b.value)) {
      left.return?.();
      right.return?.();
      return String(((b.done ? a.value : b.value) as unknown[])[0]);
    }
  }
}
