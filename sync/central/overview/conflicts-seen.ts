import type { ConflictPage } from '#central-api';
import { type Instant, instant, type OutletCode } from '#rules';
import type { Access } from '../access/rights.ts';
import { allOf, anyOf, type Condition, inScope } from '../access/scope.ts';
import type { CentralDatabase, Reading } from '../database/database.ts';
import type { KeptConflict } from '../ingest/conflict-rows.ts';
import type { KeptSide } from '../ingest/conflicts.ts';

export interface ConflictsWanted {
  readonly state: 'open' | 'all';
  /** What `next` of the page before said. */
  readonly after?: string | undefined;
  readonly most: number;
}

/** As `next` says a place: when it was found, and its id. */
export const conflictPlace = /^(\d{1,15})\.([0-9a-f]{32})$/;

type Database = Pick<CentralDatabase, 'kind' | 'reading'>;

/**
 * Over-quota pairs of which a side is in the scope, newest first, with both sides and without the holder. `all` has those
 * that are ended, and those whose purchases are forgotten.
 */
export async function readConflictPage(
  database: Database,
  who: Access,
  { state, after, most }: ConflictsWanted,
): Promise<ConflictPage> {
  const { reading } = database;
  const wanted = allOf(beyond(after), ofScope(database, who));
  const open = state === 'open' ? 'AND ended_at IS NULL' : '';
  const past = state === 'open' ? '' : `UNION ALL ${columns} past_conflicts WHERE ${wanted.sql}`;
  const rows = await reading.all<Row>(
    `${columns} conflicts WHERE ${wanted.sql} ${open} ${past}
     ORDER BY "foundAt" DESC, "conflictId" LIMIT ${most + 1}`,
    state === 'open' ? wanted.values : [...wanted.values, ...wanted.values],
  );
  const shown = rows.slice(0, most);
  const last = rows.length > most ? shown.at(-1) : undefined;
  const conflicts = shown.map((row) => ({
    ...row,
    earlier: JSON.parse(row.earlier) as KeptSide,
    later: JSON.parse(row.later) as KeptSide,
  }));
  return {
    conflicts: await named(reading, conflicts),
    next: last ? `${last.foundAt}.${last.conflictId}` : null,
  };
}

const columns =
  'SELECT conflict_id AS "conflictId", earlier, later, found_at AS "foundAt", ended_at AS "endedAt" FROM';

interface Row extends Omit<KeptConflict, 'earlier' | 'later'> {
  readonly earlier: string;
  readonly later: string;
}

function beyond(after: string | undefined): Condition {
  const [, foundAt = Number.MAX_SAFE_INTEGER, conflictId = ''] = conflictPlace.exec(after ?? '') ?? [];
  const at: Instant = instant(Number(foundAt));
  return {
    sql: '(found_at < ? OR (found_at = ? AND conflict_id > ?))',
    values: [at, at, conflictId],
  };
}

/** The sides are kept as JSON: the two databases have a word each for what stands in it. */
function ofScope({ kind }: Database, who: Access): Condition {
  if (who.role === 'authority') return inScope(who, '');
  const outletOf = (side: string) =>
    kind === 'sqlite' ? `json_extract(${side}, '$.id.outlet')` : `(${side}::json -> 'id' ->> 'outlet')`;
  return anyOf(inScope(who, outletOf('earlier')), inScope(who, outletOf('later')));
}

async function named(
  reading: Reading,
  conflicts: readonly KeptConflict[],
): Promise<ConflictPage['conflicts']> {
  const codes = [...new Set(conflicts.flatMap(({ earlier, later }) => [earlier.id.outlet, later.id.outlet]))];
  const rows = await reading.all<{ outlet: OutletCode; name: string }>(
    `SELECT outlet, name FROM outlets WHERE ${reading.anyOf('outlet')}`,
    [reading.list(codes)],
  );
  const names = new Map(rows.map(({ outlet, name }) => [outlet, name]));
  const withName = (side: KeptSide) => ({ ...side, outletName: names.get(side.id.outlet) ?? side.id.outlet });
  return conflicts.map((each) => ({ ...each, earlier: withName(each.earlier), later: withName(each.later) }));
}
