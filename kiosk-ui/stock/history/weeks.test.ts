import { describe, expect, it } from 'vitest';
import type { Day, DayRow } from '../terms.ts';
import { daysBetween, sumOf, twoWeeks } from './weeks.ts';

const row = (day: string, adult: number) =>
  ({ day, sold: { adult, child: 1 }, persons: 2, toRemit: adult * 5 }) as DayRow;

describe('a week against the week before', () => {
  it('counts seven days each, today included, and leaves older days out', () => {
    const days = [
      row('2020-02-27', 1000),
      row('2020-02-28', 10),
      row('2020-03-05', 20),
      row('2020-03-06', 300),
      row('2020-03-12', 400),
    ];
    const { now, before } = twoWeeks(days, '2020-03-12' as Day);
    expect(now).toEqual({ adult: 700, child: 2, persons: 4, toRemit: 3500 });
    expect(before).toEqual({ adult: 30, child: 2, persons: 4, toRemit: 150 });
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
