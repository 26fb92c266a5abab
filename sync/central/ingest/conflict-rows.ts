import type { Instant } from '#rules';
import type { Reading } from '../database/database.ts';
import type { KeptSide } from './conflicts.ts';

export interface KeptConflict {
  readonly conflictId: string;
  readonly earlier: KeptSide;
  readonly later: KeptSide;
  readonly foundAt: Instant;
  readonly endedAt: Instant | null;
}

/** Where a page ends. Many are found in one round of settling, so the instant alone would lose the rest of them. */
export type ConflictPlace = Pick<KeptConflict, 'foundAt' | 'conflictId'>;

/**
 * Conflicts after a place, newest first; `all` has those that are ended, and those whose purchases are forgotten, which
 * stand in a table of their own.
 */
export async function readConflicts(
  reading: Reading,
  state: 'open' | 'all',
  { foundAt, conflictId }: ConflictPlace,
  most: number,
): Promise<readonly KeptConflict[]> {
  const columns =
    'SELECT conflict_id AS "conflictId", earlier, later, found_at AS "foundAt", ended_at AS "endedAt" FROM';
  const beyond = '(found_at < ? OR (found_at = ? AND conflict_id > ?))';
  const place = [foundAt, foundAt, conflictId];
  const open = state === 'open' ? 'AND ended_at IS NULL' : '';
  const past = state === 'open' ? '' : `UNION ALL ${columns} past_conflicts WHERE ${beyond}`;
  const rows = await reading.all<Row>(
    `${columns} conflicts WHERE ${beyond} ${open} ${past} ORDER BY "foundAt" DESC, "conflictId" LIMIT ${most}`,
    state === 'open' ? place : [...place, ...place],
  );
  return rows.map((row) => ({ ...row, earlier: JSON.parse(row.earlier), later: JSON.parse(row.later) }));
}

interface Row extends Omit<KeptConflict, 'earlier' | 'later'> {
  readonly earlier: string;
  readonly later: string;
}
