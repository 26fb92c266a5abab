import { expect, it } from 'vitest';
import { receiptOf, saleLine, threeCards, voidRecord } from '#fixtures/sample-receipts';
import { receiptText } from './receipt-text.ts';

const bytes = (text: string) => new TextEncoder().encode(text).length;

it('a receipt as text says what was bought, when, and from when again', () => {
  expect(receiptText(receiptOf([saleLine()]), { name: '平安藥局' })).toBe(
    [
      ...['平安藥局', '口罩購買證明', '1090312-0047', '109/03/12 09:15'],
      ...['789 成人 3 片，下次 109/03/19', '合計 15 元', '驗證碼 3F9A-0C21'],
    ].join('\n'),
  );
});

it.each([
  ['a long name', [saleLine()], '平安'.repeat(20)],
  ['a full visit and a long name', [...threeCards, ...threeCards.slice(1)], '平安'.repeat(20)],
  ['more cards than a code holds', Array.from({ length: 20 }, () => saleLine()), '平安藥局'],
])('it fits a code, for all of %s', (_, lines, name) => {
  const text = receiptText(receiptOf(lines), { name });
  expect(bytes(text)).toBeLessThanOrEqual(300);
  expect(text).toContain('合計');
  expect(text).toContain('1090312-0047');
});

it('of cards that do not fit it says how many they are', () => {
  const text = receiptText(receiptOf(Array.from({ length: 20 }, () => saleLine())), { name: '平安藥局' });
  const shown = text.split('\n').filter((row) => row.startsWith('789')).length;
  expect(text).toContain(`另 ${20 - shown} 張卡`);
});

it('of a voided sale it says so', () => {
  expect(receiptText(receiptOf([saleLine()], { voided: voidRecord }), { name: '平安藥局' })).toContain(
    '已作廢',
  );
});
