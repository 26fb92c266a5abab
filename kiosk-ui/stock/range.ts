import { dayAfter, dayKeyed } from './days.ts';
import type { Day } from './terms.ts';

/** Two days as a person keyed them in, or chose them. */
export interface KeyedRange {
  readonly from: string;
  readonly until: string;
}

export type RangeFault = 'not-a-day' | 'wrong-order' | 'too-long';

export type Range =
  | { readonly ready: true; readonly from: Day; readonly until: Day }
  | { readonly ready: false; readonly fault: RangeFault; readonly at: keyof KeyedRange };

/** A year is the most that the till answers at once. */
export const mostDays = 366;

/** @param most days, both ends included */
export function rangeOf(keyed: KeyedRange, most: number | 'any'): Range {
  const [from, until] = [dayKeyed(keyed.from), dayKeyed(keyed.until)];
  if (from === null) return { ready: false, fault: 'not-a-day', at: 'from' };
  if (until === null) return { ready: false, fault: 'not-a-day', at: 'until' };
  if (from > until) return { ready: false, fault: 'wrong-order', at: 'until' };
  if (most !== 'any' && dayAfter(from, most - 1) < until)
    return { ready: false, fault: 'too-long', at: 'from' };
  return { ready: true, from, until };
}
