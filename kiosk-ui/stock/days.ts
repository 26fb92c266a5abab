import { clockTime, dayAndTime, dayOf } from '../day-format.ts';
import type { Clock, Day, Instant } from './terms.ts';

// Taiwan keeps UTC+8 all year; the time zone of the machine does not matter.
const taipei = '+08:00';
const dayMs = 86_400_000;

/** The day so many days later; a negative number goes back. */
export const dayAfter = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10) as Day;

/** The instant of a clock time on a day in Taipei. */
export const instantAt = (day: Day, time: Clock): Instant =>
  Date.parse(`${day}T${time}:00${taipei}`) as Instant;

/** `3/12 09:30`, or the time alone on the day that everybody means. */
export function shortTime(at: Instant, today: Day): string {
  return dayOf(at) === today ? clockTime(at) : dayAndTime(at);
}

/** What a date field holds, if it is a day. */
export const dayKeyed = (text: string): Day | null =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? (text as Day) : null;
