import { dayKeyed, instantAt } from '../days.ts';
import { birthYearKeyed, clockKeyed, halfWidth, wholeNumber } from '../keyed.ts';
import type { Document, Kind, PaperLine } from '../terms.ts';
import type { PaperWords } from '../words/paper-words.ts';

/** What stands in the fields, all but the ID number, which is never kept. */
export interface LineDraft {
  readonly formNumber: string;
  readonly line: string;
  readonly day: string;
  readonly time: string;
  readonly document: Document;
  readonly birthYear: string;
  readonly kind: Kind;
  readonly pieces: string;
}

export type UnclearField = keyof PaperWords['unclear'];

/** A line as it goes to the till, without its `commandId`; or the first field that cannot be meant so. */
export function lineKeyed(
  draft: LineDraft,
  number: string,
  thisYear: number,
): { readonly line: Omit<PaperLine, 'commandId'> } | { readonly unclear: UnclearField } {
  const form = halfWidth(draft.formNumber).trim();
  if (form === '' || form.length > 12) return { unclear: 'formNumber' };
  const place = wholeNumber(draft.line);
  if (place === null || place === 0) return { unclear: 'line' };
  const day = dayKeyed(draft.day);
  if (day === null) return { unclear: 'day' };
  const time = clockKeyed(draft.time);
  if (time === null) return { unclear: 'time' };
  const typed = halfWidth(number).replace(/\s/g, '').toUpperCase();
  if (typed === '') return { unclear: 'number' };
  const birthYear = birthYearKeyed(draft.birthYear, thisYear);
  if (birthYear === null) return { unclear: 'birthYear' };
  const pieces = wholeNumber(draft.pieces);
  if (pieces === null || pieces === 0 || pieces > 100) return { unclear: 'pieces' };
  return {
    line: {
      type: 'enter-paper-sale',
      soldAt: instantAt(day, time),
      document: draft.document,
      number: typed,
      birthYear,
      kind: draft.kind,
      pieces,
      formLine: `${form}-${place}`,
      compared: false,
      contested: false,
    },
  };
}

/** The next line of the same form, on the same day; what stays the same from person to person stays. */
export const nextLine = (draft: LineDraft): LineDraft => ({
  ...draft,
  line: String((wholeNumber(draft.line) ?? 0) + 1),
  time: '',
  birthYear: '',
  pieces: '',
});

/** The end of a number: enough to find the line on the paper. */
export const lastThree = (number: string): string => number.slice(-3);
