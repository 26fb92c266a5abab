import { businessDayOf, type Instant, instant, startOfDay } from './taipei-time.ts';

/** Pieces sold in each of the 24 hours of a day in Taipei. */
export type SoldByHour = readonly number[];

/** What the rest of the day will bring, as far as the day so far and the usual day say. */
export interface Outlook {
  /** When the last piece will go; `null`: not today. */
  readonly runsOutAt: Instant | null;
  /** Pieces that would be sold until midnight if there were enough. */
  readonly stillWanted: number;
}

const hourMs = 3_600_000;
/** The first sales of a morning say little about the day, so a part of the usual day is counted with them. */
const usualPart = 0.15;
/** However today began, it becomes no more than so much busier or quieter. */
const factorMost = 4;

/**
 * Follows the usual day from now on, as much busier or quieter as today was until now. Without a usual day it goes on
 * as in the last hour.
 * @param available pieces on sale now
 * @param usual the mean of the days before; `null` where there are none
 */
export function outlookOf(of: {
  readonly available: number;
  readonly soldToday: SoldByHour;
  readonly usual: SoldByHour | null;
  readonly now: Instant;
}): Outlook {
  const { available, soldToday, usual, now } = of;
  const midnight = startOfDay(businessDayOf(now));
  const hour = Math.floor((now - midnight) / hourMs);
  const passed = ((now - midnight) % hourMs) / hourMs;
  const wanted =
    usual && sum(usual) > 0 ? usualRest(usual, soldToday, hour, passed) : steadyRest(soldToday, hour, passed);
  let left = available;
  for (const [i, pieces] of wanted.entries()) {
    if (pieces > 0 && pieces >= left) {
      const begins = i === 0 ? now : midnight + (hour + i) * hourMs;
      const length = i === 0 ? (1 - passed) * hourMs : hourMs;
      return { runsOutAt: instant(Math.round(begins + (left / pieces) * length)), stillWanted: sum(wanted) };
    }
    left -= pieces;
  }
  return { runsOutAt: null, stillWanted: sum(wanted) };
}

/** Pieces wanted in what is left of this hour, and in each hour after it. */
function usualRest(usual: SoldByHour, soldToday: SoldByHour, hour: number, passed: number): number[] {
  const part = usualPart * sum(usual);
  const usualSoFar = sum(usual.slice(0, hour)) + (usual[hour] ?? 0) * passed;
  const factor = (sum(soldToday) + part) / (usualSoFar + part);
  const bounded = Math.min(factorMost, Math.max(1 / factorMost, factor));
  return usual.slice(hour).map((pieces, i) => pieces * bounded * (i === 0 ? 1 - passed : 1));
}

/** What was sold in the sixty minutes before now: this hour, and its missing part of the one before. */
function steadyRest(soldToday: SoldByHour, hour: number, passed: number): number[] {
  const pace = (soldToday[hour] ?? 0) + (soldToday[hour - 1] ?? 0) * (1 - passed);
  return Array.from({ length: 24 - hour }, (_, i) => pace * (i === 0 ? 1 - passed : 1));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
