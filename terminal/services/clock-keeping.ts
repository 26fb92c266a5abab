import { type Actor, mayDo } from '#rules';
import type { Store } from '#store';
import type { TimeKeeper } from './time-keeper.ts';

/** `not-now`: the clock stands before the last entry; it has to be set first. */
export type ClockAnswer = 'done' | 'not-your-right' | 'not-now';

export interface ClockKeeping {
  /** A person looked at the machine's clock and found it right. @throws a storage error */
  confirmClock(commandId: string, actor: Actor): ClockAnswer;
}

export function createClockKeeping({ store, time }: { store: Store; time: TimeKeeper }): ClockKeeping {
  return {
    confirmClock(commandId, actor) {
      let confirmed = false;
      const answer = store.transact((): ClockAnswer => {
        if (store.commandsDone.has(commandId)) return 'done';
        if (!mayDo(actor.role, 'confirm-clock')) return 'not-your-right';
        const trust = time.trust();
        if (trust !== 'jumped') return trust === 'trusted' ? 'done' : 'not-now';
        const before = time.now();
        store.record({ kind: 'clock-confirmed', commandId, before, by: actor.operatorId }, time.wall());
        confirmed = true;
        return 'done';
      });
      // After the transaction, because the clock is trusted only once the entry that says why is on disk.
      if (confirmed) time.confirm();
      return answer;
    },
  };
}
