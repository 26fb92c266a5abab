import { expect, it } from 'vitest';
import { parseRocDate, rocDate } from './roc-date.ts';
import { businessDaySchema } from './taipei-time.ts';

it.each([
  ['0790415', '1990-04-15'],
  ['0930229', '2004-02-29'],
  ['1090312', '2020-03-12'],
  ['0010101', '1912-01-01'],
  ['0920229', 'not-a-date'],
  ['0001231', 'not-a-date'],
  ['1091301', 'not-a-date'],
  ['1090431', 'not-a-date'],
  ['1090400', 'not-a-date'],
  ['790415', 'not-digits'],
  ['079041A', 'not-digits'],
  ['', 'not-digits'],
])('the chip date %s reads as %s', (text, expected) => {
  const result = parseRocDate(text);
  expect(result.ok ? result.value : result.problem).toBe(expected);
});

it('prints a day as paper does', () => {
  expect(rocDate(businessDaySchema.parse('2020-03-12'))).toBe('109/03/12');
});
