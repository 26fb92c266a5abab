import type { ReceiptDocument, ReceiptLine } from '#printer';
import { rocDate, timeOfDay } from '#rules';
import { amountOf, type Receipt, type SaleRecord } from '#store';
import {
  boldPair,
  centred,
  framed,
  goods,
  large,
  money,
  nextDayAfter,
  pair,
  rule,
  type SlipFrame,
  shortTag,
  space,
  title,
  whose,
} from './slip-parts.ts';

/**
 * The slip of what was sold together: a proof of purchase, made so that nobody takes it for an invoice. `by` is the
 * name of who sold it, where anybody was signed in.
 */
export function receiptDocument(receipt: Receipt, by: string | null, frame: SlipFrame): ReceiptDocument {
  const { lines, voided } = receipt;
  const [only] = lines;
  return framed(
    [
      ...title(frame, '實名制口罩購買證明'),
      ...(voided ? [space, large('已作廢')] : []),
      rule,
      ...head(receipt, by, frame),
      ...(lines.length === 1 && only ? oneCard(only, receipt) : severalCards(receipt)),
      centred('政府徵用口罩代售，免開統一發票'),
      centred(`驗證碼 ${shortTag(only?.hash ?? '')}`),
    ],
    frame,
  );
}

function head(receipt: Receipt, by: string | null, { outlet }: SlipFrame): ReceiptLine[] {
  const { receiptNumber, day, soldAt, formLine, lines } = receipt;
  const [only] = lines;
  return [
    pair('單號', receiptNumber),
    pair('日期', `${rocDate(day)} ${timeOfDay(soldAt)}`),
    pair('機構代碼', outlet.code),
    ...(by === null ? [] : [pair('經手人', by)]),
    ...(formLine === null ? [] : [pair('紙本補登', formLine)]),
    ...(lines.length === 1 && only ? [whose(only)] : []),
    rule,
  ];
}

// A purchase that was taken back keeps nobody from buying, so its slip names no day.
const oneCard = (line: SaleRecord, { voided }: Receipt): ReceiptLine[] => [
  goods(line, 'sold'),
  boldPair('合計', money(amountOf([line]))),
  rule,
  ...(voided ? [] : [centred('下次可購買日'), large(rocDate(nextDayAfter(line))), space]),
];

const severalCards = ({ lines, voided }: Receipt): ReceiptLine[] => [
  ...lines.flatMap((line) => [whose(line), goods(line, 'sold'), ...(voided ? [] : [againFrom(line)]), rule]),
  boldPair(`合計 ${lines.length} 張卡`, money(amountOf(lines))),
  rule,
];

const againFrom = (line: SaleRecord): ReceiptLine => ({
  ...{ type: 'pair', label: '可再購', value: rocDate(nextDayAfter(line)), size: 'double', bold: true },
});
