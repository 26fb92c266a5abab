import type { Day, Instant } from './wall.ts';

/** `2/26`, as people at the counter say a day. */
export function monthDay(day: Day): string {
  const [, month, date] = day.split('-');
  return `${Number(month)}/${Number(date)}`;
}

/** Year 1 of the Republic is 1912. */
export const rocYear = (year: number): number => year - 1911;

/** `109/03/12`. */
export function rocDay(day: Day): string {
  const [year, month, date] = day.split('-');
  return `${rocYear(Number(year))}/${month}/${date}`;
}

/** 0 Sunday to 6 Saturday. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay();

// Taiwan keeps UTC+8 all year; the time zone of the machine does not matter.
const taipeiOffsetMs = 8 * 3_600_000;

/** `HH:mm` in Taipei. */
export const clockTime = (at: Instant): string => new Date(at + taipeiOffsetMs).toISOString().slice(11, 16);

/** Whole minutes from one instant to another, never below 0. */
export const minutesBetween = (from: Instant, to: Instant): number =>
  Math.max(0, Math.floor((to - from) / 60_000));

/** `1,200`. Spelled out, because the locale of the machine is not ours to choose. */
export const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',');
