import { grouped, monthDay } from '../../day-format.ts';
import type { CountReason, Day, MoveFrom, MoveTo, PiecesByKind, StockEventRow } from '../terms.ts';

/** 進貨與盤點. */
export interface GoodsWords {
  readonly which: string;
  readonly forms: Readonly<Record<'goods-in' | 'count' | 'move', string>>;
  readonly announced: string;
  readonly received: string;
  readonly expected: string;
  readonly onSale: string;
  readonly nextSellingDay: (day: Day) => string;
  readonly asAnnounced: (day: Day) => string;
  readonly todayAtOnce: string;
  readonly onSaleHint: string;
  readonly asExpected: string;
  readonly more: (pieces: number) => string;
  readonly fewer: (pieces: number) => string;
  readonly book: string;
  readonly really: (pieces: PiecesByKind) => string;
  readonly bookReally: string;
  readonly booked: (pieces: PiecesByKind, from: Day) => string;

  readonly bookedStock: string;
  readonly counted: string;
  readonly difference: string;
  readonly matches: string;
  readonly reason: string;
  readonly reasons: Readonly<Record<CountReason, string>>;
  readonly setCount: string;
  readonly reallyCount: (difference: PiecesByKind) => string;
  readonly countSet: string;

  readonly kind: string;
  readonly moveWhat: string;
  readonly moves: Readonly<Record<`${MoveFrom}>${MoveTo}`, string>>;
  readonly pieces: string;
  readonly move: string;
  readonly moved: string;
  readonly there: (pieces: number) => string;

  readonly events: string;
  readonly noEvents: string;
  readonly what: string;
  readonly whats: Readonly<Record<StockEventRow['what'], string>>;
  readonly detail: string;
  readonly onSaleFrom: (day: Day) => string;
}

export const zhGoods: GoodsWords = {
  which: '作業',
  forms: { 'goods-in': '進貨', count: '盤點', move: '移轉' },
  announced: '預告到貨',
  received: '實到',
  expected: '應到',
  onSale: '開賣日',
  nextSellingDay: (day) => `下一販售日 ${monthDay(day)}`,
  asAnnounced: (day) => `依預告 ${monthDay(day)} 開賣`,
  todayAtOnce: '今天，立即可售',
  onSaleHint: '今天收到的口罩通常是下一販售日的量；在那天以前不會計入可售。',
  asExpected: '與應到相符',
  more: (n) => `多 ${grouped(n)} 片`,
  fewer: (n) => `少 ${grouped(n)} 片`,
  book: '進貨',
  really: ({ adult, child }) =>
    `成人 ${grouped(adult)} 片、兒童 ${grouped(child)} 片。數量較大，請再核對一次。`,
  bookReally: '數量正確，進貨',
  booked: ({ adult, child }, from) =>
    `已進貨：成人 ${grouped(adult)} 片、兒童 ${grouped(child)} 片，${monthDay(from)} 起可售。`,

  bookedStock: '帳上',
  counted: '實點',
  difference: '差異',
  matches: '相符',
  reason: '原因',
  reasons: {
    routine: '例行盤點',
    'miscounted-delivery': '點收有誤',
    lost: '短少',
    found: '尋獲',
    other: '其他',
  },
  setCount: '依實點調整',
  reallyCount: ({ adult, child }) => {
    const parts = [adult === 0 ? '' : `成人${signed(adult)}`, child === 0 ? '' : `兒童${signed(child)}`];
    return `${parts.filter((part) => part !== '').join('、')}。差異較大，請再點一次。`;
  },
  countSet: '已依實點調整。',

  kind: '口罩種類',
  moveWhat: '移轉',
  moves: {
    'on-hand>defective': '庫存列為瑕疵',
    'on-hand>returned': '庫存退回',
    'on-hand>transferred-out': '庫存調撥他店',
    'on-hand>on-hand': '庫存',
    'defective>on-hand': '瑕疵改回庫存',
    'defective>returned': '瑕疵退回',
    'defective>transferred-out': '瑕疵調撥他店',
    'defective>defective': '瑕疵',
  },
  pieces: '片數',
  move: '移轉',
  moved: '已移轉。',
  there: (n) => `現有 ${grouped(n)} 片`,

  events: '庫存異動',
  noEvents: '這段期間沒有異動。',
  what: '項目',
  whats: { 'goods-in': '進貨', count: '盤點', move: '移轉' },
  detail: '說明',
  onSaleFrom: (day) => `${monthDay(day)} 開賣`,
};

function signed(n: number): string {
  return n > 0 ? `多 ${grouped(n)} 片` : `少 ${grouped(-n)} 片`;
}

export const enGoods: GoodsWords = {
  which: 'What to do',
  forms: { 'goods-in': 'Goods in', count: 'Count', move: 'Move' },
  announced: 'Announced deliveries',
  received: 'Received',
  expected: 'Expected',
  onSale: 'On sale from',
  nextSellingDay: (day) => `Next selling day ${monthDay(day)}`,
  asAnnounced: (day) => `As announced, ${monthDay(day)}`,
  todayAtOnce: 'Today',
  onSaleHint: 'What arrives today is usually for the next selling day; until then it is not available.',
  asExpected: 'As expected',
  more: (n) => `${grouped(n)} more`,
  fewer: (n) => `${grouped(n)} fewer`,
  book: 'Book in',
  really: ({ adult, child }) =>
    `${grouped(adult)} adult and ${grouped(child)} child masks is a lot. Please check once more.`,
  bookReally: 'Right, book in',
  booked: ({ adult, child }, from) =>
    `Booked in: ${grouped(adult)} adult, ${grouped(child)} child, on sale from ${monthDay(from)}.`,

  bookedStock: 'Booked',
  counted: 'Counted',
  difference: 'Difference',
  matches: 'Matches',
  reason: 'Reason',
  reasons: {
    routine: 'Routine count',
    'miscounted-delivery': 'Delivery miscounted',
    lost: 'Lost',
    found: 'Found',
    other: 'Other',
  },
  setCount: 'Set to counted',
  reallyCount: ({ adult, child }) =>
    `Differences: adult ${withSign(adult)}, child ${withSign(child)}. That is a lot; please count again.`,
  countSet: 'The stock is as counted.',

  kind: 'Kind of mask',
  moveWhat: 'Move',
  moves: {
    'on-hand>defective': 'On hand to defective',
    'on-hand>returned': 'Return from stock',
    'on-hand>transferred-out': 'Transfer out',
    'on-hand>on-hand': 'On hand',
    'defective>on-hand': 'Defective back on hand',
    'defective>returned': 'Return defective',
    'defective>transferred-out': 'Transfer defective out',
    'defective>defective': 'Defective',
  },
  pieces: 'Masks',
  move: 'Move',
  moved: 'Moved.',
  there: (n) => `${grouped(n)} there`,

  events: 'Stock movements',
  noEvents: 'No movements in this time.',
  what: 'What',
  whats: { 'goods-in': 'Goods in', count: 'Count', move: 'Move' },
  detail: 'Detail',
  onSaleFrom: (day) => `on sale ${monthDay(day)}`,
};

function withSign(n: number): string {
  return n > 0 ? `+${grouped(n)}` : n < 0 ? `−${grouped(-n)}` : '0';
}
