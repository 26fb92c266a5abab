import {
  type Actor,
  addDays,
  businessDayOf,
  endsWithItsDay,
  type Instant,
  mayDo,
  type OpeningHours,
  type Right,
  type SellingState,
  startOfDay,
} from '#rules';
import type { Store } from '#store';
import { createSignal, type Signal } from './signal.ts';
import type { TimeKeeper } from './time-keeper.ts';

/** What became of a change. Anything but `done` changed nothing. */
export type ShopAnswer =
  | 'done'
  | 'not-your-right'
  /** Hours of one day that overlap or stand out of order. */
  | 'not-allowed';

export interface SellingStateNow {
  readonly state: SellingState;
  readonly note: string;
  /** `null`: nobody ever set one. */
  readonly since: Instant | null;
}

export interface OutletDescription {
  readonly name: string;
  readonly address: string;
  readonly phone: string;
}

export interface Hours {
  readonly week: OpeningHours;
  readonly note: string;
}

/** What the public is told of the shop. All that records throws storage errors. */
export interface ShopKeeping {
  /** `sold-out` and `closed-today` end with their day, without anybody doing anything. */
  sellingState(): SellingStateNow;
  setSellingState(
    order: { readonly commandId: string; readonly state: SellingState; readonly note: string },
    actor: Actor,
  ): ShopAnswer;
  /** `null` where nobody said. */
  openingHours(): Hours | null;
  setOpeningHours(order: Hours & { readonly commandId: string }, actor: Actor): ShopAnswer;
  outlet(): OutletDescription;
  describeOutlet(order: OutletDescription & { readonly commandId: string }, actor: Actor): ShopAnswer;
  readonly changed: Signal;
}

export function createShopKeeping({ store, time }: { store: Store; time: TimeKeeper }): ShopKeeping {
  const { latestFacts } = store;
  const changed = createSignal();

  function recordOnce(right: Right, { role }: Actor, commandId: string, record: () => ShopAnswer) {
    const answer = store.transact((): ShopAnswer => {
      if (store.commandsDone.has(commandId)) return 'done';
      return mayDo(role, right) ? record() : 'not-your-right';
    });
    if (answer === 'done') changed.raise();
    return answer;
  }

  function outlet(): OutletDescription {
    const { name, address, phone } = latestFacts.of('outlet-described')?.fact ?? undescribed;
    return { name, address, phone };
  }

  return {
    changed,
    sellingState() {
      const latest = latestFacts.of('selling-state-set');
      if (!latest) return { state: 'open', note: '', since: null };
      const { state, note } = latest.fact;
      const setOn = businessDayOf(latest.at);
      if (endsWithItsDay(state) && setOn < businessDayOf(time.now())) {
        return { state: 'open', note: '', since: startOfDay(addDays(setOn, 1)) };
      }
      return { state, note, since: latest.at };
    },
    setSellingState: ({ commandId, state, note }, actor) =>
      recordOnce('set-selling-state', actor, commandId, () => {
        store.record({ kind: 'selling-state-set', commandId, state, note, by: actor.operatorId }, time.now());
        return 'done';
      }),
    openingHours() {
      const latest = latestFacts.of('opening-hours-set')?.fact;
      return latest ? { week: latest.week, note: latest.note } : null;
    },
    setOpeningHours: ({ commandId, week, note }, actor) =>
      recordOnce('set-selling-state', actor, commandId, () => {
        if (week.length !== 7 || !week.every(followEachOther)) return 'not-allowed';
        store.record({ kind: 'opening-hours-set', commandId, week, note, by: actor.operatorId }, time.now());
        return 'done';
      }),
    outlet,
    describeOutlet: ({ commandId, name, address, phone }, actor) =>
      recordOnce('describe-outlet', actor, commandId, () => {
        const described = { name, address, phone, by: actor.operatorId };
        store.record({ kind: 'outlet-described', commandId, ...described }, time.now());
        return 'done';
      }),
  };
}

/** A journal of before there was a first start that asks. */
const undescribed: OutletDescription = { name: '藥局', address: '', phone: '' };

const followEachOther = (spans: OpeningHours[number]): boolean =>
  spans.every(({ from, until }, i) => from < until && (i === 0 || (spans[i - 1]?.until ?? '') <= from));
