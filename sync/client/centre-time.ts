import { type Instant, instant } from '#rules';

/** The centre's clock as seen from here: requests are dated by it, so that a till's wrong clock locks nobody out. */
export interface CentreTime {
  now(): Instant;
  /** What an answer said. Half of the way back is not worth counting. */
  heard(now: Instant): void;
}

export function createCentreTime(wall: () => Instant): CentreTime {
  let ahead = 0;
  return {
    now: () => instant(wall() + ahead),
    heard: (now) => {
      ahead = now - wall();
    },
  };
}
