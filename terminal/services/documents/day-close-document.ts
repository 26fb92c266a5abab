import type { ReceiptDocument, ReceiptLine } from '#printer';
import type { DayClosed } from '#protocol';
import { type Instant, maskKinds, type PiecesByKind } from '#rules';
import {
  boldPair,
  dayWithWeekday,
  framed,
  grouped,
  kindNames,
  large,
  moment,
  money,
  pair,
  rule,
  type SlipFrame,
  signed,
  space,
} from './slip-parts.ts';

/** The close of a day as it is handed in and kept. `by` is the name of who closed it. */
export function dayCloseDocument(
  { closed, at, by }: { readonly closed: DayClosed; readonly at: Instant; readonly by: string | null },
  frame: SlipFrame,
): ReceiptDocument {
  return framed(
    [
      large(frame.outlet.name),
      space,
      large('日結單'),
      rule,
      pair('營業日', dayWithWeekday(closed.day)),
      pair('日結時間', moment(at)),
      ...(closed.number > 1 ? [boldPair('更正日結', `第 ${closed.number} 次`)] : []),
      pair('機構代碼', frame.outlet.code),
      ...(by === null ? [] : [pair('經手人', by)]),
      rule,
      ...sales(closed),
      rule,
      ...cash(closed),
      rule,
      ...stock(closed),
      rule,
      ...people(closed),
      ...(closed.note === '' ? [] : [rule, pair('備註', closed.note)]),
      rule,
      space,
      signature('經手人'),
      space,
      space,
      signature('主　管'),
    ],
    frame,
  );
}

const sales = ({ figures: { sold, sales, voids, salesAmount } }: DayClosed): ReceiptLine[] => [
  ...maskKinds.map((kind) =>
    pair(`${kindNames[kind]} ${grouped(sales[kind])} 筆`, `${grouped(sold[kind])} 片`),
  ),
  pair('銷售金額', money(salesAmount)),
  pair(`作廢 ${voids.receipts} 筆`, `${grouped(voids.pieces.adult + voids.pieces.child)} 片`),
  pair('作廢退款', money(-voids.amount)),
];

/** A difference is said where there is one; 相符 where there is none is what the manager looks for. */
const cash = ({ figures: { toRemit }, countedCash }: DayClosed): ReceiptLine[] => [
  { type: 'pair', label: '應解繳', value: money(toRemit), size: 'double', bold: true },
  pair('實點現金', money(countedCash)),
  countedCash === toRemit ? pair('差額', '相符') : boldPair('差額', `NT$ ${signed(countedCash - toRemit)}`),
];

function stock({ bookedStock, countedStock, figures }: DayClosed): ReceiptLine[] {
  const differs = maskKinds.some((kind) => bookedStock[kind] !== countedStock[kind]);
  const difference = {
    adult: countedStock.adult - bookedStock.adult,
    child: countedStock.child - bookedStock.child,
  };
  return [
    pair('片數', columns('成人', '兒童')),
    row('進貨', figures.received),
    row('調整', figures.adjusted, signed),
    row('帳面庫存', bookedStock),
    row('實點庫存', countedStock),
    differs
      ? boldPair('差異', columns(signed(difference.adult), signed(difference.child)))
      : pair('差異', '相符'),
  ];
}

const people = ({ figures, unsent }: DayClosed): ReceiptLine[] => [
  pair('服務人數', `${grouped(figures.persons)} 人`),
  pair('人工登錄', `${grouped(figures.byHand)} 筆`),
  pair('紙本補登', `${grouped(figures.paper)} 筆`),
  pair('累計販售', `第 ${grouped(figures.sellingDay)} 日`),
  pair('包裝補助', money(figures.subsidy)),
  unsent > 0 ? boldPair('尚未上傳', `${grouped(unsent)} 筆`) : pair('尚未上傳', '0 筆'),
];

const row = (label: string, { adult, child }: PiecesByKind, shown = grouped): ReceiptLine =>
  pair(label, columns(shown(adult), shown(child)));

/** Two columns of eight that end in the same place on every line; a Chinese character takes two. */
const columns = (left: string, right: string): string => `${atRight(left)}${atRight(right)}`;
const atRight = (text: string): string =>
  text.padStart(8 - (/^\p{Script=Han}/u.test(text) ? text.length : 0));

const signature = (who: string): ReceiptLine => ({ type: 'text', text: `${who} ${'＿'.repeat(10)}` });
