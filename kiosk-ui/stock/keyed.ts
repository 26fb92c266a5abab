import type { Clock, OpenSpan } from './terms.ts';

/** What people key in, read. `null` is "not yet, or not that". */

/** A whole number, zero or more; empty is `null`. */
export const wholeNumber = (text: string): number | null => (/^\d{1,8}$/.test(text) ? Number(text) : null);

/** `0830`, `830`, `8:30` and `08:30`, full-width or not. */
export function clockKeyed(text: string): Clock | null {
  const [, hours = '', minutes = ''] = /^(\d{1,2}):?(\d{2})$/.exec(halfWidth(text).trim()) ?? [];
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${hours.padStart(2, '0')}:${minutes}` as Clock;
}

/** A year of the Republic as Gregorian: 79 is 1990. Births of this year and of the last hundred and twenty. */
export function birthYearKeyed(text: string, thisYear: number): number | null {
  const roc = wholeNumber(halfWidth(text).trim());
  if (roc === null || roc < 1) return null;
  const year = roc + 1911;
  return year <= thisYear && year >= thisYear - 120 ? year : null;
}

/** `0800-1200 14:00~18:00`: the hours of one day; empty is closed, `null` is not understood. */
export function spansKeyed(text: string): readonly OpenSpan[] | null {
  const parts = halfWidth(text)
    .replace(/\s*[-~–—〜]\s*/g, '-')
    .split(/[\s,、;]+/)
    .filter((part) => part !== '');
  const spans: OpenSpan[] = [];
  for (const part of parts) {
    const [from = '', until = '', ...rest] = part.split('-');
    const span = { from: clockKeyed(from), until: clockKeyed(until) };
    if (rest.length > 0 || span.from === null || span.until === null || span.from >= span.until) return null;
    if (spans.some((other) => other.until > (span.from as Clock))) return null;
    spans.push({ from: span.from, until: span.until });
  }
  return spans.length > 4 ? null : spans;
}

export const spansText = (spans: readonly OpenSpan[]): string =>
  spans.map(({ from, until }) => `${from}–${until}`).join('、');

/** Chinese input methods leave `０８：３０` and `～` behind. */
export const halfWidth = (text: string): string =>
  text.replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replaceAll('　', ' ');
