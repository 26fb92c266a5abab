import { describe, expect, it } from 'vitest';
import type { StockSnapshot } from '../terms.ts';
import { stockLanguages } from '../words/words.ts';
import { partsOf } from './health.tsx';

const central = { mode: 'enrolled', phase: 'idle', why: null, equal: true, unsent: 0, heardAt: 1 };
const well = {
  reader: { health: 'ready', readers: [] },
  printer: { link: 'online', paper: 'ok', cover: 'closed' },
  central,
} as unknown as StockSnapshot;

const said = (change: object) =>
  partsOf({ ...well, ...change }, stockLanguages.zh).map(({ name, text, tone }) => [name, text, tone]);

describe('what the day stands on', () => {
  it('is quiet while all is well', () => {
    expect(said({})).toEqual([
      ['讀卡機', '正常', 'well'],
      ['印表機', '正常', 'well'],
      ['中央', '已全部上傳', 'well'],
    ]);
  });

  it.each([
    ['a reader that is away', { reader: { health: 'no-reader' } }, ['讀卡機', '未連接', 'wrong']],
    [
      'a printer without paper',
      { printer: { link: 'offline', paper: 'out' } },
      ['印表機', '紙張 用完', 'wrong'],
    ],
    [
      'a printer that is away',
      { printer: { link: 'unreachable', paper: 'unknown' } },
      ['印表機', '無法連接', 'wrong'],
    ],
    [
      'entries that wait for a line',
      { central: { ...central, phase: 'backing-off', why: 'no-line', equal: false, unsent: 1234 } },
      ['中央', '未上傳 1,234 筆', 'wrong'],
    ],
    [
      'entries that are on their way',
      { central: { ...central, phase: 'pushing', equal: false, unsent: 3 } },
      ['中央', '未上傳 3 筆', 'well'],
    ],
  ])('says %s', (_, change, line) => {
    expect(said(change)).toContainEqual(line);
  });

  it('leaves the centre out where there is none', () => {
    expect(said({ central: { ...central, mode: 'none', phase: null } })).toHaveLength(2);
  });
});
