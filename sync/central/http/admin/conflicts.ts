import { z } from 'zod';
import { type Instant, instantSchema, type OutletCode } from '#rules';
import type { OutletPlaces } from '../../access/outlet-places.ts';
import type { Reading } from '../../database/database.ts';
import type { KeptSide } from '../../ingest/conflicts.ts';
import { type AdminAnswer, type Asked, answer, firstFault, refuse } from './asking.ts';

interface ConflictRow {
  readonly conflictId: string;
  readonly earlier: string;
  readonly later: string;
  readonly foundAt: Instant;
  readonly endedAt: Instant | null;
}

const mostRows = 5_000;
const querySchema = z.object({
  state: z.enum(['open', 'all']).default('open'),
  /** Those found before this instant: the next page. */
  before: z.coerce.number().pipe(instantSchema).optional(),
});

/** Over-quota pairs of which a side is in the asker's scope, newest first, with both sides and without the holder. */
export const listConflicts =
  ({
    database,
    places,
  }: {
    readonly database: { readonly reading: Reading };
    readonly places: OutletPlaces;
  }) =>
  async ({ who, query }: Asked): Promise<AdminAnswer> => {
    const wanted = querySchema.safeParse(query);
    if (!wanted.success) return refuse('bad-body', firstFault(wanted.error));
    const { state, before = Number.MAX_SAFE_INTEGER } = wanted.data;
    const [rows, seen] = await Promise.all([
      conflictRows(database.reading, state, before),
      places.seenBy(who),
    ]);
    const own = new Set(seen.map(({ outlet }) => outlet));
    const conflicts = rows
      .map(({ earlier, later, ...row }) => ({
        ...row,
        earlier: JSON.parse(earlier) as KeptSide,
        later: JSON.parse(later) as KeptSide,
      }))
      .filter(({ earlier, later }) => own.has(earlier.id.outlet) || own.has(later.id.outlet));
    const last = rows.length === mostRows ? (rows.at(-1)?.foundAt ?? null) : null;
    return answer({ conflicts: await named(database.reading, conflicts), before: last });
  };

/** Those whose purchases are forgotten stand in a table of their own. */
const conflictRows = (
  reading: Reading,
  state: 'open' | 'all',
  before: number,
): Promise<readonly ConflictRow[]> => {
  const columns =
    'SELECT conflict_id AS "conflictId", earlier, later, found_at AS "foundAt", ended_at AS "endedAt" FROM';
  const open = state === 'open' ? 'AND ended_at IS NULL' : '';
  const past = state === 'open' ? '' : `UNION ALL ${columns} past_conflicts WHERE found_at < ?`;
  return reading.all(
    `${columns} conflicts WHERE found_at < ? ${open} ${past} ORDER BY "foundAt" DESC, "conflictId" LIMIT ${mostRows}`,
    state === 'open' ? [before] : [before, before],
  );
};

async function named<C extends { readonly earlier: KeptSide; readonly later: KeptSide }>(
  reading: Reading,
  conflicts: readonly C[],
) {
  const codes = [...new Set(conflicts.flatMap(({ earlier, later }) => [earlier.id.outlet, later.id.outlet]))];
  const rows = await reading.all<{ outlet: OutletCode; name: string }>(
    `SELECT outlet, name FROM outlets WHERE ${reading.anyOf('outlet')}`,
    [reading.list(codes)],
  );
  const names = new Map(rows.map(({ outlet, name }) => [outlet, name]));
  const withName = (side: KeptSide) => ({ ...side, outletName: names.get(side.id.outlet) ?? side.id.outlet });
  return conflicts.map((each) => ({ ...each, earlier: withName(each.earlier), later: withName(each.later) }));
}
