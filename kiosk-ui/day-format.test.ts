import { describe, expect, it } from 'vitest';
import {
  ageOf,
  clockTime,
  dayAndTime,
  grouped,
  minutesBetween,
  monthDay,
  rocDay,
  weekdayOf,
} from './day-format.ts';
import type { Day, Instant } from './wall.ts';

const day = (text: string) => text as Day;
const at = (iso: string) => Date.parse(iso) as Instant;

describe('days and times on the screens', () => {
  it('writes a day without leading zeros', () => {
    expect(monthDay(day('2020-02-06'))).toBe('2/6');
    expect(monthDay(day('2020-12-26'))).toBe('12/26');
  });

  it('writes the year of the Republic', () => {
    expect(rocDay(day('2020-03-05'))).toBe('109/03/05');
  });

  it('knows the weekday of a calendar day wherever the machine stands', () => {
    expect(weekdayOf(day('2020-02-06'))).toBe(4);
    expect(weekdayOf(day('2020-03-15'))).toBe(0);
  });

  it('shows the time of Taipei', () => {
    expect(clockTime(at('2020-03-11T23:59:59Z'))).toBe('07:59');
    expect(clockTime(at('2020-03-12T16:00:00Z'))).toBe('00:00');
  });

  it('names the day of an instant in Taipei', () => {
    expect(dayAndTime(at('2020-04-08T16:00:00Z'))).toBe('4/9 00:00');
  });

  it('counts whole minutes and never fewer than none', () => {
    expect(minutesBetween(at('2020-03-12T01:00:00Z'), at('2020-03-12T01:02:59Z'))).toBe(2);
    expect(minutesBetween(at('2020-03-12T01:00:00Z'), at('2020-03-12T00:00:00Z'))).toBe(0);
  });

  it.each([
    [47, { count: 47, unit: 'minutes' }],
    [119, { count: 119, unit: 'minutes' }],
    [120, { count: 2, unit: 'hours' }],
    [47 * 60, { count: 47, unit: 'hours' }],
    [30 * 24 * 60, { count: 30, unit: 'days' }],
  ])('gives the age of %d minutes as %j', (minutes, age) => {
    expect(ageOf(minutes)).toEqual(age);
  });

  it('groups thousands', () => {
    expect([0, 999, 1000, 20000].map(grouped)).toEqual(['0', '999', '1,000', '20,000']);
  });
});
