import type { Instant } from './figures.ts';

/** The centre's time as far as this page knows it. */
export interface PageClock {
  now(): Instant;
  /** The centre has just said what time it is. */
  learn(at: Instant): void;
}

/**
 * A device's own clock may be hours wrong, so the centre's counts as soon as it answers. A page out of this device's
 * memory was made some time ago, which only the device's clock can tell.
 */
export function createPageClock(deps: {
  readonly madeAt: Instant;
  elapsed(): number;
  wall(): number;
}): PageClock {
  let learned: { readonly at: number; readonly elapsed: number } | null = null;
  return {
    now() {
      const ms = learned
        ? learned.at + (deps.elapsed() - learned.elapsed)
        : Math.max(deps.madeAt, deps.wall());
      return Math.floor(ms) as Instant;
    },
    learn(at) {
      learned = { at, elapsed: deps.elapsed() };
    },
  };
}
