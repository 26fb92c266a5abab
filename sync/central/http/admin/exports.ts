import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Deed } from '#central-api';
import {
  addDays,
  type BusinessDay,
  businessDaySchema,
  instant,
  isoOf,
  type OutletCode,
  startOfDay,
} from '#rules';
import { mayDo } from '../../access/rights.ts';
import type { Reading } from '../../database/database.ts';
import { type ConflictPlace, readConflicts } from '../../ingest/conflict-rows.ts';
import type { AdminDesk } from './admin-desk.ts';
import { askerIn, firstFault, refuse } from './asking.ts';
import { type AuditRow, readAudit } from './audit.ts';
import { type Cell, type Rows, streamCsv } from './csv-stream.ts';
import { headings } from './export-headings.ts';

interface Export {
  readonly head: readonly string[];
  /** Where it is not for everybody. */
  readonly deed?: Deed;
  /** In portions, of the outlets that the asker may see. */
  rows(desk: ExportDesk, span: Span, outlets: ReadonlySet<OutletCode>): Rows;
}

type ExportDesk = Pick<AdminDesk, 'database' | 'overview' | 'places' | 'audit'>;

/** Of what a calendar of ours can hold. */
const lastDay = '2999-12-31' as BusinessDay;

const firstDay = '2020-01-01' as BusinessDay;
const spanSchema = z.object({ from: businessDaySchema.optional(), to: businessDaySchema.optional() });
interface Span {
  readonly from: BusinessDay;
  readonly to: BusinessDay;
}

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
  audit: {
    head: headings.audit,
    deed: 'read-audit',
    rows: ({ database }, span) => auditOf(database.reading, span),
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

/** Newest first. */
async function* auditOf(reading: Reading, { from, to }: Span): Rows {
  const first = startOfDay(from);
  let after: string | undefined = `${startOfDay(addDays(to > lastDay ? lastDay : to, 1))}.${firstId}`;
  while (after !== undefined) {
    const rows: readonly AuditRow[] = await readAudit(reading, { after }, portion);
    yield rows
      .filter(({ at }) => at >= first)
      .map(({ at, who, deed, detail }) => {
        const { outcome, ...said } = JSON.parse(detail) as { readonly outcome?: string };
        return [isoOf(at), who, deed, outcome ?? '', JSON.stringify(said)];
      });
    const last: AuditRow | undefined = rows.length === portion ? rows.at(-1) : undefined;
    after = last && last.at >= first ? `${last.at}.${last.id}` : undefined;
  }
}
const firstId = '00000000-0000-0000-0000-000000000000';

export function sendExport(desk: ExportDesk): RequestHandler {
  return async (req, res) => {
    const name = String(req.params.name);
    const wanted = Object.hasOwn(exports, name) ? exports[name] : undefined;
    const asked = spanSchema.safeParse(req.query);
    if (!wanted || !asked.success) {
      const said = wanted && asked.error ? refuse('bad-body', firstFault(asked.error)) : refuse('not-found');
      res.status(said.status).json(said.body);
      return;
    }
    const { from = firstDay, to = lastDay } = asked.data;
    const span: Span = { from, to };
    const { who } = askerIn(res);
    if (wanted.deed && !mayDo(who, wanted.deed, null)) {
      const { status, body } = refuse('forbidden');
      res.status(status).json(body);
      return;
    }
    const seen = (await desk.places.seenBy(who)).map(({ outlet }) => outlet);
    const end = await desk.audit.begin(who, 'export', { file: name, ...asked.data });
    res.set({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
    });
    await streamCsv(res, wanted.head, wanted.rows(desk, span, new Set(seen)));
    if (res.writableFinished) await end('done');
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
