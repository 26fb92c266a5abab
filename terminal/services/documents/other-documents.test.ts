import { describe, expect, it } from 'vitest';
import { receiptOf, rowsOnPaper, saleLine, threeCards } from '#fixtures/sample-receipts';
import type { DayClosed } from '#protocol';
import { type BusinessDay, type ClockTime, instantOf, type VoidReason } from '#rules';
import { dayCloseDocument } from './day-close-document.ts';
import type { SlipFrame } from './slip-parts.ts';
import { testDocument } from './test-document.ts';
import { ticketDocument } from './ticket-document.ts';
import { voidDocument } from './void-document.ts';

const frame: SlipFrame = { outlet: { code: '5901010058', name: '平安藥局' }, purpose: 'shop', copy: 0 };
const at = instantOf('2020-03-12T18:05:09+08:00');
const day = '2020-03-12' as BusinessDay;

describe('the slip of a void', () => {
  const slip = (reason: VoidReason, lines = threeCards) =>
    rowsOnPaper(
      voidDocument(
        { ...receiptOf(lines), voided: { at, day, by: null, reason, note: '' } },
        { sale: '林美玉', void: '陳志豪' },
        frame,
      ),
      58,
    );

  it('names the sale, the reason, who did it and what was returned', () => {
    const rows = slip('wrong-card');
    expect(rows).toEqual(expect.arrayContaining(['作廢', '原單號  1090312-0047', '作廢原因  用錯卡片']));
    expect(rows).toEqual(
      expect.arrayContaining(['原經手人  林美玉', '作廢經手人  陳志豪', '退還金額  NT$ 55']),
    );
    expect(rows.filter((row) => row.endsWith('-15 元'))).toHaveLength(2);
    expect(rows.at(-1)).toMatch(/^退款簽收/);
  });

  it('of a sale that was never paid returns nothing and asks for no signature', () => {
    const rows = slip('not-paid', [saleLine()]);
    expect(rows).toContain('未收金額  NT$ 15');
    expect(rows.join()).not.toMatch(/退還|簽收/);
  });
});

it('a ticket says its number, its kind and its time, and that it lapses', () => {
  const session = {
    ...{ sessionId: 's', day, sets: { adult: 50, child: 10 }, cardCheck: true, lapsed: false },
    ...{
      handOutFrom: '08:00' as ClockTime,
      pickUpFrom: '14:00' as ClockTime,
      pickUpUntil: '16:00' as ClockTime,
    },
  };
  const ticket = {
    ticketId: 't',
    sessionId: 's',
    number: 12,
    kind: 'child',
    pieces: 5,
    state: 'open',
    at,
  } as const;
  const rows = (cardCheck: boolean) =>
    rowsOnPaper(ticketDocument({ ticket, session: { ...session, cardCheck }, price: 25 }, frame), 58);
  expect(rows(true)).toEqual([
    ...['平安藥局', '口罩號碼牌', '─'.repeat(16), 'C012', '', '兒童口罩 5 片', '─'.repeat(16)],
    ...['領取日期  109/03/12 (四)', '領取 14:00-16:00', '請備妥  25 元', '機構代碼  5901010058'],
    ...['─'.repeat(16), '請攜帶領號時的健保卡', '逾時失效'],
  ]);
  expect(rows(false)).toContain('請攜帶健保卡');
});

describe('the slip of a day', () => {
  const closed: DayClosed = {
    ...{ kind: 'day-closed', commandId: '00000000-0000-4000-8000-000000000001', day, number: 1 },
    figures: {
      ...{ sold: { adult: 600, child: 205 }, sales: { adult: 200, child: 41 }, salesAmount: 4025 },
      ...{ voids: { receipts: 2, pieces: { adult: 3, child: 5 }, amount: 40 }, toRemit: 3985, byHand: 3 },
      ...{ paper: 4, persons: 239, sellingDay: 36, subsidy: 1314.5 },
      ...{ received: { adult: 600, child: 200 }, adjusted: { adult: -3, child: 0 } },
    },
    ...{ bookedStock: { adult: 1312, child: 96 }, countedStock: { adult: 1310, child: 96 } },
    ...{ countedCash: 3980, unsent: 12, note: '' },
  };
  const slip = (change: Partial<DayClosed>, paper: 58 | 80 = 58) =>
    rowsOnPaper(dayCloseDocument({ closed: { ...closed, ...change }, at, by: '陳志豪' }, frame), paper);

  it('holds every figure, and every difference', () => {
    const rows = slip({});
    expect(rows).toEqual(
      expect.arrayContaining([
        ...['成人口罩 200 筆  600 片', '兒童口罩 41 筆  205 片', '銷售金額  NT$ 4,025'],
        ...[
          '作廢 2 筆  8 片',
          '作廢退款  NT$ -40',
          '應解繳 NT$ 3,985',
          '實點現金  NT$ 3,980',
          '差額  NT$ -5',
        ],
        ...['進貨  600  200', '調整  -3  0', '帳面庫存  1,312  96', '實點庫存  1,310  96', '差異  -2  0'],
        ...['服務人數  239 人', '人工登錄  3 筆', '紙本補登  4 筆', '累計販售  第 36 日'],
        ...['包裝補助  NT$ 1,314.5', '尚未上傳  12 筆', '經手人  陳志豪'],
      ]),
    );
    expect(rows.join()).not.toContain('更正日結');
  });

  it('says where everything agrees, and that it replaces an earlier close', () => {
    const rows = slip({ countedCash: 3985, countedStock: { adult: 1312, child: 96 }, number: 2 });
    expect(rows).toEqual(expect.arrayContaining(['差額  相符', '差異  相符', '更正日結  第 2 次']));
  });

  it.each([58, 80] as const)('breaks no line on paper of %i mm', (paper) => {
    const { lines } = dayCloseDocument({ closed, at, by: '陳志豪' }, frame);
    expect(slip({}, paper)).toHaveLength(lines.length);
  });

  it('ends both columns of pieces in the same place', () => {
    const { lines } = dayCloseDocument({ closed, at, by: null }, frame);
    const columns = lines.flatMap((line) =>
      line.type === 'pair' && /庫存|進貨|調整|差異/.test(line.label) ? [line.value.length] : [],
    );
    expect(new Set(columns)).toEqual(new Set([16]));
  });
});

it('the test page has a character that only a picture can print', () => {
  expect(rowsOnPaper(testDocument(at, frame), 58).join()).toContain('堃');
});
