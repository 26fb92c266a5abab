import type { ReceiptDocument } from '#printer';
import { businessDaySchema, exhaustive, type OperatorId, ruleSetAt } from '#rules';
import type { SlipName, Store } from '#store';
import { dayCloseDocument } from './documents/day-close-document.ts';
import { receiptDocument } from './documents/receipt-document.ts';
import type { Outlet, SlipFrame } from './documents/slip-parts.ts';
import { testDocument } from './documents/test-document.ts';
import { ticketDocument } from './documents/ticket-document.ts';
import { voidDocument } from './documents/void-document.ts';
import type { PolicyBook } from './policy-book.ts';
import type { Purpose } from './till.ts';
import type { TimeKeeper } from './time-keeper.ts';

/** By which a day's close is named: `2020-03-12/1`. */
export const closeReference = (day: string, number: number): string => `${day}/${number}`;

export interface SlipDocumentsDeps {
  readonly store: Store;
  readonly time: TimeKeeper;
  readonly policies: Pick<PolicyBook, 'now'>;
  readonly outlet: () => Outlet;
  readonly purpose: Purpose;
}

/** What stands on each slip, by what the journal says now; `null` for what never was. */
export function createSlipDocuments({ store, time, policies, outlet, purpose }: SlipDocumentsDeps) {
  const nameOf = (by: OperatorId | null | undefined): string | null =>
    by ? (store.operators.byId(by)?.name ?? null) : null;

  return ({ slip, reference }: SlipName, copy: number): ReceiptDocument | null => {
    const frame: SlipFrame = { outlet: outlet(), purpose, copy };
    switch (slip) {
      case 'receipt': {
        const receipt = store.sales.byReceipt(reference);
        return receipt && receiptDocument(receipt, nameOf(receipt.by), frame);
      }
      case 'void': {
        const receipt = store.sales.byReceipt(reference);
        if (!receipt?.voided) return null;
        const { voided, by } = receipt;
        return voidDocument({ ...receipt, voided }, { sale: nameOf(by), void: nameOf(voided.by) }, frame);
      }
      case 'ticket': {
        const ticket = store.tickets.ticket(reference);
        const session = ticket && store.tickets.session(ticket.sessionId);
        if (!ticket || !session) return null;
        const price = ticket.pieces * (ruleSetAt(policies.now(), time.now())?.unitPrice ?? 0);
        return ticketDocument({ ticket, session, price }, frame);
      }
      case 'day-close': {
        const [day, number] = reference.split('/');
        const known = businessDaySchema.safeParse(day);
        const close = known.success ? store.dayCloses.byNumber(known.data, Number(number)) : null;
        return close && dayCloseDocument({ ...close, by: nameOf(close.closed.by) }, frame);
      }
      case 'test':
        return testDocument(time.now(), frame);
      default:
        return exhaustive(slip);
    }
  };
}
