import type { Actor } from '#rules';
import type { Store } from '#store';
import type { Serving, TicketDesk } from './tickets.ts';

/** Which ticket the next card redeems while numbers are called, one after another. */
export interface TicketServing {
  /** The number called, or the next that no card of the same visit redeems already; `null` while nobody is called. */
  forNextCard(taken: readonly string[]): string | null;
  /** After a sale: calls the next number, if the one called was redeemed. */
  goOn(actor: Actor): void;
  /** What is called, with the number of its session's open tickets. */
  now(): (Serving & { readonly open: number }) | null;
}

export function createTicketServing(deps: {
  readonly store: Pick<Store, 'tickets' | 'latestFacts'>;
  readonly desk: Pick<TicketDesk, 'serving' | 'next' | 'serve'>;
  readonly newId: () => string;
}): TicketServing {
  const { store, desk, newId } = deps;
  return {
    forNextCard(taken) {
      const called = desk.serving()?.ticket.ticketId;
      if (called === undefined) return null;
      return taken.includes(called) ? (desk.next(called, new Set(taken))?.ticketId ?? null) : called;
    },
    goOn(actor) {
      const called = store.latestFacts.of('ticket-called')?.fact.ticketId;
      if (called === undefined || store.tickets.ticket(called)?.state !== 'redeemed') return;
      const next = desk.next(called, new Set());
      desk.serve({ commandId: newId(), ticketId: next?.ticketId ?? null }, actor);
    },
    now() {
      const serving = desk.serving();
      if (!serving) return null;
      const { open } = store.tickets.counts(serving.session.sessionId);
      return { ...serving, open: open.adult + open.child };
    },
  };
}
