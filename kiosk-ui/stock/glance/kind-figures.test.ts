import { expect, it } from 'vitest';
import type { Day, Instant } from '../terms.ts';
import { stockLanguages } from '../words/words.ts';
import { goodsByDay } from './goods-by-day.ts';
import { runsOutText } from './kind-figures.tsx';

const now = Date.parse('2020-03-15T09:05:00+08:00') as Instant;
const { glance } = stockLanguages.zh;

it.each([
  [0, '即將售完'],
  [4, '即將售完'],
  [5, '約 09:10'],
  [120, '約 11:05'],
])('what runs out in %i minutes is said by a word or by a time', (minutes, said) => {
  const at = (now + minutes * 60_000) as Instant;
  expect(runsOutText(glance, { when: 'today', at }, now)).toBe(said);
});

it('goods that are not on sale yet are said by their day, each once', () => {
  const lots = [
    { onSaleFrom: '2020-03-17' as Day, pieces: 50 },
    { onSaleFrom: '2020-03-16' as Day, pieces: 400 },
    { onSaleFrom: '2020-03-16' as Day, pieces: 200 },
  ];
  expect(goodsByDay(lots)).toEqual([
    ['2020-03-16', 600],
    ['2020-03-17', 50],
  ]);
});
