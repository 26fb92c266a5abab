import {
  addDays,
  type BusinessDay,
  type MaskKind,
  maskKinds,
  type OutletCode,
  type SoldByHour,
} from '#rules';
import type { Reading } from '../database/database.ts';

/** Sold less voided, by kind and hour. */
export type SoldDay = Readonly<Record<MaskKind, SoldByHour>>;

export const usualDays = 14;

/** What outlets sell on a usual day: the mean of those of the last two weeks on which they sold anything. */
export async function readUsualDays(
  reading: Reading,
  before: BusinessDay,
  outlet: OutletCode | null = null,
): Promise<ReadonlyMap<OutletCode, SoldDay>> {
  const only = outlet === null ? '' : 'AND outlet = ?';
  const from = addDays(before, -usualDays);
  const values = outlet === null ? [from, before] : [from, before, outlet];
  const days = await reading.all<{ outlet: OutletCode; days: number }>(
    `SELECT outlet, count(DISTINCT day) AS days FROM sold WHERE day >= ? AND day < ? ${only} GROUP BY outlet`,
    values,
  );
  const daysOf = new Map(days.map((row) => [row.outlet, Number(row.days)]));
  const rows = await reading.all<HourRow>(
    `SELECT outlet, mask_kind AS kind, hour, sum(pieces - voided_pieces) AS pieces FROM sold
     WHERE day >= ? AND day < ? ${only} GROUP BY outlet, mask_kind, hour`,
    values,
  );
  return byOutlet(rows, (row) => Math.max(0, Number(row.pieces)) / (daysOf.get(row.outlet) ?? 1));
}

export interface SoldToday {
  readonly sold: SoldDay;
  readonly sales: number;
}

/** Today's, of these outlets; one that is not among them sold nothing. */
export async function readSoldToday(
  reading: Reading,
  day: BusinessDay,
  outlets: readonly OutletCode[] | 'all',
): Promise<ReadonlyMap<OutletCode, SoldToday>> {
  const rows = await reading.all<HourRow & { readonly sales: number }>(
    `SELECT outlet, mask_kind AS kind, hour, pieces - voided_pieces AS pieces, sales - voided_sales AS sales
     FROM sold WHERE day = ? ${outlets === 'all' ? '' : `AND ${reading.anyOf('outlet')}`}`,
    outlets === 'all' ? [day] : [day, reading.list(outlets)],
  );
  const sales = new Map<OutletCode, number>();
  for (const row of rows) sales.set(row.outlet, (sales.get(row.outlet) ?? 0) + Number(row.sales));
  const sold = byOutlet(rows, (row) => Number(row.pieces));
  return new Map([...sold].map(([outlet, its]) => [outlet, { sold: its, sales: sales.get(outlet) ?? 0 }]));
}

interface HourRow {
  readonly outlet: OutletCode;
  readonly kind: MaskKind;
  readonly hour: number;
  readonly pieces: number;
}

const noSales = (): number[] => new Array<number>(24).fill(0);
const quietDay = () => Object.fromEntries(maskKinds.map((kind) => [kind, noSales()]));
export const nothingSold = quietDay() as unknown as SoldDay;

function byOutlet<Row extends HourRow>(
  rows: readonly Row[],
  pieces: (row: Row) => number,
): ReadonlyMap<OutletCode, SoldDay> {
  const outlets = new Map<OutletCode, Record<MaskKind, number[]>>();
  for (const row of rows) {
    const its = outlets.get(row.outlet) ?? (quietDay() as Record<MaskKind, number[]>);
    its[row.kind][row.hour] = pieces(row);
    outlets.set(row.outlet, its);
  }
  return outlets;
}
