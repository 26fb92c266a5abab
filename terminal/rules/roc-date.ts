import { malformed, type Parsed, parsed } from './parsed.ts';
import { type BusinessDay, businessDaySchema } from './taipei-time.ts';

/** Year 1 of the Republic is 1912. */
export const rocYear = (gregorianYear: number): number => gregorianYear - 1911;
const gregorianYear = (roc: number): number => roc + 1911;

/**
 * Reads the seven digits `yyyMMdd` of the chip (`0790415` is 1990-04-15). A day that no calendar has is refused.
 * Births before 1912 have no published form on the card and are refused as `not-a-date`.
 */
export function parseRocDate(text: string): Parsed<BusinessDay, 'not-digits' | 'not-a-date'> {
  if (!/^\d{7}$/.test(text)) return malformed('not-digits');
  const year = Number(text.slice(0, 3));
  if (year === 0) return malformed('not-a-date');
  const day = businessDaySchema.safeParse(`${gregorianYear(year)}-${text.slice(3, 5)}-${text.slice(5, 7)}`);
  return day.success ? parsed(day.data) : malformed('not-a-date');
}

/** `109/03/12`, as paper and official pages write it. */
export function rocDate(day: BusinessDay): string {
  const [year, month, date] = day.split('-');
  return `${rocYear(Number(year))}/${month}/${date}`;
}
