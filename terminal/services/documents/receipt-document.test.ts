import { describe, expect, it } from 'vitest';
import { receiptOf, rowsOnPaper, saleLine, threeCards, voidRecord } from '#fixtures/sample-receipts';
import { receiptDocument } from './receipt-document.ts';
import type { SlipFrame } from './slip-parts.ts';

const frame: SlipFrame = { outlet: { code: '5901010058', name: '平安藥局' }, purpose: 'shop', copy: 0 };
const line = '─'.repeat(16);

describe('the slip of one card', () => {
  it('stands on narrow paper without breaking a line', () => {
    expect(rowsOnPaper(receiptDocument(receiptOf([saleLine()]), '林美玉', frame), 58)).toEqual([
      '平安藥局',
      '',
      '實名制口罩購買證明',
      line,
      '單號  1090312-0047',
      '日期  109/03/12 09:15:02',
      '機構代碼  5901010058',
      '經手人  林美玉',
      '證號  *******789',
      line,
      '成人口罩 3 片 × 5 元  15 元',
      '合計  NT$ 15',
      line,
      '下次可購買日',
      '109/03/19',
      '',
      '政府徵用口罩代售，免開統一發票',
      '驗證碼 3F9A-0C21',
    ]);
  });

  it('of before there were operators names nobody', () => {
    expect(rowsOnPaper(receiptDocument(receiptOf([saleLine()]), null, frame), 58).join()).not.toContain(
      '經手人',
    );
  });

  it('keyed in from a paper form names the line of the form', () => {
    const rows = rowsOnPaper(receiptDocument(receiptOf([saleLine()], { formLine: '12-3' }), null, frame), 58);
    expect(rows).toContain('紙本補登  12-3');
  });

  it('bought for somebody else says so', () => {
    const rows = rowsOnPaper(
      receiptDocument(receiptOf([saleLine({ role: 'proxy-adult' })]), null, frame),
      58,
    );
    expect(rows).toContain('證號（代購）  *******789');
  });
});

describe('the slip of several cards', () => {
  it('gives each card its number, its goods and its day, and one total', () => {
    const rows = rowsOnPaper(receiptDocument(receiptOf(threeCards), '林美玉', frame), 58);
    expect(rows.slice(rows.indexOf('經手人  林美玉') + 1)).toEqual([
      ...[line, '證號  *******789', '成人口罩 3 片 × 5 元  15 元', '可再購 109/03/19'],
      ...[line, '證號（代購）  *******034', '成人口罩 3 片 × 5 元  15 元', '可再購 109/03/19'],
      ...[line, '證號（代購）  *******568', '兒童口罩 5 片 × 5 元  25 元', '可再購 109/03/19'],
      ...[line, '合計 3 張卡  NT$ 55', line],
      ...['政府徵用口罩代售，免開統一發票', '驗證碼 3F9A-0C21'],
    ]);
  });
});

describe('what must not be overlooked', () => {
  it('stands at the head and at the foot of a copy', () => {
    const rows = rowsOnPaper(receiptDocument(receiptOf([saleLine()]), null, { ...frame, copy: 2 }), 80);
    expect([rows.at(0), rows.at(-1)]).toEqual(['補印 COPY 2', '補印 COPY 2']);
  });

  it('stands around everything else in a drill', () => {
    const drill = { ...frame, purpose: 'drill', copy: 1 } as const;
    const rows = rowsOnPaper(receiptDocument(receiptOf([saleLine()]), null, drill), 80);
    expect([rows.slice(0, 2), rows.slice(-2)]).toEqual([
      ['練習', '補印 COPY 1'],
      ['補印 COPY 1', '練習'],
    ]);
  });

  it.each([[[saleLine()]], [threeCards]])(
    'is that a receipt was voided, and then it names no day',
    (lines) => {
      const rows = rowsOnPaper(receiptDocument(receiptOf(lines, { voided: voidRecord }), null, frame), 58);
      expect(rows).toContain('已作廢');
      expect(rows.join()).not.toContain('109/03/19');
    },
  );
});
