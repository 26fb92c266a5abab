/** How often something is made anew that each of many changes makes old. */
export interface MakingPace {
  /** After a change that follows a quiet time. */
  readonly gatherMs: number;
  /** From one making to the next, however much changes. */
  readonly betweenMs: number;
}

/** @param sinceMs the making before; less than nothing where the clock was set back. @returns milliseconds to wait */
export const waitBeforeMaking = (sinceMs: number, { gatherMs, betweenMs }: MakingPace): number =>
  Math.min(betweenMs, Math.max(gatherMs, betweenMs - sinceMs));
