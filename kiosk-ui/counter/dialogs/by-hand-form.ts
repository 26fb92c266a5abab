import { rocYear } from '../../day-format.ts';
import type { ByHandReason, ShownDocument } from '../../wall.ts';
import type { ByHandChoice } from '../../words/dialog-words.ts';

/** What is keyed in about a person without a readable chip, as one value. The number is never drawn again once sent. */
export interface ByHandForm {
  readonly choice: ByHandChoice | null;
  readonly reason: ByHandReason;
  readonly number: string;
  /** `keyed` may be seen and mended; what came from a scanner or went to the till stays covered. */
  readonly numberShown: 'keyed' | 'scanned' | 'sent';
  readonly birthYear: string;
}

export const byHandChoices: readonly ByHandChoice[] = [
  'card-unreadable',
  'reader-broken',
  'residence-certificate',
  'entry-permit',
  'identity-card',
  'household-register',
  'passport',
];

export const startForm = (scanned: string | null): ByHandForm => ({
  choice: null,
  reason: 'no-card',
  number: scanned ?? '',
  numberShown: scanned === null ? 'keyed' : 'scanned',
  birthYear: '',
});

/** With a document comes the likeliest reason; a person may still choose another. */
export const choosing = (choice: ByHandChoice): Pick<ByHandForm, 'choice' | 'reason'> => ({
  choice,
  reason:
    choice === 'card-unreadable' ? 'chip-damaged' : choice === 'reader-broken' ? 'reader-broken' : 'no-card',
});

export const documentOf = (choice: ByHandChoice): ShownDocument =>
  choice === 'reader-broken' ? 'card-unreadable' : choice;

/** The Gregorian year of `79` (民國) and of `1990`; `null` while it is neither. */
export function birthYearOf(text: string): number | null {
  const year = Number(text);
  if (text.length === 4) return year >= 1900 && year <= 2100 ? year : null;
  return text !== '' && year > 0 ? year + (1912 - 1) : null;
}

/** What to show beside the year that was keyed in: the same year as the other calendar counts it. */
export function otherCalendar(
  text: string,
): { readonly calendar: 'gregorian' | 'roc'; readonly year: number } | null {
  const year = birthYearOf(text);
  if (year === null) return null;
  return { calendar: text.length === 4 && rocYear(year) > 0 ? 'roc' : 'gregorian', year };
}

/** `•••••••789`: enough to know which number it is, and not the number. */
export const covered = (number: string): string =>
  `${'•'.repeat(Math.max(0, number.length - 3))}${number.slice(-3)}`;

/** What goes to the till, or `null` while something is missing. */
export function byHandOrder(form: ByHandForm, compared: 'compared' | 'not-compared') {
  const birthYear = birthYearOf(form.birthYear);
  if (form.choice === null || form.number === '' || birthYear === null) return null;
  return {
    type: 'enter-by-hand',
    document: documentOf(form.choice),
    number: form.number,
    birthYear,
    reason: form.reason,
    compared: compared === 'compared',
  } as const;
}
