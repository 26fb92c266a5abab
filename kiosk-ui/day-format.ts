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

/** The day in Taipei on which an instant lies. */
export const dayOf = (at: Instant): Day => new Date(at + taipeiOffsetMs).toISOString().slice(0, 10) as Day;

/** `4/9 00:00` in Taipei. */
export const dayAndTime = (at: Instant): string => `${monthDay(dayOf(at))} ${clockTime(at)}`;

/** Whole minutes from one instant to another, never below 0. */
export const minutesBetween = (from: Instant, to: Instant): number =>
  Math.max(0, Math.floor((to - from) / 60_000));

/** An age in the largest unit that still says something: 47 minutes, 30 hours, 3 days. */
export function ageOf(minutes: number): { count: number; unit: 'minutes' | 'hours' | 'days' } {
  if (minutes < 120) return { count: minutes, unit: 'minutes' };
  if (minutes < 2 * 24 * 60) return { count: Math.floor(minutes / 60), unit: 'hours' };
  return { count: Math.floor(minutes / (24 * 60)), unit: 'days' };
}

/** `1,200`. Spelled out, because the locale of the machine is not ours to choose. */
export const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',');
