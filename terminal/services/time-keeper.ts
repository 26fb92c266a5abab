import { type Clock, type Instant, instant } from '#rules';
import type { Store } from '#store';

/** The time by which this till decides and records. */
export interface TimeKeeper {
  /** Never before the last entry of the journal, so that a clock set back cannot reopen a window. */
  now(): Instant;
  /** The machine's clock stands before the last entry. */
  behind(): boolean;
}

export const createTimeKeeper = (clock: Clock, journal: Store['journal']): TimeKeeper => ({
  now: () => instant(Math.max(clock.now(), journal.head().at ?? 0)),
  behind: () => clock.now() < (journal.head().at ?? 0),
});
