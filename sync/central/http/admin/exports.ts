import type { RequestHandler } from 'express';
import { z } from 'zod';
import {
  addDays,
  type BusinessDay,
  businessDaySchema,
  instant,
  isoOf,
  type OutletCode,
  startOfDay,
} from '#rules';
import type { Reading } from '../../database/database.ts';
import { type ConflictPlace, readConflicts } from '../../ingest/conflict-rows.ts';
import type { AdminDesk } from './admin-desk.ts';
import { askerIn, firstFault, refuse } from './asking.ts';
import { type Cell, type Rows, streamCsv } from './csv-stream.ts';
import { headings } from './export-headings.ts';

interface Export {
  readonly head: readonly string[];
  /** In portions, of the outlets that the asker may see. */
  rows(desk: ExportDesk, span: Span, outlets: ReadonlySet<OutletCode>): Rows;
}

type ExportDesk = Pick<AdminDesk, 'database' | 'overview' | 'places'>;

/** Of what a calendar of ours can hold. */
const lastDay = '2999-12-31' as BusinessDay;

const spanSchema = z.object({
  from: businessDaySchema.default('2020-01-01' as BusinessDay),
  to: businessDaySchema.default(lastDay),
});
type Span = z.infer<typeof spanSchema>;

const portion = 5_000;

/** `GET /admin/api/exports/NAME.csv?from=&to=`: UTF-8 with BOM, as spreadsheets in Taiwan read it; streamed. Codes stay codes. */
export const exports: Readonly<Record<string, Export>> = {
  outlets: {
    head: headings.outlets,
    async *rows({ overview }, _span, outlets) {
      const { rows } = await overview.rows();
      yield rows
        .filter(({ code }) => outlets.has(code))
        .map((row) => [
          ...[row.code, row.name, row.county, row.town, row.chain, row.selling.state, row.selling.note],
          ...[row.available.adult, row.available.child, row.promised.adult, row.promised.child],
          ...[row.onHand.adult, row.onHand.child, row.notYetOnSale.adult, row.notYetOnSale.child],
          ...[row.soldToday.adult, row.soldToday.child, row.heardAt === null ? '' : isoOf(row.heardAt)],
          ...[row.unsent, row.notices.join(' ')],
        ]);
    },
  },
  sales: {
    head: headings.sales,
    rows: ({ database }, { from, to }, outlets) =>
      ofOutlets(outlets, (outlet) =>
        database.reading.all<Record<string, Cell>>(
          `SELECT outlet, day, hour, mask_kind, sales, pieces, voided_sales, voided_pieces FROM sold
           WHERE outlet = ? AND day >= ? AND day <= ? ORDER BY day, hour, mask_kind`,
          [outlet, from, to],
        ),
      ),
  },
  deliveries: {
    head: headings.deliveries,
    rows: ({ database }, { from, to }, outlets) =>
      ofOutlets(outlets, async (outlet) => {
        const rows = await database.reading.all<Record<string, Cell>>(
          `SELECT outlet, delivery_id, day, adult, child, note, announced_at, received_adult, received_child,
             received_at FROM deliveries WHERE outlet = ? AND day >= ? AND day <= ? ORDER BY day, delivery_id`,
          [outlet, from, to],
        );
        return rows.map((row) => ({
          ...row,
          announced_at: timeOf(row.announced_at),
          received_at: timeOf(row.received_at),
        }));
      }),
  },
  conflicts: {
    head: headings.conflicts,
    rows: ({ database }, span, outlets) => conflictsOf(database.reading, span, outlets),
  },
};

/** Those found from the beginning of one day to the end of another. */
async function* conflictsOf(reading: Reading, { from, to }: Span, outlets: ReadonlySet<OutletCode>): Rows {
  const first = startOfDay(from);
  let place: ConflictPlace = {
    foundAt: startOfDay(addDays(to > lastDay ? lastDay : to, 1)),
    conflictId: 'g',
  };
  for (;;) {
    const found = await readConflicts(reading, 'all', place, portion);
    yield found.flatMap(({ earlier, later, foundAt, endedAt }) => {
      const sides = [earlier, later];
      if (foundAt < first || !sides.some(({ id }) => outlets.has(id.outlet))) return [];
      const cells = sides.flatMap(({ id, at, kind, pieces }) => [id.outlet, isoOf(at), kind, pieces]);
      return [[timeOf(foundAt), timeOf(endedAt), ...cells]];
    });
    const last = found.at(-1);
    if (!last || found.length < portion || last.foundAt < first) return;
    place = last;
  }
}

export function sendExport(desk: ExportDesk): RequestHandler {
  return async (req, res) => {
    const name = String(req.params.name);
    const wanted = Object.hasOwn(exports, name) ? exports[name] : undefined;
    const span = spanSchema.safeParse(req.query);
    if (!wanted || !span.success) {
      const said = wanted && span.error ? refuse('bad-body', firstFault(span.error)) : refuse('not-found');
      res.status(said.status).json(said.body);
      return;
    }
    const seen = (await desk.places.seenBy(askerIn(res).who)).map(({ outlet }) => outlet);
    res.set({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
    });
    await streamCsv(res, wanted.head, wanted.rows(desk, span.data, new Set(seen)));
  };
}

async function* ofOutlets(
  outlets: ReadonlySet<OutletCode>,
  read: (outlet: OutletCode) => Promise<readonly Record<string, Cell>[]>,
): Rows {
  let some: Cell[][] = [];
  for (const outlet of outlets) {
    some.push(...(await read(outlet)).map((row) => Object.values(row)));
    if (some.length < portion) continue;
    yield some;
    some = [];
    // Tills are waiting as well.
    await new Promise(setImmediate);
  }
  yield some;
}

const timeOf = (at: Cell | undefined): Cell =>
  at === null || at === undefined ? '' : isoOf(instant(Number(at)));
