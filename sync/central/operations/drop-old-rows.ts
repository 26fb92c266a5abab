import { dateToleranceMs } from '#protocol';
import type { Instant, OutletCode } from '#rules';
import type { CentralDatabase, Value } from '../database/database.ts';

const dayMs = 24 * 3_600_000;
/** After that a fork is no longer told by its entry, but still by the last one. */
const hashesKeptMs = 60 * dayMs;
/** The same till with the same code is answered as before, for so long after its time. */
const codesKeptMs = 7 * dayMs;

interface OldRows {
  readonly table: string;
  readonly where: string;
  readonly before: (now: Instant) => number;
}

const oldRows: readonly OldRows[] = [
  {
    table: 'batches',
    // What waits to be settled stays, and of every till the newest.
    where: `accepted_at < ? AND sales IS NULL AND last_seq < (SELECT max(newest.last_seq) FROM batches AS newest
      WHERE newest.outlet = batches.outlet AND newest.till_id = batches.till_id)`,
    before: (now) => now - hashesKeptMs,
  },
  { table: 'enrolment_codes', where: 'expires_at < ?', before: (now) => now - codesKeptMs },
  { table: 'nonces', where: 'at < ?', before: (now) => now - dateToleranceMs },
];

/** @returns how many */
export async function dropOldRows(
  { reading, inOutlet }: CentralDatabase,
  now: Instant,
  signal: AbortSignal,
): Promise<number> {
  let dropped = 0;
  for (const { table, where, before } of oldRows) {
    const bound: Value[] = [before(now)];
    const outlets = await reading.all<{ outlet: OutletCode }>(
      `SELECT DISTINCT outlet FROM ${table} WHERE ${where}`,
      bound,
    );
    for (const { outlet } of outlets) {
      if (signal.aborted) return dropped;
      dropped += await inOutlet(outlet, (statements) =>
        statements.run(`DELETE FROM ${table} WHERE ${where} AND outlet = ?`, [...bound, outlet]),
      );
    }
  }
  return dropped;
}
