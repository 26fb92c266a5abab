import type { Database } from 'better-sqlite3';
import type { BusinessDay, PiecesByKind } from '#rules';

/** What is to go on sale on one day: allotted, and brought. */
export interface GoodsForDay {
  /** On which they go on sale; as a rule they come on the day before. */
  readonly day: BusinessDay;
  /** What the centre announced, whether it came or not; `null`: nothing. */
  readonly announced: PiecesByKind | null;
  /** Booked in as one of those deliveries, on whatever day. */
  readonly received: PiecesByKind;
  /** Booked in for that day, and none of those deliveries. */
  readonly besides: PiecesByKind;
}

interface Sum {
  readonly rows: number;
  readonly adult: number;
  readonly child: number;
}

export function createGoodsForDay(db: Database): (day: BusinessDay) => GoodsForDay {
  const sum = (of: string) =>
    db.prepare<{ day: BusinessDay }, Sum>(
      `SELECT count(*) AS rows, coalesce(sum(adult), 0) AS adult, coalesce(sum(child), 0) AS child FROM ${of}`,
    );
  const announced = sum('deliveries_announced WHERE day = @day');
  const named = `SELECT seq FROM deliveries_received WHERE delivery_id IN
    (SELECT delivery_id FROM deliveries_announced WHERE day = @day)`;
  const received = sum(`stock_events WHERE seq IN (${named})`);
  const besides = sum(`stock_events WHERE what = 'goods-in' AND detail = @day AND seq NOT IN (${named})`);
  return (day) => {
    const allotted = announced.get({ day });
    return {
      day,
      announced: allotted && allotted.rows > 0 ? piecesOf(allotted) : null,
      received: piecesOf(received.get({ day })),
      besides: piecesOf(besides.get({ day })),
    };
  };
}

const piecesOf = (sum: Sum | undefined): PiecesByKind => ({ adult: sum?.adult ?? 0, child: sum?.child ?? 0 });
