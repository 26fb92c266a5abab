import { type Clock, instant } from '#rules';

/** The machine's clock. */
export const createClock = (): Pick<Clock, 'now' | 'elapsed'> => ({
  now: () => instant(Date.now()),
  elapsed: () => performance.now(),
});
