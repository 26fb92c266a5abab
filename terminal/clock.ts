import { uptime } from 'node:os';
import { type Clock, type Instant, instant } from '#rules';

/** The machine's clock; or, for demonstrations and tests, one that starts at a given instant and runs from there. */
export function createClock(start: Instant | null): Clock {
  const elapsed = () => performance.now();
  if (start === null) return { now: () => instant(Date.now()), elapsed, uptime: () => uptime() * 1000 };
  const startedAt = elapsed();
  return { now: () => instant(start + Math.floor(elapsed() - startedAt)), elapsed, uptime: elapsed };
}
