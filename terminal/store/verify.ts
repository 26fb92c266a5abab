import { setImmediate as nextTurn } from 'node:timers/promises';
import Sqlite, { type Database } from 'better-sqlite3';
import { type ChainBreak, chainFault, createJournal } from '#journal';
import { type Entry, noHash, parseFact } from '#protocol';
import { migrate } from './migrations.ts';
import { createProjections, projectedTables } from './projections.ts';

export type Verification =
  | { readonly whole: true; readonly entries: number; readonly hash: string }
  | { readonly whole: false; readonly fault: 'chain'; readonly broken: ChainBreak }
  /** Kept and rebuilt rows differ; `row` is the first column of the first that does. */
  | { readonly whole: false; readonly fault: 'projection'; readonly table: string; readonly row: string }
  /** An entry that cannot follow from those before it, or that this version cannot read. */
  | { readonly whole: false; readonly fault: 'entry'; readonly seq: number; readonly reason: string };

/** Checks the whole chain, rebuilds every projection from it in memory, and compares row by row. Changes nothing. */
export function verify(db: Database): Verification {
  const steps = verification(db);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * The same beside a till that goes on serving: never holds it up for more than some milliseconds. `db` must not be the
 * connection that the till works with.
 */
export async function verifyInSteps(db: Database): Promise<Verification> {
  const steps = verification(db);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await nextTurn();
  }
}

/** How much is done before others have their turn: about 2 ms. */
const entriesAStep = 20;
const rowsAStep = 500;

function* verification(db: Database): Generator<undefined, Verification, undefined> {
  const journal = createJournal(db);
  const rebuilt = new Sqlite(':memory:');
  try {
    migrate(rebuilt, () => undefined);
    const { project } = createProjections(rebuilt);
    let previous: Entry | null = null;
    for (const entry of journal.entriesAfter(0)) {
      const broken = chainFault(entry, previous);
      if (broken) return { whole: false, fault: 'chain', broken: { seq: entry.seq, fault: broken } };
      try {
        project(entry, parseFact(entry.fact));
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return { whole: false, fault: 'entry', seq: entry.seq, reason };
      }
      previous = entry;
      if (entry.seq % entriesAStep === 0) yield;
    }
    for (const table of projectedTables) {
      const row = yield* firstDifference(db, rebuilt, table);
      if (row !== null) return { whole: false, fault: 'projection', table, row };
    }
    return { whole: true, entries: previous?.seq ?? 0, hash: previous?.hash ?? noHash };
  } finally {
    rebuilt.close();
  }
}

function* firstDifference(
  kept: Database,
  rebuilt: Database,
  table: (typeof projectedTables)[number],
): Generator<undefined, string | null, undefined> {
  const rows = (db: Database) => db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).raw().iterate();
  const [left, right] = [rows(kept), rows(rebuilt)];
  for (let compared = 1; ; compared++) {
    const [a, b] = [left.next(), right.next()];
    if (a.done && b.done) return null;
    if (JSON.stringify(a.value) !== JSON.stringify(b.value)) {
      left.return?.();
      right.return?.();
      return String(((b.done ? a.value : b.value) as unknown[])[0]);
    }
    if (compared % rowsAStep === 0) yield;
  }
}
