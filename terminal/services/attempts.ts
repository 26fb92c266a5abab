import type { Instant } from '#rules';
import type { TimeKeeper } from './time-keeper.ts';

/** Counts what each caller gets wrong, so that nobody can try on and on. */
export interface Attempts {
  mayTry(from: string): boolean;
  failed(from: string): void;
}

const most = 5;
const spanMs = 60_000;

/** Five wrong ones a minute from one place. */
export function createAttempts(time: Pick<TimeKeeper, 'now'>): Attempts {
  const failures = new Map<string, { count: number; readonly since: Instant }>();
  const forgetOld = () => {
    for (const [from, { since }] of failures) if (time.now() - since >= spanMs) failures.delete(from);
  };
  return {
    mayTry(from) {
      forgetOld();
      return (failures.get(from)?.count ?? 0) < most;
    },
    failed(from) {
      const known = failures.get(from);
      if (known) known.count++;
      else failures.set(from, { count: 1, since: time.now() });
    },
  };
}
