import { describe, expect, it } from 'vitest';
import type { StockEventRow } from '../terms.ts';
import { stockLanguages } from '../words/words.ts';
import { eventDetail } from './event-detail.ts';

const event = (what: StockEventRow['what'], detail: string) => ({ what, detail }) as StockEventRow;

describe('the detail of a movement', () => {
  it.each([
    ['goods-in', '2020-03-13', '3/13 開賣'],
    ['count', 'lost', '短少'],
    ['move', 'on-hand>defective', '庫存列為瑕疵'],
    ['count', 'a-reason-of-tomorrow', 'a-reason-of-tomorrow'],
    ['count', 'constructor', 'constructor'],
  ] as const)('%s %s is said as %s', (what, detail, said) => {
    expect(eventDetail(event(what, detail), stockLanguages.zh.goods)).toBe(said);
  });
});
