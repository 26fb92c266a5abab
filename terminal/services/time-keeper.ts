import { type Clock, type Instant, instant } from '#rules';
import type { Store } from '#store';
import { createSignal, type Signal } from './signal.ts';

/** `behind`: the machine's clock stands before the last entry. `jumped`: it was set by more than two minutes. */
export type ClockTrust = 'trusted' | 'behind' | 'jumped';

/** The time by which this till decides and records. */
export interface TimeKeeper {
  /**
   * The machine's clock while it is trusted. Otherwise the safe bound: the last trusted time and what has passed since.
   * Never before the last entry of the journal, so that a clock set back cannot reopen a window.
   */
  now(): Instant;
  trust(): ClockTrust;
  behind(): boolean;
  /** What the machine's clock says, trusted or not. */
  wall(): Instant;
  /** Takes the machine's clock as right from now on. One that stands before the last entry stays `behind`. */
  confirm(): void;
  /** Raised where trust begins or ends while `watch` is on, and by `confirm`. */
  readonly changed: Signal;
  /** Looks every ten seconds. @returns what ends it */
  watch(): () => void;
}

/** More than a machine's clock drifts or a time server puts right in one step; less than moves a day or a session. */
const toleranceMs = 2 * 60_000;
const lookEveryMs = 10_000;

/** A time of day, and the machine's uptime at it. */
interface Anchor {
  readonly at: Instant;
  readonly uptime: number;
}

export function createTimeKeeper(clock: Clock, journal: Pick<Store['journal'], 'head'>): TimeKeeper {
  const changed = createSignal();
  /** `null` until the machine's clock has been trusted once: there is nothing to compare it with. */
  let anchor: Anchor | null = null;
  /** The last entry when the till found the clock behind it from the start. */
  let found: Anchor | null = null;
  let announced: ClockTrust = look().trust;

  function look(): { readonly now: Instant; readonly trust: ClockTrust } {
    const wall = clock.now();
    const uptime = clock.uptime();
    const last = journal.head().at ?? instant(0);
    const safe = anchor && after(anchor, uptime);
    if (safe !== null && Math.abs(wall - safe) > toleranceMs) {
      return { now: later(safe, last), trust: wall < last ? 'behind' : 'jumped' };
    }
    if (wall >= last) {
      anchor = { at: wall, uptime };
      return { now: wall, trust: 'trusted' };
    }
    // A small step back: time stands still at the last entry until the clock has caught up.
    if (anchor || last - wall <= toleranceMs) return { now: last, trust: 'behind' };
    found ??= { at: last, uptime };
    return { now: later(after(found, uptime), last), trust: 'behind' };
  }

  function announce(): void {
    const { trust } = look();
    if (trust === announced) return;
    announced = trust;
    changed.raise();
  }

  return {
    now: () => look().now,
    trust: () => look().trust,
    behind: () => look().trust === 'behind',
    wall: () => clock.now(),
    confirm() {
      const wall = clock.now();
      if (wall < (journal.head().at ?? 0)) return;
      anchor = { at: wall, uptime: clock.uptime() };
      announce();
    },
    changed,
    watch() {
      const timer = setInterval(announce, lookEveryMs);
      timer.unref();
      return () => clearInterval(timer);
    },
  };
}

const after = (anchor: Anchor, uptime: number): Instant =>
  instant(Math.floor(anchor.at + uptime - anchor.uptime));
const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);
