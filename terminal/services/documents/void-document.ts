import type { ReceiptDocument } from '#printer';
import { amountOf, type Receipt, type VoidRecord } from '#store';
import {
  boldPair,
  centred,
  framed,
  goods,
  large,
  moment,
  money,
  pair,
  rule,
  type SlipFrame,
  space,
  voidReasonNames,
  whose,
} from './slip-parts.ts';

/** A receipt that was voided. */
export type VoidedReceipt = Receipt & { readonly voided: VoidRecord };

/** Says that a sale was taken back, and what was returned. `by` are the names of who sold and of who voided. */
export function voidDocument(
  receipt: VoidedReceipt,
  by: { readonly sale: string | null; readonly void: string | null },
  frame: SlipFrame,
): ReceiptDocument {
  const { voided, lines } = receipt;
  const paid = voided.reason !== 'not-paid';
  return framed(
    [
      large(frame.outlet.name),
      space,
      large('作廢'),
      rule,
      pair('原單號', receipt.receiptNumber),
      pair('原售出時間', moment(receipt.soldAt)),
      ...(by.sale === null ? [] : [pair('原經手人', by.sale)]),
      pair('作廢時間', moment(voided.at)),
      pair('作廢原因', voidReasonNames[voided.reason]),
      ...(voided.note === '' ? [] : [pair('備註', voided.note)]),
      ...(by.void === null ? [] : [pair('作廢經手人', by.void)]),
      pair('機構代碼', frame.outlet.code),
      rule,
      ...lines.flatMap((line, i) => [...(i > 0 ? [space] : []), whose(line), goods(line, 'taken-back')]),
      boldPair(paid ? '退還金額' : '未收金額', money(amountOf(lines))),
      rule,
      centred('原購買證明失效'),
      centred('本次不計入購買紀錄'),
      ...(paid ? [space, space, { type: 'text', text: `退款簽收 ${'＿'.repeat(9)}` } as const] : []),
    ],
    frame,
  );
}
