import type { ClockTime, OpeningHours } from './selling-state.ts';
import { businessDayOf, type Instant, instant, startOfDay, weekdayOf } from './taipei-time.ts';

/** Pieces sold in each of the 24 hours of a day in Taipei. */
export type SoldByHour = readonly number[];

/** What the rest of the day will bring, as far as the day so far and the usual day say. */
export interface Outlook {
  /** When the last piece will go; `null`: not today. */
  readonly runsOutAt: Instant | null;
  /** Pieces that would be sold until midnight if there were enough. */
  readonly stillWanted: number;
  /** What it goes by. `none`: there is no usual day, and nothing was sold within the hour. */
  readonly basis: 'usual-day' | 'last-hour' | 'none';
}

export interface OutlookOf {
  /** Pieces on sale now. */
  readonly available: number;
  readonly soldToday: SoldByHour;
  /** The mean of the days before; `null` where there are none. */
  readonly usual: SoldByHour | null;
  readonly now: Instant;
  /** When the outlet sells; absent or `null` where nobody said. */
  readonly week?: OpeningHours | null;
}

const hourMs = 3_600_000;
/** The first sales of a morning say little about the day, so a part of the usual day is counted with them. */
const usualPart = 0.15;
/** However today began, it becomes no more than so much busier or quieter. */
const factorMost = 4;

/**
 * Follows the usual day from now on, as much busier or quieter as today was until now. Without a usual day it goes on
 * as in the last hour, until the outlet closes.
 */
export function outlookOf({ available, soldToday, usual, now, week }: OutlookOf): Outlook {
  const midnight = startOfDay(businessDayOf(now));
  const time: TimeOfDay = {
    ...{
      now,
      midnight,
      hour: Math.floor((now - midnight) / hourMs),
      passed: ((now - midnight) % hourMs) / hourMs,
    },
  };
  const known = usual && sum(usual) > 0 ? usual : null;
  const pace = lastHour(soldToday, time);
  const wanted = known ? usualRest(known, soldToday, time) : steadyRest(pace, time, week ?? null);
  return {
    runsOutAt: endOf(available, wanted),
    stillWanted: sum(wanted.map(({ pieces }) => pieces)),
    basis: known ? 'usual-day' : pace > 0 ? 'last-hour' : 'none',
  };
}

interface TimeOfDay {
  readonly now: Instant;
  readonly midnight: Instant;
  /** 0 to 23. */
  readonly hour: number;
  /** Of this hour, 0 to 1. */
  readonly passed: number;
}

/** Pieces that will be wanted from one instant until another, evenly. */
interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly pieces: number;
}

function endOf(available: number, wanted: readonly Stretch[]): Instant | null {
  let left = available;
  for (const { from, until, pieces } of wanted) {
    if (pieces > 0 && pieces >= left) return instant(Math.round(from + (left / pieces) * (until - from)));
    left -= pieces;
  }
  return null;
}

/** What is left of this hour, and each hour after it. */
function usualRest(
  usual: SoldByHour,
  soldToday: SoldByHour,
  { now, midnight, hour, passed }: TimeOfDay,
): Stretch[] {
  const part = usualPart * sum(usual);
  const usualSoFar = sum(usual.slice(0, hour)) + (usual[hour] ?? 0) * passed;
  const factor = (sum(soldToday) + part) / (usualSoFar + part);
  const bounded = Math.min(factorMost, Math.max(1 / factorMost, factor));
  return usual.slice(hour).map((pieces, i) => ({
    from: i === 0 ? now : midnight + (hour + i) * hourMs,
    until: midnight + (hour + i + 1) * hourMs,
    pieces: pieces * bounded * (i === 0 ? 1 - passed : 1),
  }));
}

/** What was sold in the sixty minutes before now: this hour, and its missing part of the one before. */
const lastHour = (soldToday: SoldByHour, { hour, passed }: TimeOfDay): number =>
  (soldToday[hour] ?? 0) + (soldToday[hour - 1] ?? 0) * (1 - passed);

/** The same pace while the outlet is open; until midnight where no hours are known, or none of today. */
function steadyRest(pace: number, { now, midnight }: TimeOfDay, week: OpeningHours | null): Stretch[] {
  const spans = week?.[weekdayOf(businessDayOf(now))] ?? [];
  const open = spans.map(({ from, until }) => ({
    from: midnight + msOf(from),
    until: midnight + msOf(until),
  }));
  const day = open.length > 0 ? open : [{ from: midnight as number, until: midnight + 24 * hourMs }];
  return day
    .filter(({ until }) => until > now)
    .map(({ from, until }) => {
      const begins = Math.max(from, now);
      return { from: begins, until, pieces: (pace * (until - begins)) / hourMs };
    });
}

const msOf = (time: ClockTime): number => Number(time.slice(0, 2)) * hourMs + Number(time.slice(3)) * 60_000;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
