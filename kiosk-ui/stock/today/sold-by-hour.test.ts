import { describe, expect, it } from 'vitest';
import { hoursToDraw } from './sold-by-hour.tsx';

const day = (...sold: number[]) =>
  Array.from({ length: 24 }, (_, hour) => ({ adult: sold.includes(hour) ? 3 : 0, child: 0 }));

describe('the hours of the chart', () => {
  it.each([
    ['are the ordinary ones', day(9, 17), 8, 20],
    ['begin with a sale before them', day(6, 9), 6, 20],
    ['end with a sale after them', day(9, 22), 8, 22],
  ])('%s', (_, sold, first, last) => {
    const hours = hoursToDraw(sold);
    expect([hours[0], hours.at(-1)]).toEqual([first, last]);
    expect(hours).toHaveLength(last - first + 1);
  });
});
