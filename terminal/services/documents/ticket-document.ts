import type { ReceiptDocument } from '#printer';
import { ticketName } from '#rules';
import type { Ticket, TicketSession } from '#store';
import {
  boldCentred,
  centred,
  dayWithWeekday,
  framed,
  kindNames,
  large,
  pair,
  rule,
  type SlipFrame,
  space,
} from './slip-parts.ts';

/** A number ticket: what the visitor has to find again is large, and what ends it stands last. `price` is NT$. */
export function ticketDocument(
  {
    ticket,
    session,
    price,
  }: { readonly ticket: Ticket; readonly session: TicketSession; readonly price: number },
  frame: SlipFrame,
): ReceiptDocument {
  const { pickUpFrom, pickUpUntil, day, cardCheck } = session;
  return framed(
    [
      // In small type: the number is what has to be found again, and nothing may be larger.
      boldCentred(frame.outlet.name),
      centred('口罩號碼牌'),
      rule,
      large(ticketName(ticket.kind, ticket.number)),
      space,
      large(`${kindNames[ticket.kind]} ${ticket.pieces} 片`),
      rule,
      pair('領取日期', dayWithWeekday(day)),
      { type: 'pair', label: '領取', value: `${pickUpFrom}-${pickUpUntil}`, size: 'double', bold: true },
      pair('請備妥', `${price} 元`),
      pair('機構代碼', frame.outlet.code),
      rule,
      centred(cardCheck ? '請攜帶領號時的健保卡' : '請攜帶健保卡'),
      boldCentred('逾時失效'),
    ],
    frame,
  );
}
