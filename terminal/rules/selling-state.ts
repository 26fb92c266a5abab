import { z } from 'zod';
import { addDays, type BusinessDay, weekdayOf } from './taipei-time.ts';

/** What the public is told. `sold-out` and `closed-today` end with their day; the others when someone ends them. */
export const sellingStateSchema = z.enum(['open', 'paused', 'sold-out', 'equipment-broken', 'closed-today']);
export type SellingState = z.infer<typeof sellingStateSchema>;

export const endsWithItsDay = (state: SellingState): boolean =>
  state === 'sold-out' || state === 'closed-today';

/** `HH:mm` in Taipei. */
export const clockTimeSchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .brand<'ClockTime'>();
export type ClockTime = z.infer<typeof clockTimeSchema>;

const openSpanSchema = z
  .strictObject({ from: clockTimeSchema, until: clockTimeSchema })
  .refine(({ from, until }) => from < until, 'opening ends after it begins');

/** Sunday first, as weekdays are numbered; a day without a span is a day on which nothing is sold. */
export const openingHoursSchema = z.array(z.array(openSpanSchema).max(4)).length(7);
export type OpeningHours = z.infer<typeof openingHoursSchema>;

/** The first day after `day` on which this outlet sells; the very next one where no hours are known. */
export function nextSellingDay(day: BusinessDay, hours: OpeningHours | null): BusinessDay {
  for (let i = 1; i <= 7; i++) {
    const next = addDays(day, i);
    if (hours === null || (hours[weekdayOf(next)]?.length ?? 0) > 0) return next;
  }
  return addDays(day, 1);
}
