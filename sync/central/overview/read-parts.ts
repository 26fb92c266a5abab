import { businessDayOf, type Instant, type OutletCode, type PiecesByKind } from '#rules';
import type { Reading } from '../database/database.ts';
import type { KeptSide } from '../ingest/conflicts.ts';
import type { Board } from '../opendata/board.ts';
import type { ListedOutlet } from '../outlets/outlet.ts';
import type { RowParts } from './outlet-row.ts';
import { nothingSold, readSoldToday, type SoldDay } from './sold-figures.ts';

const none: PiecesByKind = { adult: 0, child: 0 };

/** What the database and the board say of these outlets now. */
export async function readParts(
  reading: Reading,
  board: Pick<Board, 'figures'>,
  listed: readonly ListedOutlet[],
  usual: ReadonlyMap<OutletCode, SoldDay>,
  conflicts: ReadonlyMap<OutletCode, number>,
  now: Instant,
  which: readonly OutletCode[] | 'all',
): Promise<readonly RowParts[]> {
  const day = businessDayOf(now);
  const [only, values] =
    which === 'all' ? ['', []] : [`AND ${reading.anyOf('outlet')}`, [reading.list(which)]];
  const [today, tills, goods] = await Promise.all([
    readSoldToday(reading, day, which),
    reading.all<TillsRow>(
      `SELECT outlet, count(*) AS tills, sum(journal_head - seq) AS unsent FROM tills
       WHERE revoked_at IS NULL ${only} GROUP BY outlet`,
      values,
    ),
    reading.all<GoodsRow>(
      `SELECT outlet, sum(adult) AS adult, sum(child) AS child, sum(coalesce(received_adult, 0)) AS "receivedAdult",
         sum(coalesce(received_child, 0)) AS "receivedChild",
         sum(CASE WHEN received_at IS NULL THEN 1 ELSE 0 END) AS due
       FROM deliveries WHERE day = ? AND adult + child > 0 ${only} GROUP BY outlet`,
      [day, ...values],
    ),
  ]);
  const tillsOf = new Map(tills.map((row) => [row.outlet, row]));
  const goodsOf = new Map(goods.map((row) => [row.outlet, row]));
  return listed.map((one) => {
    const [its, delivered] = [tillsOf.get(one.outlet), goodsOf.get(one.outlet)];
    return {
      listed: one,
      figures: board.figures(one.outlet),
      tills: Number(its?.tills ?? 0),
      unsent: Number(its?.unsent ?? 0),
      today: today.get(one.outlet) ?? { sold: nothingSold, sales: 0 },
      usual: usual.get(one.outlet) ?? nothingSold,
      announced: delivered ? { adult: Number(delivered.adult), child: Number(delivered.child) } : none,
      received: delivered
        ? { adult: Number(delivered.receivedAdult), child: Number(delivered.receivedChild) }
        : none,
      state: delivered ? (Number(delivered.due) > 0 ? 'some-due' : 'all-received') : 'none-due',
      conflicts: conflicts.get(one.outlet) ?? 0,
    };
  });
}

interface TillsRow {
  readonly outlet: OutletCode;
  readonly tills: number;
  readonly unsent: number;
}

interface GoodsRow {
  readonly outlet: OutletCode;
  readonly adult: number;
  readonly child: number;
  readonly receivedAdult: number;
  readonly receivedChild: number;
  readonly due: number;
}

/** Open pairs are few, and each concerns two outlets whose names stand within it. */
export async function countConflicts(reading: Reading): Promise<ReadonlyMap<OutletCode, number>> {
  const rows = await reading.all<{ earlier: string; later: string }>(
    'SELECT earlier, later FROM conflicts WHERE ended_at IS NULL',
  );
  const counts = new Map<OutletCode, number>();
  for (const row of rows) {
    const sides = [row.earlier, row.later].map((side) => (JSON.parse(side) as KeptSide).id.outlet);
    for (const outlet of new Set(sides)) counts.set(outlet, (counts.get(outlet) ?? 0) + 1);
  }
  return counts;
}
