import { expect, it } from 'vitest';
import { mostDays, rangeOf } from './range.ts';

it.each([
  ['a day each', '2020-03-01', '2020-03-12', { ready: true, from: '2020-03-01', until: '2020-03-12' }],
  ['one day', '2020-03-12', '2020-03-12', { ready: true, from: '2020-03-12', until: '2020-03-12' }],
  ['a year and a day', '2020-01-01', '2020-12-31', { ready: true, from: '2020-01-01', until: '2020-12-31' }],
  ['no first day', '', '2020-03-12', { ready: false, fault: 'not-a-day', at: 'from' }],
  ['half a last day', '2020-03-12', '2020-03', { ready: false, fault: 'not-a-day', at: 'until' }],
  ['the later day first', '2020-03-12', '2020-03-01', { ready: false, fault: 'wrong-order', at: 'until' }],
  ['more than a year', '2019-12-31', '2020-12-31', { ready: false, fault: 'too-long', at: 'from' }],
])('a range with %s is shown, or says at which field what is wrong', (_, from, until, range) => {
  expect(rangeOf({ from, until }, mostDays)).toEqual(range);
});

it('has no bound where the answer comes in pages', () => {
  const years = { from: '2018-01-01', until: '2020-03-12' };
  expect(rangeOf(years, 'any')).toEqual({ ready: true, ...years });
});
