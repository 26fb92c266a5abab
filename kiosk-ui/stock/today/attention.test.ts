import { describe, expect, it } from 'vitest';
import type { StockSnapshot } from '../terms.ts';
import { stockLanguages } from '../words/words.ts';
import { matters } from './attention.ts';

const well = {
  clock: { now: 1_583_994_720_000, day: '2020-03-12', wall: 1_583_994_720_000, trust: 'trusted' },
  disk: { state: 'ok', freeMB: 40_000 },
  backup: { lastAt: 1_583_964_000_000, fault: null, folder: '' },
  reader: { health: 'ready', readers: [] },
  printer: { link: 'online', paper: 'ok', cover: 'closed', waiting: 0, doubtful: [] },
  central: { mode: 'enrolled', phase: 'idle', equal: true, unsent: 0, oldestUnsentAt: null },
  messages: [{ read: true, urgency: 'urgent' }],
  deliveries: [{ day: '2020-03-14', due: false, pieces: { adult: 400, child: 200 } }],
  daysToClose: ['2020-03-12'],
  toReview: { byHand: 0, paper: 0, conflicts: 0 },
} as unknown as StockSnapshot;

const cut = {
  mode: 'enrolled',
  phase: 'backing-off',
  line: 'down',
  why: 'no-line',
  unsent: 157,
  oldestUnsentAt: well.clock.now,
};

const ago = (minutes: number) => well.clock.now - minutes * 60_000;

const found = (change: object) =>
  matters({ ...well, ...change }, stockLanguages.zh).map(({ text, where, weight }) => [text, where, weight]);

describe('what asks for attention', () => {
  it('is nothing while all is well, today not being closed yet included', () => {
    expect(found({})).toEqual([]);
  });

  it('is not a slip that is being printed, but one that cannot be', () => {
    const printer = { ...well.printer, waiting: 1 };
    expect(found({ printer })).toEqual([]);
    expect(found({ printer: { ...printer, paper: 'out' } })).toEqual([
      ['印表機紙張用完，請換紙', 'devices', 'soon'],
      ['1 張單據等待列印', 'devices', 'soon'],
    ]);
  });

  it('is not a line that was cut a moment ago', () => {
    expect(found({ central: { ...cut, oldestUnsentAt: ago(9) } })).toEqual([]);
  });

  it('is what waits longer than was seen when the till spoke last', () => {
    const snapshot = { ...well, central: cut } as unknown as StockSnapshot;
    const later = (well.clock.now + 12 * 60_000) as typeof well.clock.now;
    expect(matters(snapshot, stockLanguages.zh, later).map(({ text }) => text)).toEqual([
      '未上傳 157 筆，最久 12 分鐘',
    ]);
  });

  it.each([
    [
      'days that were not closed, in one line',
      { daysToClose: ['2020-03-10', '2020-03-11', '2020-03-12'] },
      ['3/10、3/11 尚未日結', 'day-close', 'urgent'],
    ],
    [
      'many days that were not closed, still in one line',
      { daysToClose: [1, 2, 3, 4, 5, 6, 7].map((day) => `2020-03-0${day}`) },
      ['3/1、3/2、3/3、3/4、3/5 等 7 天尚未日結', 'day-close', 'urgent'],
    ],
    [
      'what was keyed in by hand on any day, until it is signed off',
      { toReview: { byHand: 3, paper: 0, conflicts: 0 } },
      ['人工登錄 3 筆，請抽空複核', 'history', 'soon'],
    ],
    [
      'a backup whose folder is gone',
      { backup: { lastAt: null, fault: 'folder-gone', folder: '' } },
      ['找不到備份資料夾，請插回隨身碟', 'devices', 'urgent'],
    ],
    [
      'a shop without any backup',
      { backup: { lastAt: null, fault: null, folder: '' } },
      ['尚未備份過', 'devices', 'soon'],
    ],
    [
      'a full disk',
      { disk: { state: 'full', freeMB: 0 } },
      ['磁碟空間已滿，無法再記錄', 'devices', 'urgent'],
    ],
    [
      'a clock that jumped',
      { clock: { ...well.clock, trust: 'jumped' } },
      ['電腦時鐘跳動，現為 14:32，請店長核對', 'devices', 'urgent'],
    ],
    [
      'a worn reader',
      {
        reader: {
          health: 'ready',
          readers: [{ name: 'A', insertions: 9_900, readErrors: 3, care: 'order' }],
        },
      },
      ['讀卡機接近使用壽命，請備新機', 'devices', 'soon'],
    ],
    [
      'a printer that is away',
      { printer: { ...well.printer, link: 'unreachable', paper: 'unknown' } },
      ['印表機無法使用，單據稍後補印', 'devices', 'soon'],
    ],
    [
      'a printer without paper',
      { printer: { ...well.printer, link: 'offline', paper: 'out' } },
      ['印表機紙張用完，請換紙', 'devices', 'soon'],
    ],
    [
      'entries that the centre has not got for ten minutes',
      { central: { ...cut, oldestUnsentAt: ago(10) } },
      ['未上傳 157 筆，最久 10 分鐘', 'centre', 'soon'],
    ],
    [
      'more urgently those of an hour',
      { central: { ...cut, oldestUnsentAt: ago(180) } },
      ['未上傳 157 筆，最久 3 小時', 'centre', 'urgent'],
    ],
    [
      'a centre that is newer than the program',
      { central: { ...cut, line: 'up', why: 'later-fault' } },
      ['中央的版本較新，請更新本機程式', 'centre', 'soon'],
    ],
    [
      'a till that has stopped sending',
      { central: { ...cut, phase: 'halted', why: 'fork', oldestUnsentAt: ago(180) } },
      ['停止上傳中央，請查看原因', 'centre', 'urgent'],
    ],
    [
      'a till that the centre does not know',
      { central: { ...cut, mode: 'not-enrolled', phase: null } },
      ['本機尚未向中央登錄，請輸入登錄碼', 'centre', 'soon'],
    ],
    [
      'purchases in one interval',
      { toReview: { byHand: 0, paper: 0, conflicts: 2 } },
      ['同一期間購買兩次 2 件，請查看', 'centre', 'soon'],
    ],
    [
      'an urgent message among those that nobody has read',
      {
        messages: [
          { read: false, urgency: 'notice' },
          { read: false, urgency: 'urgent' },
        ],
      },
      ['中央通知 2 則未讀', 'centre', 'urgent'],
    ],
    [
      'a delivery that is due, and not one of the day after tomorrow',
      {
        deliveries: [
          { day: '2020-03-13', due: true, pieces: { adult: 400, child: 200 } },
          ...well.deliveries,
        ],
      },
      ['3/13 開賣的成人 400 片、兒童 200 片，尚未進貨', 'goods', 'soon'],
    ],
  ])('is %s', (_, change, matter) => {
    expect(found(change)).toEqual([matter]);
  });

  it('begins with what is urgent', () => {
    const weights = found({
      disk: { state: 'low', freeMB: 800 },
      toReview: { byHand: 1, paper: 1, conflicts: 0 },
      daysToClose: ['2020-03-11'],
    }).map(([, , weight]) => weight);
    expect(weights).toEqual(['urgent', 'soon', 'soon']);
  });
});
