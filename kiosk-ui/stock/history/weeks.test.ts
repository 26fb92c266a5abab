import { describe, expect, it } from 'vitest';
import type { Day, DayRow } from '../terms.ts';
import { comparedWeek, daysBetween, mondayOf, sumOf, twoWeeks, weeksUntil } from './weeks.ts';

const row = (day: string, adult: number) =>
  ({ day, sold: { adult, child: 1 }, persons: 2, toRemit: adult * 5 }) as DayRow;

describe('a week against the week before', () => {
  it('counts seven finished days each, leaves today and older days out, and says how many of them sold', () => {
    const nothing = { ...row('2020-03-06', 0), sold: { adult: 0, child: 0 }, persons: 0 };
    const days = [
      row('2020-02-26', 1000),
      row('2020-02-27', 10),
      row('2020-03-04', 20),
      row('2020-03-05', 300),
      nothing,
      row('2020-03-11', 400),
      row('2020-03-12', 5000),
    ];
    const { now, before } = twoWeeks(days, '2020-03-12' as Day);
    expect(now).toEqual({ adult: 700, child: 2, persons: 4, toRemit: 3500, sellingDays: 2 });
    expect(before).toEqual({ adult: 30, child: 2, persons: 4, toRemit: 150, sellingDays: 2 });
  });

  it('is nothing where nothing was sold', () => {
    expect(sumOf([])).toEqual({ adult: 0, child: 0, persons: 0, toRemit: 0 });
  });
});

describe('the days of a range', () => {
  it('include those on which nothing moved', () => {
    expect(daysBetween('2020-02-28' as Day, '2020-03-01' as Day)).toEqual([
      '2020-02-28',
      '2020-02-29',
      '2020-03-01',
    ]);
  });
});

describe('a week from Monday to Sunday', () => {
  it.each([
    ['2020-03-09', '2020-03-09'],
    ['2020-03-12', '2020-03-09'],
    ['2020-03-15', '2020-03-09'],
    ['2020-03-01', '2020-02-24'],
  ])('of %s begins on %s', (day, monday) => {
    expect(mondayOf(day as Day)).toBe(monday);
  });

  it('has its days added up, and those counted on which something was sold', () => {
    const nothing = { ...row('2020-03-03', 0), sold: { adult: 0, child: 0 }, persons: 0 };
    const days = [
      row('2020-03-01', 7),
      row('2020-03-02', 10),
      nothing,
      row('2020-03-09', 40),
      row('2020-03-12', 2),
    ];
    const weeks = weeksUntil(days, '2020-03-12' as Day, 2);
    expect(weeks).toEqual([
      { monday: '2020-03-02', sum: { adult: 10, child: 1, persons: 2, toRemit: 50 }, sellingDays: 1 },
      { monday: '2020-03-09', sum: { adult: 42, child: 2, persons: 4, toRemit: 210 }, sellingDays: 2 },
    ]);
  });

  it('is counted from the first in which anything was sold', () => {
    const mondays = (days: readonly DayRow[]) =>
      weeksUntil(days, '2020-03-12' as Day, 13).map(({ monday }) => monday);
    const quietWeek = { ...row('2020-02-26', 0), sold: { adult: 0, child: 0 } };
    expect(mondays([quietWeek, row('2020-02-20', 10), row('2020-03-12', 5)])).toEqual([
      ...['2020-02-17', '2020-02-24', '2020-03-02', '2020-03-09'],
    ]);
    expect(mondays([quietWeek])).toEqual(['2020-03-09']);
  });

  it('stands day by day beside the same weekday of the week before', () => {
    const days = [row('2020-03-02', 10), row('2020-03-08', 30), row('2020-03-09', 40)];
    const compared = comparedWeek(days, '2020-03-12' as Day);
    expect(compared.map(({ day, sold, before }) => [day, sold.adult, before])).toEqual([
      ['2020-03-09', 40, 11],
      ['2020-03-10', 0, 0],
      ['2020-03-11', 0, 0],
      ['2020-03-12', 0, 0],
      ['2020-03-13', 0, 0],
      ['2020-03-14', 0, 0],
      ['2020-03-15', 0, 31],
    ]);
  });
});
