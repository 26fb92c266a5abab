import { z } from 'zod';
import { instant, type OutletCode } from '#rules';
import type { OutletPlaces } from '../../access/outlet-places.ts';
import type { Reading } from '../../database/database.ts';
import { type ConflictPlace, readConflicts } from '../../ingest/conflict-rows.ts';
import type { KeptSide } from '../../ingest/conflicts.ts';
import { type AdminAnswer, type Asked, answer, firstFault, refuse } from './asking.ts';

const mostRows = 5_000;
const querySchema = z.object({
  state: z.enum(['open', 'all']).default('open'),
  /** Those after what `next` of the page before said. */
  after: z
    .string()
    .regex(/^\d{1,15}\.[0-9a-f]{32}$/)
    .optional(),
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
    const { state, after } = wanted.data;
    const [rows, seen] = await Promise.all([
      readConflicts(database.reading, state, placeOf(after), mostRows),
      places.seenBy(who),
    ]);
    const own = new Set(seen.map(({ outlet }) => outlet));
    const conflicts = rows.filter(
      ({ earlier, later }) => own.has(earlier.id.outlet) || own.has(later.id.outlet),
    );
    const last = rows.length === mostRows ? rows.at(-1) : undefined;
    const next = last ? `${last.foundAt}.${last.conflictId}` : null;
    return answer({ conflicts: await named(database.reading, conflicts), next });
  };

function placeOf(after: string | undefined): ConflictPlace {
  const [foundAt, conflictId = ''] = after?.split('.') ?? [];
  return { foundAt: instant(Number(foundAt ?? Number.MAX_SAFE_INTEGER)), conflictId };
}

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
