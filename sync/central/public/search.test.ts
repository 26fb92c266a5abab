import { describe, expect, it } from 'vitest';
import { outletsAnswerSchema, outletsQuerySchema, type PublicOutlet } from '#central-api';
import { businessDayOf, instantOf, type PiecesByKind } from '#rules';
import { listColumnsOf } from './list-columns.ts';
import { freshness, publicOutletOf } from './public-outlet.ts';
import type { Shown } from './public-stock.ts';
import { createSearch } from './search.ts';

const at = instantOf('2020-03-12T09:00:00+08:00');
const day = businessDayOf(at);

const outletOf = (code: string, name: string, address: string, pieces: PiecesByKind): PublicOutlet => {
  const [, county = '', town = ''] = /^(.{3})(.{2,3}[區鄉])/.exec(address.replaceAll('台', '臺')) ?? [];
  const texts = { phone: '', village: '', chain: '', servicePeriods: '', note: '', ownNote: '', website: '' };
  return publicOutletOf(
    { outlet: code as PublicOutlet['code'], name, address, county, town, place: null, ...texts },
    {
      ...{ onHand: pieces, promised: { adult: 0, child: 0 }, lots: [], heardAt: at },
      ...{ selling: { state: 'open', day: null, note: '' }, hours: null, hoursNote: '' },
    },
    day,
    'left-out',
  );
};
const outlets = [
  outletOf('5901010058', '安康藥局', '台北市松山區八德路３段１２巷', { adult: 10, child: 0 }),
  outletOf('5901020012', '大安 ABC 藥局', '臺北市大安區和平東路1段', { adult: 200, child: 5 }),
  outletOf('5931010012', '和平藥局', '新北市板橋區中山路１號', { adult: 0, child: 90 }),
  outletOf('5931010021', '安心藥局', '新北市板橋區中山路２號', { adult: 0, child: 0 }),
  outletOf('5942010021', '蘭嶼衛生所', '臺東縣蘭嶼鄉', { adult: 10, child: 0 }),
];
let shown: Shown = {
  version: 1,
  ...{ listVersion: 1, detailsVersion: 1 },
  ofList: listColumnsOf([]),
  at,
  day,
  promises: 'left-out',
  readAt: at,
  outlets,
};
const search = createSearch({ shown: () => shown });

const query = (given: object) => outletsQuerySchema.parse(given);
const found = (given: object): string[] => search.find(query(given)).outlets.map(({ name }) => name);

describe('a search', () => {
  it.each([
    ['臺北', ['大安 ABC 藥局', '安康藥局']],
    ['台北', ['大安 ABC 藥局', '安康藥局']],
    ['八德路3段', ['安康藥局']],
    ['八德路３段', ['安康藥局']],
    ['abc', ['大安 ABC 藥局']],
    ['ＡＢＣ', ['大安 ABC 藥局']],
    ['5931010012', ['和平藥局']],
    ['藥局　板橋', ['和平藥局', '安心藥局']],
    ['  板橋   2號 ', ['安心藥局']],
    ['板橋 八德', []],
    ['松山區', ['安康藥局']],
    ['Banqiao', ['和平藥局', '安心藥局']],
    ['songshan', ['安康藥局']],
    ['Taitung', ['蘭嶼衛生所']],
    ['daan', ['大安 ABC 藥局']],
    ["Da'an taipei", ['大安 ABC 藥局']],
    ['banqiao 2號', ['安心藥局']],
    ['<script>', []],
    ['.*', []],
    ['\n', ['大安 ABC 藥局', '和平藥局', '安康藥局', '蘭嶼衛生所', '安心藥局']],
  ])('for %s finds what has all its words, however they are written', (q, names) => {
    expect(found({ q })).toEqual(names);
  });

  it('has most pieces first, or goes from place to place', () => {
    expect(found({})).toEqual(['大安 ABC 藥局', '和平藥局', '安康藥局', '蘭嶼衛生所', '安心藥局']);
    expect(found({ order: 'place' })).toEqual([
      '安康藥局',
      '大安 ABC 藥局',
      '和平藥局',
      '安心藥局',
      '蘭嶼衛生所',
    ]);
    expect(found({ has: 'child' })).toEqual(['和平藥局', '大安 ABC 藥局']);
  });

  it.each([
    [{ county: '臺北市' }, 2],
    [{ county: '台北市', town: '大安區' }, 1],
    [{ county: '臺北' }, 0],
    [{ town: '板橋區', has: 'adult' }, 0],
    [{ town: '板橋區', has: 'either' }, 1],
    [{ has: 'adult' }, 3],
  ])('of %j finds %d', (given, total) => {
    expect(search.find(query(given)).total).toBe(total);
  });

  it('has pages that join, and an end', () => {
    const first = search.find(query({ limit: 2 }));
    const second = search.find(query({ limit: 2, after: first.next }));
    const third = search.find(query({ limit: 2, after: second.next }));
    expect([...first.outlets, ...second.outlets, ...third.outlets].map(({ name }) => name)).toEqual(
      found({}),
    );
    expect([first.next, second.next, third.next, third.total]).toEqual([2, 4, null, 5]);
    expect(search.find(query({ after: 1_000_000 }))).toEqual({ total: 5, outlets: [], next: null });
  });

  it('of codes has these, in their order, each once, and none that is not listed', () => {
    const codes = '5942010021,5901010058,5942010021,5901999992';
    expect(found({ codes })).toEqual(['蘭嶼衛生所', '安康藥局']);
    expect(found({ codes, q: '安康' })).toEqual(['安康藥局']);
  });

  it('is answered in the words of the contract', () => {
    const answer = JSON.parse(search.bytes(query({ limit: 2 })).toString());
    expect(outletsAnswerSchema.parse(answer)).toMatchObject({
      at,
      day,
      total: 5,
      next: 2,
      outlets: [{}, {}],
    });
  });

  it('is sent byte for byte as JSON would be', () => {
    const asked = query({ limit: 2 });
    const { promises, readAt } = shown;
    const { outlets, ...found } = search.find(asked);
    const answer = { at, day, ...found, freshness, promises, readAt, outlets };
    // Twice, since the second time the outlets are known.
    for (let n = 0; n < 2; n++) expect(search.bytes(asked).toString()).toBe(JSON.stringify(answer));
  });

  it('has one key for all that have one answer', () => {
    const keyOf = (given: object) => search.keyOf(query(given));
    expect(keyOf({ q: ' 台北  藥局', county: '台北市' })).toBe(keyOf({ q: '藥局 臺北', county: '臺北市' }));
    expect(keyOf({ q: '台北' })).not.toBe(keyOf({ q: '台北', has: 'adult' }));
  });

  it('shows new figures at once, and a new list', () => {
    const [first, ...others] = outlets as [PublicOutlet, ...PublicOutlet[]];
    const changed = { ...first, pieces: { adult: 999, child: 0 } };
    shown = { ...shown, version: 2, outlets: [changed, ...others] };
    expect(found({ limit: 1 })).toEqual(['安康藥局']);
    shown = { ...shown, version: 3, listVersion: 2, outlets: others };
    expect(found({ q: '安康' })).toEqual([]);
  });
});
