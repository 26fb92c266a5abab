import {
  type Actor,
  addDays,
  type BusinessDay,
  businessDayOf,
  type CountReason,
  isNone,
  type MaskKind,
  type MoveFrom,
  type MoveTo,
  maskKinds,
  mayDo,
  nextSellingDay,
  type PiecesByKind,
} from '#rules';
import type { Store } from '#store';
import { createSignal, type Signal } from './signal.ts';
import type { TimeKeeper } from './time-keeper.ts';

/** What became of a movement of stock. Anything but `done` changed nothing. */
export type StockAnswer =
  | 'done'
  | 'not-your-right'
  /** Nothing, less than nothing, or a day on sale that is far off: key it in again. */
  | 'not-allowed'
  /** What is on hand is no longer what was counted against: count again. */
  | 'stale'
  /** The centre announced no such delivery, or called it off: key the goods in without it. */
  | 'unknown'
  | 'promised-by-ticket'
  | 'not-enough-stock';

export interface GoodsIn {
  readonly commandId: string;
  readonly pieces: PiecesByKind;
  /** `null`: the day of the delivery, or the next on which this outlet sells. A day that is past means today. */
  readonly onSaleFrom: BusinessDay | null;
  /** What had been announced; `null`: what the centre announced of this delivery, or nothing. */
  readonly expected: PiecesByKind | null;
  /** The announced delivery that these are. */
  readonly deliveryId?: string | undefined;
  readonly note: string;
}

export interface Count {
  readonly commandId: string;
  /** On hand as the person saw it while counting. */
  readonly booked: PiecesByKind;
  readonly counted: PiecesByKind;
  readonly reason: CountReason;
  readonly note: string;
}

export interface Move {
  readonly commandId: string;
  readonly kind: MaskKind;
  readonly pieces: number;
  readonly from: MoveFrom;
  readonly to: MoveTo;
  readonly note: string;
}

/** Movements of stock other than sales. The same `commandId` a second time changes nothing. All throw storage errors. */
export interface StockKeeping {
  goodsIn(order: GoodsIn, actor: Actor): StockAnswer;
  count(order: Count, actor: Actor): StockAnswer;
  /** Takes pieces aside, brings them back, or sends them away. */
  move(order: Move, actor: Actor): StockAnswer;
  readonly changed: Signal;
}

/** Deliveries are announced days ahead; a day beyond this is a slip of the finger that would lock the goods away. */
const mostDaysAhead = 60;

export function createStockKeeping({ store, time }: { store: Store; time: TimeKeeper }): StockKeeping {
  const changed = createSignal();

  function recordOnce(commandId: string, actor: Actor, record: () => StockAnswer): StockAnswer {
    const answer = store.transact((): StockAnswer => {
      if (store.commandsDone.has(commandId)) return 'done';
      if (!mayDo(actor.role, 'keep-stock')) return 'not-your-right';
      return record();
    });
    if (answer === 'done') changed.raise();
    return answer;
  }

  function dayOnSale(wanted: BusinessDay | null, today: BusinessDay): BusinessDay {
    if (wanted !== null) return wanted < today ? today : wanted;
    return nextSellingDay(today, store.latestFacts.of('opening-hours-set')?.fact.week ?? null);
  }

  function receive({ commandId, pieces, deliveryId, note, ...order }: GoodsIn, { operatorId }: Actor) {
    const at = time.now();
    const today = businessDayOf(at);
    const announced = deliveryId === undefined ? null : store.centre.delivery(deliveryId);
    if (deliveryId !== undefined && !announced) return 'unknown';
    const expected = order.expected ?? announced?.pieces ?? null;
    const onSaleFrom = dayOnSale(order.onSaleFrom ?? announced?.day ?? null, today);
    if (onSaleFrom > addDays(today, mostDaysAhead)) return 'not-allowed';
    if (!areCounts(pieces) || (expected && !areCounts(expected))) return 'not-allowed';
    // That an announced delivery brought nothing is worth an entry; nothing out of nothing is not.
    if (isNone(pieces) && (expected === null || isNone(expected))) return 'not-allowed';
    const confirms = {
      ...(expected && { expected }),
      ...(announced && { deliveryId: announced.deliveryId }),
    };
    const goods = { commandId, pieces, onSaleFrom, ...confirms, note };
    store.record({ kind: 'goods-in', ...goods, by: operatorId }, at);
    return 'done';
  }

  function putRight({ commandId, booked, counted, reason, note }: Count, { operatorId }: Actor): StockAnswer {
    if (!areCounts(counted)) return 'not-allowed';
    const at = time.now();
    const stock = store.stock.on(businessDayOf(at));
    if (maskKinds.some((kind) => booked[kind] !== stock[kind].onHand)) return 'stale';
    if (maskKinds.some((kind) => counted[kind] < stock[kind].promised)) return 'promised-by-ticket';
    store.record({ kind: 'stock-counted', commandId, booked, counted, reason, note, by: operatorId }, at);
    return 'done';
  }

  function take({ commandId, kind, pieces, from, to, note }: Move, { operatorId }: Actor): StockAnswer {
    if (!isCount(pieces) || pieces === 0 || from === to) return 'not-allowed';
    const at = time.now();
    const { onHand, promised, defective } = store.stock.on(businessDayOf(at))[kind];
    if (pieces > (from === 'on-hand' ? onHand : defective)) return 'not-enough-stock';
    if (from === 'on-hand' && pieces > onHand - promised) return 'promised-by-ticket';
    store.record(
      { kind: 'stock-moved', commandId, maskKind: kind, pieces, from, to, note, by: operatorId },
      at,
    );
    return 'done';
  }

  return {
    goodsIn: (order, actor) => recordOnce(order.commandId, actor, () => receive(order, actor)),
    count: (order, actor) => recordOnce(order.commandId, actor, () => putRight(order, actor)),
    move: (order, actor) => recordOnce(order.commandId, actor, () => take(order, actor)),
    changed,
  };
}

const isCount = (pieces: number): boolean => Number.isSafeInteger(pieces) && pieces >= 0;
const areCounts = (pieces: PiecesByKind): boolean => maskKinds.every((kind) => isCount(pieces[kind]));
