/** All that the parent ever says: answer `alive`. Any other wish is a SIGKILL. */
export const areYouAlive = 'are-you-alive';

/** Milliseconds. The child gets them as JSON in its first argument. */
export interface ChildTiming {
  /** How often the service is asked whether it is alive, and looked for while it is absent. */
  readonly askService: number;
  /** A service that has not answered for so long counts as frozen. */
  readonly frozenAfter: number;
  /** How long a card that another program holds is tried again before it counts as busy. */
  readonly busyFor: number;
  /** How long a silent card may take to turn out to have been pulled. */
  readonly pullNoticed: number;
  /** A card that has given no answer after so long is unreadable. */
  readonly readWithin: number;
}

export const usualChildTiming: ChildTiming = {
  askService: 250,
  frozenAfter: 1500,
  busyFor: 1000,
  // The daemon looks at polled readers every 400 ms.
  pullNoticed: 600,
  readWithin: 4000,
};
