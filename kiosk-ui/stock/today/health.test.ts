import { describe, expect, it } from 'vitest';
import type { StockSnapshot } from '../terms.ts';
import { stockLanguages } from '../words/words.ts';
import { partsOf } from './health.tsx';

const now = 1_583_994_720_000;
const central = {
  ...{ mode: 'enrolled', phase: 'idle', line: 'up', why: null, equal: true },
  ...{ unsent: 0, oldestUnsentAt: null, heardAt: 1 },
};
const cut = { ...central, phase: 'backing-off', line: 'down', why: 'no-line', equal: false };
const since = (minutes: number) => ({ unsent: 1234, oldestUnsentAt: now - minutes * 60_000 });
const well = {
  reader: { health: 'ready', readers: [] },
  printer: { link: 'online', paper: 'ok', cover: 'closed' },
  central,
  clock: { now },
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
    ['a line that is cut', { central: { ...cut, unsent: 0 } }, ['中央', '斷線', 'quiet']],
    [
      'entries that wait for a line, and for how long, from the first minute',
      { central: { ...cut, ...since(1) } },
      ['中央', '斷線，未上傳 1,234 筆，最久 1 分鐘', 'quiet'],
    ],
    [
      'that they wait for ten minutes',
      { central: { ...cut, ...since(10) } },
      ['中央', '斷線，未上傳 1,234 筆，最久 10 分鐘', 'wrong'],
    ],
    [
      'that they wait for an hour',
      { central: { ...cut, ...since(60) } },
      ['中央', '斷線，未上傳 1,234 筆，最久 60 分鐘', 'bad'],
    ],
    [
      'entries that the centre does not take yet',
      { central: { ...cut, line: 'up', why: 'unknown-entry', ...since(12) } },
      ['中央', '未收下，未上傳 1,234 筆，最久 12 分鐘', 'wrong'],
    ],
    [
      'a till that has stopped sending',
      { central: { ...cut, line: 'refused', phase: 'halted', why: 'fork', ...since(2) } },
      ['中央', '停止上傳，未上傳 1,234 筆，最久 2 分鐘', 'wrong'],
    ],
    [
      'entries that are on their way',
      { central: { ...central, phase: 'pushing', equal: false, ...since(1), unsent: 3 } },
      ['中央', '未上傳 3 筆', 'well'],
    ],
  ])('says %s', (_, change, line) => {
    expect(said(change)).toContainEqual(line);
  });

  it('leaves the centre out where there is none', () => {
    expect(said({ central: { ...central, mode: 'none', phase: null } })).toHaveLength(2);
  });
});
