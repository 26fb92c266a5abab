import { describe, expect, it } from 'vitest';
import type { OutletCode, OutletRow } from '../wall.ts';
import { rowFor } from './sample-rows.ts';
import { arranged, keep } from './sorting.ts';

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
const kept = (of: readonly OutletRow[] = rows) => keep(of, new Map());
const all = { text: '', county: '', notice: 'any' } as const;
const codes = (found: readonly OutletRow[]) => found.map(({ name }) => name);

describe('the table of outlets', () => {
  it('is ordered by figures, and what is equal by name', () => {
    expect(codes(arranged(kept().values(), all, { by: 'adult', way: 'up' }))).toEqual([
      '永和藥局',
      '安心藥局',
      '仁愛藥局',
    ]);
    expect(codes(arranged(kept().values(), all, { by: 'adult', way: 'down' }))[0]).toBe('仁愛藥局');
  });

  it('finds name, code, county and town, full-width or not, with either 台', () => {
    const found = (text: string) =>
      codes(arranged(kept().values(), { ...all, text }, { by: 'name', way: 'up' }));
    expect(found('台北')).toEqual(['安心藥局']);
    expect(found('２０２ａ')).toEqual(['永和藥局']);
    expect(found('新北 永和')).toEqual(['永和藥局']);
    expect(found('沒有')).toEqual([]);
  });

  it('shows one county, or those with one notice', () => {
    const one = kept(rows.map((row, i) => ({ ...row, notices: i === 1 ? ['silent'] : [] })));
    const filtered = (filter: object) =>
      codes(arranged(one.values(), { ...all, ...filter }, { by: 'name', way: 'up' }));
    expect(filtered({ county: '新北市' })).toHaveLength(2);
    expect(filtered({ notice: 'silent' })).toEqual(['仁愛藥局']);
  });

  it('works out the order of names once, and anew when a name is another', () => {
    const before = kept();
    const stock = rows.map((row) => ({ ...row, available: { adult: 1, child: 1 } }));
    expect(keep(stock, before).get('5901010058')?.searched).toBe(before.get('5901010058')?.searched);
    const renamed = rows.map((row, i) => (i === 0 ? { ...row, name: '康是美' } : row));
    expect(keep(renamed, before).get('5901010058')?.searched).toContain('康是美');
  });
});
