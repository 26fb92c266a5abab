import type { CounterSnapshot, OperatorView, PhonesView, ReceiptView, StockSnapshot } from '#api';
import { type Actor, businessDayOf, parityOf, ticketName } from '#rules';
import { amountOf, type Operator, type PrintJob, type Receipt, type Till } from '#services';

/** Parts that the snapshots of several screens share. */

export const operatorView = ({ operatorId, name, role, active, lockedUntil }: Operator): OperatorView => ({
  ...{ operatorId, name, role, active, lockedUntil },
});

export function clockView({ time }: Till): CounterSnapshot['clock'] {
  const now = time.now();
  return { now, day: businessDayOf(now), wall: time.wall(), trust: time.trust() };
}

export function todayView(till: Till): CounterSnapshot['today'] {
  const now = till.time.now();
  const { ruleSet } = till.policies.inForce(now);
  return { parity: parityOf(businessDayOf(now)), binds: ruleSet?.weekdayBinds ?? 'nobody' };
}

export function readerView(till: Till): CounterSnapshot['reader'] {
  const { health, readers } = till.readerStatus();
  return { health, readers: readers.map(({ name }) => ({ name, ...till.readerCare.of(name) })) };
}

export function printerView(till: Till): CounterSnapshot['printer'] {
  const { link, paper, cover } = till.printerStatus();
  const { printJobs } = till.store;
  return {
    ...{ link, paper, cover, waiting: printJobs.waiting() },
    doubtful: printJobs.doubtful().map((job) => {
      const { id, slip, reference } = job;
      return { jobId: id, slip, reference, name: slipName(job, till) };
    }),
  };
}

export const queueView = (till: Till): StockSnapshot['queue'] =>
  till.store.printJobs.open().map((job) => {
    const { id, slip, reference, copy, state } = job;
    return { jobId: id, slip, reference, name: slipName(job, till), copy, state };
  });

/** How a person at the counter would call a slip: the receipt's number, the ticket's, the day closed. */
function slipName({ slip, reference }: PrintJob, { store }: Till): string {
  if (slip !== 'ticket') return slip === 'test' ? '' : reference;
  const ticket = store.tickets.ticket(reference);
  return ticket ? ticketName(ticket.kind, ticket.number) : reference;
}

export function servingView({ serving }: Till): CounterSnapshot['serving'] {
  const now = serving.now();
  if (!now) return null;
  const { ticket, session, open } = now;
  const name = ticketName(ticket.kind, ticket.number);
  return { sessionId: session.sessionId, ticketId: ticket.ticketId, name, open };
}

export const diskView = ({ disk }: Till): CounterSnapshot['disk'] => disk.state();

export function backupView({ backups }: Till): CounterSnapshot['backup'] {
  const { lastAt, fault } = backups.state();
  return { lastAt, fault };
}

export function phonesView({ phones, store }: Till): PhonesView {
  const nameOf = (by: Operator['operatorId']) => store.operators.byId(by)?.name ?? null;
  return {
    ...phones.listening(),
    offerUntil: phones.offerUntil(),
    paired: phones.all().map(({ phoneId, browser, pairedAt, pairedBy, lastSeen, online }) => ({
      ...{ phoneId, browser, pairedAt, lastSeen, online },
      by: nameOf(pairedBy),
    })),
  };
}

export function receiptView(receipt: Receipt, till: Till, actor: Actor): ReceiptView {
  const { voided } = receipt;
  const nameOf = (by: Receipt['by']) => (by === null ? null : (till.store.operators.byId(by)?.name ?? null));
  return {
    receiptNumber: receipt.receiptNumber,
    at: receipt.soldAt,
    day: receipt.day,
    by: nameOf(receipt.by),
    lines: receipt.lines.map(({ kind, pieces, unitPrice, lastThree, identifiedBy }) => ({
      ...{ kind, pieces, lastThree },
      amount: pieces * unitPrice,
      byHand: identifiedBy !== 'chip',
    })),
    total: amountOf(receipt.lines),
    paper: receipt.formLine !== null,
    voided: voided && { at: voided.at, by: nameOf(voided.by), reason: voided.reason, note: voided.note },
    mayVoid: till.voiding.mayVoid(receipt, actor),
  };
}
