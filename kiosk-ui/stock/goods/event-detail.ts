import type { StockEventRow } from '../terms.ts';
import { wordFor } from '../word-for.ts';
import type { GoodsWords } from '../words/goods-words.ts';

/** What is said about a movement of stock. A detail that has no words is shown as it came. */
export function eventDetail({ what, detail }: StockEventRow, goods: GoodsWords): string {
  switch (what) {
    case 'goods-in':
      return isDay(detail) ? goods.onSaleFrom(detail) : detail;
    case 'count':
      return wordFor(goods.reasons, detail);
    case 'move':
      return wordFor(goods.moves, detail);
  }
}

const isDay = (text: string): text is Parameters<GoodsWords['onSaleFrom']>[0] =>
  /^\d{4}-\d{2}-\d{2}$/.test(text);
