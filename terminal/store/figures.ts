import type { Database } from 'better-sqlite3';
import { type BusinessDay, businessDayOf, type Instant, maskKindSchema, type PiecesByKind } from '#rules';
import { rocDay } from './sales.ts';

/** What one business day came to, as far as the journal says. Money in NT$. */
export interface DayMovement {
  /** Of sales made on this day, voided ones included. */
  readonly sold: PiecesByKind;
  readonly sales: PiecesByKind;
  readonly salesAmount: number;
  /** Made on this day, of whatever day's sales. */
  readonly voids: { readonly receipts: number; readonly pieces: PiecesByKind; readonly amount: number };
  readonly byHand: number;
  readonly paper: number;
  /** Holders whose purchase of this day stands. */
  readonly persons: number;
  readonly received: PiecesByKind;
  readonly adjusted: PiecesByKind;
}

export interface Figures {
  of(day: BusinessDay): DayMovement;
  /** Pieces sold in each hour of a day in Taipei, and not voided. */
  byHour(day: BusinessDay): readonly PiecesByKind[];
  /** The same over several days, added up, and on how many of them anything was sold that stands. */
  byHourBetween(from: BusinessDay, until: BusinessDay): SeveralDays;
  /** Receipts made at the counter in a span of time, voided ones and paper forms not counted. */
  visitsBetween(from: Instant, until: Instant): number;
  /** Days on which anything was sold, voided, delivered or counted, oldest first. */
  daysBetween(from: BusinessDay, until: BusinessDay): readonly BusinessDay[];
}

export interface SeveralDays {
  readonly days: number;
  readonly byHour: readonly PiecesByKind[];
}

interface SumRow {
  readonly kind: string;
  readonly pieces: number;
  readonly sales: number;
  readonly amount: number;
}

export function createFigures(db: Database): Figures {
  const range = 'receipt_number > ? AND receipt_number < ?';
  const sold = db.prepare<[string, string], SumRow & { byHand: number; paper: number }>(
    `SELECT mask_kind AS kind, sum(pieces) AS pieces, count(*) AS sales, sum(pieces * unit_price) AS amount,
       sum(identified_by <> 'chip' AND form_line IS NULL) AS byHand, sum(form_line IS NOT NULL) AS paper
     FROM sales WHERE ${range} GROUP BY mask_kind`,
  );
  const persons = db
    .prepare<[string, string], number>(
      `SELECT count(DISTINCT holder_key) FROM sales WHERE ${range} AND voided = 0`,
    )
    .pluck();
  const voided = db.prepare<[BusinessDay], SumRow>(
    `SELECT mask_kind AS kind, sum(pieces) AS pieces, count(DISTINCT receipt_number) AS sales,
       sum(pieces * unit_price) AS amount
     FROM voids JOIN sales USING (receipt_number) WHERE voids.day = ? GROUP BY mask_kind`,
  );
  const voidedReceipts = db
    .prepare<[BusinessDay], number>('SELECT count(*) FROM voids WHERE day = ?')
    .pluck();
  const events = db.prepare<[BusinessDay], { what: string; adult: number; child: number }>(
    'SELECT what, sum(adult) AS adult, sum(child) AS child FROM stock_events WHERE day = ? GROUP BY what',
  );
  const hours = db.prepare<[string, string], { hour: number; kind: string; pieces: number }>(
    // Taipei is eight hours ahead.
    `SELECT (sold_at / 3600000 + 8) % 24 AS hour, mask_kind AS kind, sum(pieces) AS pieces
     FROM sales WHERE ${range} AND voided = 0 GROUP BY 1, 2`,
  );
  const sellingDays = db
    .prepare<[string, string], number>(`SELECT count(DISTINCT day) FROM sales WHERE ${range} AND voided = 0`)
    .pluck();
  const visits = db
    .prepare<[string, string, Instant, Instant], number>(
      `SELECT count(DISTINCT receipt_number) FROM sales
       WHERE ${range} AND voided = 0 AND form_line IS NULL AND sold_at >= ? AND sold_at <= ?`,
    )
    .pluck();
  const days = db
    .prepare<{ from: BusinessDay; until: BusinessDay }, BusinessDay>(
      `SELECT day FROM days WHERE day BETWEEN @from AND @until
       UNION SELECT DISTINCT day FROM stock_events WHERE day BETWEEN @from AND @until ORDER BY 1`,
    )
    .pluck();

  const bounds = (day: BusinessDay, until = day): [string, string] => [
    `${rocDay(day)}-`,
    `${rocDay(until)}.`,
  ];

  function hoursOf(from: BusinessDay, until = from): readonly PiecesByKind[] {
    const byHour = Array.from({ length: 24 }, () => ({ adult: 0, child: 0 }));
    for (const { hour, kind, pieces } of hours.all(...bounds(from, until))) {
      const slot = byHour[hour];
      if (slot) slot[maskKindSchema.parse(kind)] = pieces;
    }
    return byHour;
  }

  return {
    of(day) {
      const sales = sold.all(...bounds(day));
      const voids = voided.all(day);
      const moved = events.all(day);
      return {
        sold: byKind(sales, 'pieces'),
        sales: byKind(sales, 'sales'),
        salesAmount: total(sales, 'amount'),
        voids: {
          receipts: voidedReceipts.get(day) ?? 0,
          pieces: byKind(voids, 'pieces'),
          amount: total(voids, 'amount'),
        },
        byHand: total(sales, 'byHand'),
        paper: total(sales, 'paper'),
        persons: persons.get(...bounds(day)) ?? 0,
        received: piecesOf(moved.filter(({ what }) => what === 'goods-in')),
        adjusted: piecesOf(moved.filter(({ what }) => what !== 'goods-in')),
      };
    },
    byHour: (day) => hoursOf(day),
    byHourBetween: (from, until) => ({
      days: sellingDays.get(...bounds(from, until)) ?? 0,
      byHour: hoursOf(from, until),
    }),
    visitsBetween: (from, until) =>
      visits.get(...bounds(businessDayOf(from), businessDayOf(until)), from, until) ?? 0,
    daysBetween: (from, until) => days.all({ from, until }),
  };
}

function byKind(rows: readonly SumRow[], column: 'pieces' | 'sales'): PiecesByKind {
  const of = (kind: string) => rows.find((row) => row.kind === kind)?.[column] ?? 0;
  return { adult: of('adult'), child: of('child') };
}

const total = <C extends string>(rows: readonly Readonly<Record<C, number>>[], column: C): number =>
  rows.reduce((sum, row) => sum + row[column], 0);

const piecesOf = (rows: readonly PiecesByKind[]): PiecesByKind => ({
  adult: total(rows, 'adult'),
  child: total(rows, 'child'),
});
