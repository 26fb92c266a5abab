import { describe, expect, it } from 'vitest';
import type { PublicOutlet, StockNow } from '#central-api';
import { countryOf } from './country.ts';
import type { Instant, OutletCode } from './figures.ts';

const at = 1_583_977_200_000 as Instant;
const codes = ['5901010058', '592202A296', '5931010012', '5931010013'] as OutletCode[];
const list = '0123456789abcdef';
const format = 3 as const;
const week = [[], [{ from: '09:00', until: '12:00' }], [], [], [], [], []] as unknown as NonNullable<
  PublicOutlet['hours']
>;
const columns = () => ({
  positions: {
    ...{ format, list, codes },
    longitudes: [1215170, -500, null, 10],
    latitudes: [250330, -200, null, 10],
  },
  names: {
    directory: {
      ...{ format, list, counties: ['臺北市', '新北市'] },
      ...{
        countiesEnglish: ['Taipei City', 'New Taipei City'],
        townsEnglish: ["Da'an District", 'Banqiao District'],
      },
      towns: [
        ['中正區', 0],
        ['板橋區', 1],
      ] as [string, number][],
      names: ['安心藥局', '康泰藥局', '板橋衛生所', '無名藥局'],
      addresses: ['許昌街１７號', '中山路二段3號', '=台北縣舊街1號', '文化路9號'],
      ...{ phones: ['', '', '', ''], town: [0, 1, 1, 1] },
    },
    details: {
      ...{ format, list, weeks: [null, week], week: [0, 1, 0, 0], periods: ['', 'N'.repeat(21)] },
      ...{ period: [0, 0, 1, 0], hoursNotes: [[1, '十點發號碼牌']] as [number, string][] },
      ...{ notes: [[0, '請自備零錢']] as [number, string][], ownNotes: [], websites: [] },
    },
  },
  stock: {
    ...{ format, list, at, cursor: 7, adult: [12, 300, 0, 40], child: [0, 10, 5, 0] },
    promised: [[1, 60, 10]] as [number, number, number][],
    notSelling: [[3, 'paused', '盤點中']] as [number, 'paused', string][],
    heardMinutesAgo: [0, 3, 90, -1],
    ...{ bandsFrom: { plenty: 100, some: 30 }, freshness: { agedAfterMs: 1, oldAfterMs: 2 } },
    promises: 'left-out' as const,
    readAt: at,
  },
});
const aCountry = () => {
  const country = countryOf(columns());
  if (!country) throw new Error('the columns belong together');
  return country;
};
const none = { q: '', county: '', town: '', has: undefined, after: 0 };
const station = { longitude: 121.517, latitude: 25.033 };

describe('the search on this device', () => {
  it.each([
    ['安心', [0]],
    ['許昌街17號', [0]],
    ['台北市', [0]],
    ['臺北', [2, 0].sort()],
    ['592202a296', [1]],
    ['板橋 藥局', [1, 3]],
    ['Banqiao', [1, 2, 3]],
    ['new taipei', [1, 2, 3]],
    ['daan', [0]],
    ['Da’an taipei', [0]],
    ['板橋 沒有', []],
  ])('finds %s', (q, found) => {
    expect(
      aCountry()
        .search({ ...none, q }, null)
        .toSorted(),
    ).toEqual(found);
  });

  it('puts the most pieces first, and the nearest where a place is known', () => {
    expect(aCountry().search(none, null)).toEqual([1, 3, 0, 2]);
    // An outlet of unknown place is not near.
    expect(aCountry().search(none, station)).toEqual([0, 3, 1]);
  });

  it('narrows by county, town and kind', () => {
    expect(aCountry().search({ ...none, county: '新北市' }, null)).toEqual([1, 3, 2]);
    expect(aCountry().search({ ...none, county: '新北市', town: '中正區' }, null)).toEqual([]);
    expect(aCountry().search({ ...none, has: 'child' }, null)).toEqual([1, 2]);
  });

  it('goes by new figures as soon as they are known', () => {
    const country = aCountry();
    const change = { code: codes[0], pieces: { adult: 999, child: 1 }, selling: { state: 'open', note: '' } };
    country.replace([{ ...change, heardAt: at } as StockNow]);
    expect(country.search(none, null)[0]).toBe(0);
    expect(country.outlet(0)?.bands).toEqual({ adult: 'plenty', child: 'few' });
  });
});

describe('an outlet out of columns', () => {
  it('has its whole address, its state and when it was heard', () => {
    const country = aCountry();
    expect(country.outlet(0)?.address).toBe('臺北市中正區許昌街１７號');
    expect(country.outlet(2)?.address).toBe('台北縣舊街1號');
    expect(country.outlet(3)).toMatchObject({
      selling: { state: 'paused' },
      heardAt: null,
      county: '新北市',
    });
    expect(country.outlet(2)?.heardAt).toBe(at - 90 * 60_000);
  });

  it('says its tickets, its hours and its notes as its own answer does', () => {
    const [first, second, third, last] = [0, 1, 2, 3].map((n) => aCountry().outlet(n));
    expect(first).toMatchObject({ note: '請自備零錢', hours: null, promised: { adult: 0, child: 0 } });
    expect(second).toMatchObject({
      ...{ hours: week, hoursNote: '十點發號碼牌', note: '', promised: { adult: 60, child: 10 } },
    });
    expect(third?.servicePeriods).toBe('N'.repeat(21));
    expect(last?.selling).toEqual({ state: 'paused', note: '盤點中' });
  });

  it('has other tickets and another state as soon as they are known', () => {
    const country = aCountry();
    const selling = { state: 'sold-out', note: '明天請早' } as const;
    const promised = { adult: 3, child: 0 };
    country.replace([
      { code: codes[1], pieces: { adult: 0, child: 0 }, promised, selling, heardAt: at } as StockNow,
    ]);
    expect(country.outlet(1)).toMatchObject({ promised, selling });
  });

  it('adds differences up past an outlet without a place', () => {
    expect(aCountry().place(2)).toBeNull();
    expect(aCountry().place(3)).toEqual({ longitude: 121.468, latitude: 25.014 });
  });

  it('is not put together from columns of different lists', () => {
    const { stock, ...others } = columns();
    expect(countryOf({ ...others, stock: { ...stock, list: 'fedcba9876543210' } })).toBeNull();
  });

  it('tells that a place is far from every outlet', () => {
    expect(aCountry().nearestMetres({ longitude: 139.7, latitude: 35.7 })).toBeGreaterThan(1_000_000);
    expect(aCountry().nearestMetres(station)).toBeLessThan(10);
  });
});
