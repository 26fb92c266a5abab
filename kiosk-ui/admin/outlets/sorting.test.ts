import { describe, expect, it } from 'vitest';
import type { OutletCode, OutletRow } from '../wall.ts';
import { rowFor } from './sample-rows.ts';
import { arranged, listingOf, noListing, withFigures } from './sorting.ts';

const rows = [
  rowFor({ code: '5901010058' as OutletCode, name: '安心藥局', county: '臺北市', town: '松山區', adult: 10 }),
  rowFor({
    code: '5931010012' as OutletCode,
    name: '仁愛藥局',
    county: '新北市',
    town: '板橋區',
    adult: 300,
  }),
  rowFor({ code: '592202A296' as OutletCode, name: '永和藥局', county: '新北市', town: '永和區', adult: 10 }),
];
const kept = (of: readonly OutletRow[] = rows) => listingOf(of, noListing);
const all = { text: '', county: '', notice: 'any' } as const;
const codes = (found: readonly OutletRow[]) => found.map(({ name }) => name);

describe('the table of outlets', () => {
  it('is ordered by figures, and what is equal by name', () => {
    expect(codes(arranged(kept(), all, { by: 'adult', way: 'up' }))).toEqual([
      '永和藥局',
      '安心藥局',
      '仁愛藥局',
    ]);
    expect(codes(arranged(kept(), all, { by: 'adult', way: 'down' }))[0]).toBe('仁愛藥局');
  });

  it('finds name, code, county and town, full-width or not, with either 台', () => {
    const found = (text: string) => codes(arranged(kept(), { ...all, text }, { by: 'name', way: 'up' }));
    expect(found('台北')).toEqual(['安心藥局']);
    expect(found('２０２ａ')).toEqual(['永和藥局']);
    expect(found('新北 永和')).toEqual(['永和藥局']);
    expect(found('沒有')).toEqual([]);
  });

  it('shows one county, or those with one notice', () => {
    const one = kept(rows.map((row, i) => ({ ...row, notices: i === 1 ? ['silent'] : [] })));
    const filtered = (filter: object) =>
      codes(arranged(one, { ...all, ...filter }, { by: 'name', way: 'up' }));
    expect(filtered({ county: '新北市' })).toHaveLength(2);
    expect(filtered({ notice: 'silent' })).toEqual(['仁愛藥局']);
  });

  it('takes new figures, and those of an outlet that it does not know for nothing', () => {
    const by = { by: 'adult', way: 'down' } as const;
    const before = kept();
    expect(codes(arranged(before, all, by))[0]).toBe('仁愛藥局');
    const sold = { ...(rows[1] as OutletRow), available: { adult: 0, child: 0 } };
    const after = withFigures(before, [sold, { ...sold, code: '5900000000' as OutletCode }]);
    expect(codes(arranged(after, all, by))).toEqual(['永和藥局', '安心藥局', '仁愛藥局']);
    expect(codes(arranged(before, all, by))[0]).toBe('仁愛藥局');
  });

  it('puts those of which nobody knows when they run out behind the others, by name', () => {
    const at = 1 as NonNullable<OutletRow['heardAt']>;
    const soon = { adult: { when: 'today', at }, child: { when: 'unknown' } } as OutletRow['runsOut'];
    const one = kept(rows.map((row, i) => (i === 0 ? { ...row, runsOut: soon } : row)));
    expect(codes(arranged(one, all, { by: 'runs-out', way: 'up' }))).toEqual([
      '安心藥局',
      '仁愛藥局',
      '永和藥局',
    ]);
  });

  it('works out the order of names once, and anew when a text is another', () => {
    const before = kept();
    arranged(before, all, { by: 'name', way: 'up' });
    arranged(before, all, { by: 'adult', way: 'up' });
    const stock = rows.map((row) => ({ ...row, available: { adult: 1, child: 1 } }));
    const after = listingOf(stock, before);
    expect(after.texts).toBe(before.texts);
    expect([...after.ordered.keys()]).toEqual(['name up']);
    const renamed = rows.map((row, i) => (i === 0 ? { ...row, name: '康是美' } : row));
    expect(
      codes(arranged(listingOf(renamed, before), { ...all, text: '康' }, { by: 'name', way: 'up' })),
    ).toEqual(['康是美']);
    const joined = rows.map((row, i) => (i === 0 ? { ...row, chain: '大樹' } : row));
    expect(
      codes(arranged(listingOf(joined, before), { ...all, text: '大樹' }, { by: 'name', way: 'up' })),
    ).toEqual(['安心藥局']);
  });
});
