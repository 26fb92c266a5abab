import { describe, expect, it } from 'vitest';
import { zhGlance } from '../words/glance-words.ts';
import { hourColumns, hoursToDraw } from './hours-chart.tsx';

const day = (...sold: number[]) =>
  Array.from({ length: 24 }, (_, hour) => ({ adult: sold.includes(hour) ? 3 : 0, child: 0 }));

describe('the hours of the chart', () => {
  it.each([
    ['are the ordinary ones', day(9, 17), day(), 8, 20],
    ['begin with a sale before them', day(6, 9), day(), 6, 20],
    ['end with a sale after them', day(9, 22), day(), 8, 22],
    ['reach as far as the usual day does', day(9), day(7, 21), 7, 21],
  ])('%s', (_, sold, usual, first, last) => {
    const hours = hoursToDraw(sold, usual);
    expect([hours[0], hours.at(-1)]).toEqual([first, last]);
    expect(hours).toHaveLength(last - first + 1);
  });

  it('are said one by one to those who listen, with what is usual', () => {
    const usualByHour = day().map((_, hour) => ({ adult: hour === 9 ? 4.5 : 0, child: 1 }));
    const columns = hourColumns({ soldByHour: day(9), usualByHour }, zhGlance);
    expect(columns.find(({ name }) => name === '9')).toEqual({
      ...{ name: '9', adult: 3, child: 0, usual: 5.5 },
      said: '9 時：成人 3 片、兒童 0 片，平常共 6 片',
    });
  });

  it('are said without it where no day came before', () => {
    const [first] = hourColumns({ soldByHour: day(), usualByHour: null }, zhGlance);
    expect(first).toEqual({ name: '8', adult: 0, child: 0, said: '8 時：成人 0 片、兒童 0 片' });
  });
});
