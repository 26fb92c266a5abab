import { type Clock, type Instant, instant } from '#rules';
import type { ClockDoubt, Store } from '#store';
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

/** What a program that starts again has to know of the clock. */
export interface ClockMemory {
  recall(): ClockDoubt | null;
  keep(doubt: ClockDoubt | null): void;
}

/** A time of day, and the machine's uptime at it. */
type Anchor = Pick<ClockDoubt, 'at' | 'uptime'>;

const forgetful: ClockMemory = { recall: () => null, keep: () => undefined };

export function createTimeKeeper(
  clock: Clock,
  journal: Pick<Store['journal'], 'head'>,
  memory: ClockMemory = forgetful,
): TimeKeeper {
  const changed = createSignal();
  let doubt = memory.recall();
  /** `null` until the machine's clock has been trusted once: there is nothing to compare it with. */
  let anchor: Anchor | null = doubt && anchorAfterRestart(doubt);
  /** The last entry when the till found the clock behind it from the start. */
  let found: Anchor | null = null;
  let announced: ClockTrust = look().trust;

  function look(): { readonly now: Instant; readonly trust: ClockTrust } {
    const wall = clock.now();
    const uptime = clock.uptime();
    const last = journal.head().at ?? instant(0);
    const safe = anchor && after(anchor, uptime);
    if (anchor !== null && safe !== null && !near(wall, safe)) {
      becomeDoubt({ ...anchor, boot: wall - uptime });
      return { now: later(safe, last), trust: wall < last ? 'behind' : 'jumped' };
    }
    if (wall >= last) {
      anchor = { at: wall, uptime };
      becomeDoubt(null);
      return { now: wall, trust: 'trusted' };
    }
    // A small step back: time stands still at the last entry until the clock has caught up.
    if (anchor || last - wall <= toleranceMs) return { now: last, trust: 'behind' };
    found ??= { at: last, uptime };
    return { now: later(after(found, uptime), last), trust: 'behind' };
  }

  /** Uptime counts from a boot: after another one, nobody knows how much time has passed since the last trusted. */
  function anchorAfterRestart({ at, uptime, boot }: ClockDoubt): Anchor {
    const now = clock.uptime();
    const bootNow = clock.now() - now;
    const sameBoot = now >= uptime && (near(bootNow, boot) || near(bootNow, at - uptime));
    return sameBoot ? { at, uptime } : { at: later(at, journal.head().at ?? at), uptime: now };
  }

  function becomeDoubt(next: ClockDoubt | null): void {
    const same = next && doubt ? next.uptime === doubt.uptime && near(next.boot, doubt.boot) : next === doubt;
    if (same) return;
    doubt = next;
    memory.keep(next);
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
const near = (a: number, b: number): boolean => Math.abs(a - b) <= toleranceMs;
const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);
