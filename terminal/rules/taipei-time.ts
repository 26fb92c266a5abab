import { z } from 'zod';

/** Milliseconds since 1970-01-01T00:00:00Z. */
export const instantSchema = z.number().int().brand<'Instant'>();
export type Instant = z.infer<typeof instantSchema>;

/** A calendar day in Asia/Taipei, `YYYY-MM-DD`. */
export const businessDaySchema = z.iso.date().brand<'BusinessDay'>();
export type BusinessDay = z.infer<typeof businessDaySchema>;

/** The only source of the time of day. */
export interface Clock {
  now(): Instant;
  /** Milliseconds that never jump, for measuring. They may stand still while the machine sleeps. */
  elapsed(): number;
  /** Milliseconds since the machine started, sleep included; whoever sets the time of day does not move it. */
  uptime(): number;
}

const dayMs = 86_400_000;
// Taiwan has kept UTC+8 without summer time since 1979, so the day is computed from the offset and does not depend
// on the machine's time zone or on its ICU data.
const taipeiOffsetMs = 8 * 3_600_000;

export const instant = (ms: number): Instant => ms as Instant;

/** The instant of an ISO text such as `2020-03-05T00:00:00+08:00`. @throws RangeError if it is not a time. */
export function instantOf(iso: string): Instant {
  const ms = Date.parse(iso);
  if (Number.isNaN(ms)) throw new RangeError(`not an ISO instant: ${iso}`);
  return instant(ms);
}

/** `2020-03-05T00:00:00.000+08:00` */
export const isoOf = (at: Instant): string =>
  new Date(at + taipeiOffsetMs).toISOString().replace('Z', '+08:00');

const dayNumber = (at: Instant): number => Math.floor((at + taipeiOffsetMs) / dayMs);
// Nearly every question is about the same day, and a sale asks for it a dozen times.
let dayAskedLast: { readonly n: number; readonly day: BusinessDay } | null = null;

function dayFromNumber(n: number): BusinessDay {
  if (dayAskedLast?.n !== n) {
    dayAskedLast = { n, day: new Date(n * dayMs).toISOString().slice(0, 10) as BusinessDay };
  }
  return dayAskedLast.day;
}
const numberOfDay = (day: BusinessDay): number => Date.parse(`${day}T00:00:00Z`) / dayMs;

export const businessDayOf = (at: Instant): BusinessDay => dayFromNumber(dayNumber(at));
/** The first millisecond of a day in Taipei. */
export const startOfDay = (day: BusinessDay): Instant => instant(numberOfDay(day) * dayMs - taipeiOffsetMs);
export const addDays = (day: BusinessDay, days: number): BusinessDay =>
  dayFromNumber(numberOfDay(day) + days);
export const yearOf = (day: BusinessDay): number => Number(day.slice(0, 4));

/** 0 Sunday to 6 Saturday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;
// 1970-01-01 was a Thursday.
export const weekdayOf = (day: BusinessDay): Weekday => ((numberOfDay(day) + 4) % 7) as Weekday;

/** `HH:mm:ss` in Taipei. */
export const timeOfDay = (at: Instant): string => new Date(at + taipeiOffsetMs).toISOString().slice(11, 19);
