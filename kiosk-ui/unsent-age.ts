import type { CentralView } from '#api';
import { centreState } from './centre-state.ts';
import { minutesBetween } from './day-format.ts';
import type { Instant } from './wall.ts';

/** What the centre has not got, and for how long the oldest of it waits. */
export interface UnsentAge {
  readonly entries: number;
  /** Whole minutes; `null` while the entries are on their way, or there are none. */
  readonly minutes: number | null;
  /** `late` after ten minutes, `too-late` after an hour, like every figure that stopped. */
  readonly age: 'fresh' | 'late' | 'too-late';
}

type Unsent = Parameters<typeof centreState>[0] & Pick<CentralView, 'unsent' | 'oldestUnsentAt'>;

const lateMinutes = 10;
const tooLateMinutes = 60;

/** While entries go out one by one their age is nothing to read; without a line it is, from the first minute. */
export function unsentAge(central: Unsent, now: Instant): UnsentAge {
  const { unsent: entries, oldestUnsentAt } = central;
  if (entries === 0 || oldestUnsentAt === null) return { entries, minutes: null, age: 'fresh' };
  const minutes = minutesBetween(oldestUnsentAt, now);
  const age = minutes >= tooLateMinutes ? 'too-late' : minutes >= lateMinutes ? 'late' : 'fresh';
  const state = centreState(central);
  const goesOut = state === 'online' || state === 'connecting';
  return { entries, minutes: goesOut && age === 'fresh' ? null : minutes, age };
}
