import { businessDayOf, type Instant, instant, instantAt } from '#rules';
import type { Store } from '#store';
import type { Schedule } from './scheduler.ts';
import { phaseOf } from './ticket-session.ts';
import type { TimeKeeper } from './time-keeper.ts';

/** Lets what was not collected in time lapse, so that it can be sold. */
export interface Lapsing {
  /** @throws a storage error */
  lapseDue(): void;
  /** Looks anew for the session that ends first. */
  reschedule(): void;
  watch(): () => void;
}

export interface LapsingDeps {
  readonly store: Store;
  readonly time: TimeKeeper;
  readonly schedule: Schedule;
  readonly onLapsed: () => void;
  readonly onFault: (error: unknown) => void;
}

/** A disk that is full now may have room in a minute. */
const tryAgainMs = 60_000;

export function createLapsing({ store, time, schedule, onLapsed, onFault }: LapsingDeps): Lapsing {
  let callOff: (() => void) | null = null;
  let watching = false;

  function lapseDue(): void {
    const at = time.now();
    const due = store.tickets.sessionsNotLapsed(businessDayOf(at)).filter((s) => phaseOf(s, at) === 'over');
    if (due.length === 0) return;
    store.transact(() => {
      for (const { sessionId } of due) store.record({ kind: 'tickets-lapsed', sessionId }, at);
    });
    onLapsed();
  }

  function soonestEnd(): Instant | null {
    const now = time.now();
    const open = store.tickets.sessionsFrom(businessDayOf(now)).filter((s) => phaseOf(s, now) !== 'over');
    const ends = open.map(({ day, pickUpUntil }) => instantAt(day, pickUpUntil));
    return ends.length === 0 ? null : instant(Math.min(...ends));
  }

  function planNext(at: Instant | null): void {
    callOff?.();
    callOff = at !== null && watching ? schedule(at, lapseAndGoOn) : null;
  }

  function lapseAndGoOn(): void {
    try {
      lapseDue();
      planNext(soonestEnd());
    } catch (error) {
      onFault(error);
      planNext(instant(time.now() + tryAgainMs));
    }
  }

  return {
    lapseDue,
    reschedule: () => planNext(soonestEnd()),
    watch() {
      watching = true;
      lapseAndGoOn();
      return () => {
        watching = false;
        planNext(null);
      };
    },
  };
}
