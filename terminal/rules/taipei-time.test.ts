import { describe, expect, it } from 'vitest';
import {
  addDays,
  businessDayOf,
  businessDaySchema,
  instantOf,
  startOfDay,
  timeOfDay,
  weekdayOf,
} from './taipei-time.ts';

const day = (text: string) => businessDaySchema.parse(text);

describe('a day in Taipei', () => {
  it.each([
    ['2020-03-04T15:59:59.999Z', '2020-03-04'],
    ['2020-03-04T16:00:00.000Z', '2020-03-05'],
    ['2020-03-05T23:59:59+08:00', '2020-03-05'],
    ['2019-12-31T16:00:00Z', '2020-01-01'],
    ['2020-02-28T16:00:00Z', '2020-02-29'],
  ])('at %s is %s', (at, expected) => {
    expect(businessDayOf(instantOf(at))).toBe(expected);
  });

  it('begins at midnight there', () => {
    expect(startOfDay(day('2020-03-05'))).toBe(instantOf('2020-03-05T00:00:00+08:00'));
    expect(businessDayOf(startOfDay(day('2020-03-05')))).toBe('2020-03-05');
  });

  it('counts on over a leap day and a year', () => {
    expect(addDays(day('2020-02-28'), 2)).toBe('2020-03-01');
    expect(addDays(day('2019-12-31'), 1)).toBe('2020-01-01');
  });

  it('has the weekday of the calendar', () => {
    expect([weekdayOf(day('2020-02-06')), weekdayOf(day('2020-03-08'))]).toEqual([4, 0]);
  });

  it('tells its own time of day', () => {
    expect(timeOfDay(instantOf('2020-03-12T01:15:02Z'))).toBe('09:15:02');
  });

  it('refuses a text that is no time', () => {
    expect(() => instantOf('soon')).toThrow(RangeError);
  });
});
