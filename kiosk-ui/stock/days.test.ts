import { describe, expect, it } from 'vitest';
import { dayOf } from '../day-format.ts';
import { dayAfter, dayKeyed, instantAt, shortTime } from './days.ts';
import type { Clock, Day } from './terms.ts';

const day = '2020-03-01' as Day;

describe('days in Taipei', () => {
  it('go over the end of a month, and of a leap year’s February', () => {
    expect(dayAfter(day, -1)).toBe('2020-02-29');
    expect(dayAfter(day, 31)).toBe('2020-04-01');
  });

  it('begin at midnight in Taipei, wherever the machine stands', () => {
    const midnight = instantAt(day, '00:00' as Clock);
    expect(new Date(midnight).toISOString()).toBe('2020-02-29T16:00:00.000Z');
    expect(dayOf(midnight)).toBe(day);
    expect(dayOf((midnight - 1) as typeof midnight)).toBe('2020-02-29');
  });

  it('are left out of the time of today', () => {
    const at = instantAt(day, '09:30' as Clock);
    expect(shortTime(at, day)).toBe('09:30');
    expect(shortTime(at, dayAfter(day, 1))).toBe('3/1 09:30');
  });

  it.each([
    ['2020-03-12', '2020-03-12'],
    ['', null],
    ['2020-3-12', null],
    ['2020-13-01', null],
  ])('keyed in as %j are %j', (text, read) => {
    expect(dayKeyed(text)).toBe(read);
  });
});
