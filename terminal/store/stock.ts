import type { Database } from 'better-sqlite3';
import type { Entry, FactOf } from '#protocol';
import {
  type BusinessDay,
  businessDayOf,
  type Instant,
  type Lot,
  type MaskKind,
  maskKinds,
  type OperatorId,
  type PiecesByKind,
  type StockByKind,
} from '#rules';

export interface StockEvent {
  readonly at: Instant;
  readonly by: OperatorId | null;
  readonly what: 'goods-in' | 'count' | 'move';
  /** Change of what is on hand or will be. */
  readonly pieces: PiecesByKind;
  /** The day on sale, the reason of the count, or `from>to`. */
  readonly detail: string;
  readonly expected: PiecesByKind | null;
  readonly note: string;
}

export interface Stock {
  /** As of a day: what goes on sale on it is on hand. */
  on(day: BusinessDay): StockByKind;
  /** Goods that go on sale after `day`. */
  lotsAfter(day: BusinessDay): readonly Lot[];
  /** Newest first, at most 200. */
  events(from: BusinessDay, until: BusinessDay): readonly StockEvent[];
  /** Lets goods whose day has come join what is on hand. */
  release(day: BusinessDay): void;
  /** Moves pieces in (positive) or out (negative). @throws a constraint error if a bucket would fall below zero */
  move(kind: MaskKind, onHand: number, promised: number): void;
  projectGoodsIn(entry: Entry, fact: FactOf<'goods-in'>): void;
  projectCount(entry: Entry, fact: FactOf<'stock-counted'>): void;
  projectMove(entry: Entry, fact: FactOf<'stock-moved'>): void;
}

interface BucketRow {
  readonly kind: MaskKind;
  readonly onHand: number;
  readonly promised: number;
  readonly defective: number;
}

export function createStock(db: Database): Stock {
  const buckets = db.prepare<[], BucketRow>(
    'SELECT mask_kind AS kind, on_hand AS onHand, promised, defective FROM stock',
  );
  const lots = db.prepare<[], Lot>(
    'SELECT mask_kind AS kind, on_sale_from AS onSaleFrom, pieces FROM lots ORDER BY on_sale_from, seq, mask_kind',
  );
  const dropDue = db.prepare('DELETE FROM lots WHERE on_sale_from <= ?');
  const move = db.prepare(
    'UPDATE stock SET on_hand = on_hand + ?, promised = promised + ? WHERE mask_kind = ?',
  );
  const setAside = db.prepare('UPDATE stock SET defective = defective + ? WHERE mask_kind = ?');
  const insertLot = db.prepare('INSERT INTO lots VALUES (?, ?, ?, ?)');
  const insertEvent = db.prepare(`INSERT INTO stock_events VALUES (${Array(11).fill('?').join(', ')})`);
  const events = db.prepare<[string, string], EventRow>(
    `SELECT at, operator_id AS "by", what, adult, child, detail, expected_adult AS expectedAdult,
       expected_child AS expectedChild, note
     FROM stock_events WHERE day >= ? AND day <= ? ORDER BY seq DESC LIMIT 200`,
  );

  function record(entry: Entry, event: Omit<StockEvent, 'at' | 'by'>, by: OperatorId | undefined): void {
    const { what, pieces, detail, expected, note } = event;
    insertEvent.run(
      ...[entry.seq, entry.at, businessDayOf(entry.at), what, pieces.adult, pieces.child, detail],
      ...[expected?.adult ?? null, expected?.child ?? null, note, by ?? null],
    );
  }

  return {
    on(day) {
      const stock = { adult: emptyBuckets(), child: emptyBuckets() };
      for (const { kind, ...row } of buckets.all()) Object.assign(stock[kind], row);
      for (const { kind, onSaleFrom, pieces } of lots.all()) {
        if (onSaleFrom <= day) stock[kind].onHand += pieces;
        else stock[kind].notYetOnSale += pieces;
      }
      return stock;
    },
    lotsAfter: (day) => lots.all().filter(({ onSaleFrom }) => onSaleFrom > day),
    events: (from, until) =>
      events.all(from, until).map(({ adult, child, expectedAdult, expectedChild, ...event }) => ({
        ...event,
        pieces: { adult, child },
        expected:
          expectedAdult === null || expectedChild === null
            ? null
            : { adult: expectedAdult, child: expectedChild },
      })),
    release(day) {
      const due = lots.all().filter(({ onSaleFrom }) => onSaleFrom <= day);
      if (due.length === 0) return;
      for (const { kind, pieces } of due) move.run(pieces, 0, kind);
      dropDue.run(day);
    },
    move: (kind, onHand, promised) => void move.run(onHand, promised, kind),
    projectGoodsIn(entry, { pieces, onSaleFrom, expected, note, by }) {
      const day = businessDayOf(entry.at);
      for (const kind of maskKinds) {
        if (pieces[kind] === 0) continue;
        if (onSaleFrom !== undefined && onSaleFrom > day)
          insertLot.run(entry.seq, kind, onSaleFrom, pieces[kind]);
        else move.run(pieces[kind], 0, kind);
      }
      const event = {
        what: 'goods-in',
        pieces,
        detail: onSaleFrom ?? day,
        expected: expected ?? null,
      } as const;
      record(entry, { ...event, note: note ?? '' }, by);
    },
    projectCount(entry, { booked, counted, reason, note, by }) {
      const pieces = { adult: counted.adult - booked.adult, child: counted.child - booked.child };
      for (const kind of maskKinds) move.run(pieces[kind], 0, kind);
      record(entry, { what: 'count', pieces, detail: reason, expected: null, note }, by);
    },
    projectMove(entry, { maskKind, pieces, from, to, note, by }) {
      const onHand = (to === 'on-hand' ? pieces : 0) - (from === 'on-hand' ? pieces : 0);
      const defective = (to === 'defective' ? pieces : 0) - (from === 'defective' ? pieces : 0);
      move.run(onHand, 0, maskKind);
      setAside.run(defective, maskKind);
      const changed = { adult: 0, child: 0, [maskKind]: onHand };
      record(entry, { what: 'move', pieces: changed, detail: `${from}>${to}`, expected: null, note }, by);
    },
  };
}

interface EventRow extends Omit<StockEvent, 'pieces' | 'expected'> {
  readonly adult: number;
  readonly child: number;
  readonly expectedAdult: number | null;
  readonly expectedChild: number | null;
}

const emptyBuckets = () => ({ onHand: 0, promised: 0, defective: 0, notYetOnSale: 0 });
