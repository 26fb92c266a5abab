import {
  type Actor,
  available,
  type BusinessDay,
  businessDayOf,
  type ClockTime,
  type HolderKey,
  type Instant,
  instantAt,
  type MaskKind,
  maskKinds,
  mayDo,
  noPieces,
  type PiecesByKind,
} from '#rules';
import type { Store, Ticket, TicketSession } from '#store';
import type { PolicyBook } from './policy-book.ts';
import type { Schedule } from './scheduler.ts';
import { createSignal, type Signal } from './signal.ts';
import { createLapsing } from './ticket-lapsing.ts';
import { phaseOf, piecesPerTicket, type TicketSessionView, viewOf } from './ticket-session.ts';
import type { TimeKeeper } from './time-keeper.ts';

/** What became of something that was asked about tickets. Anything but `done` changed nothing. */
export type TicketAnswer =
  | 'done'
  | 'not-your-right'
  | 'unknown'
  /** Hours that make no session, or promises on paper that would be broken. */
  | 'not-allowed'
  | 'no-tickets-left'
  | 'not-enough-stock'
  | 'card-needed'
  | 'has-a-ticket'
  | 'may-not-buy-then'
  | 'wrong-session'
  | 'ticket-used';

export interface PlanTickets {
  readonly commandId: string;
  readonly sessionId: string;
  readonly day: BusinessDay;
  readonly handOutFrom: ClockTime;
  readonly pickUpFrom: ClockTime;
  readonly pickUpUntil: ClockTime;
  /** Tickets of each kind. */
  readonly sets: PiecesByKind;
  readonly cardCheck: boolean;
}

export interface HandOutTickets {
  readonly commandId: string;
  readonly sessionId: string;
  readonly kind: MaskKind;
  readonly count: number;
}

/** Whose card was shown for a ticket. */
export interface TicketHolder {
  /** Every key that this person had here. */
  readonly keys: readonly HolderKey[];
  readonly mayBuyAt: (at: Instant) => boolean;
}

export interface Serving {
  readonly session: TicketSession;
  readonly ticket: Ticket;
}

/** Number tickets: so many pieces promised each. What records throws storage errors. */
export interface TicketDesk {
  /** Plans a session or changes one: never to fewer sets, another day or an earlier end than stands on tickets. */
  plan(order: PlanTickets, actor: Actor): TicketAnswer;
  /** One ticket where the session asks for the card, and that to its holder. */
  handOut(order: HandOutTickets, holder: TicketHolder | null, actor: Actor): TicketAnswer;
  cancel(order: { readonly commandId: string; readonly ticketId: string }, actor: Actor): TicketAnswer;
  /** Calls a number; `null` calls nobody any more. */
  serve(order: { readonly commandId: string; readonly ticketId: string | null }, actor: Actor): TicketAnswer;
  /** The ticket that is called, while it is open and its session not over. */
  serving(): Serving | null;
  /** The next open ticket of the same session, in the order of kind and number; `null` after the last. */
  next(after: string, excluding: ReadonlySet<string>): Ticket | null;
  /** Sessions of that day and later. */
  views(from: BusinessDay): readonly TicketSessionView[];
  /** Frees what was not collected in time. @throws a storage error */
  lapseDue(): void;
  /** Does so now, and whenever a session ends. @returns what ends it */
  watch(): () => void;
  readonly changed: Signal;
}

export interface TicketDeskDeps {
  readonly store: Store;
  readonly time: TimeKeeper;
  readonly policies: Pick<PolicyBook, 'now'>;
  readonly schedule: Schedule;
  /** A fresh UUID. */
  readonly newId: () => string;
  /** `none`: no slip is queued, because nothing could ever print it. */
  readonly slips: 'printed' | 'none';
  readonly onSlipQueued: () => void;
  /** Tickets could not be let lapse by themselves; it is tried again. */
  readonly onFault: (error: unknown) => void;
}

export function createTicketDesk(deps: TicketDeskDeps): TicketDesk {
  const { store, time, policies, newId } = deps;
  const { tickets } = store;
  const changed = createSignal();
  const lapsing = createLapsing({ ...deps, onLapsed: changed.raise });

  function recordOnce(commandId: string, record: () => TicketAnswer): TicketAnswer {
    const answer = store.transact(() => (store.commandsDone.has(commandId) ? 'done' : record()));
    if (answer === 'done') changed.raise();
    return answer;
  }

  function plan(order: PlanTickets, { role, operatorId: by }: Actor): TicketAnswer {
    if (!mayDo(role, 'plan-tickets')) return 'not-your-right';
    const { commandId, sessionId, handOutFrom, pickUpFrom, pickUpUntil, day, sets, cardCheck } = order;
    const at = time.now();
    if (handOutFrom > pickUpFrom || pickUpFrom >= pickUpUntil) return 'not-allowed';
    if (instantAt(day, pickUpUntil) <= at) return 'not-allowed';
    const before = tickets.session(sessionId);
    if (before) {
      if (before.lapsed || phaseOf(before, at) === 'over') return 'wrong-session';
      const { handedOut } = tickets.counts(sessionId);
      if (maskKinds.some((kind) => sets[kind] < handedOut[kind])) return 'no-tickets-left';
      const onPaper = maskKinds.some((kind) => handedOut[kind] > 0);
      if (onPaper && (day !== before.day || pickUpUntil < before.pickUpUntil)) return 'not-allowed';
    }
    const hours = { day, handOutFrom, pickUpFrom, pickUpUntil };
    store.record({ kind: 'tickets-planned', commandId, sessionId, ...hours, sets, cardCheck, by }, at);
    return 'done';
  }

  function handOut(order: HandOutTickets, holder: TicketHolder | null, { operatorId: by }: Actor) {
    const { commandId, sessionId, kind, count } = order;
    const at = time.now();
    const session = tickets.session(sessionId);
    if (!session) return 'unknown';
    const refusal =
      refusalFor(session, order, at) ?? (session.cardCheck ? cardRefusal(session, holder, order, at) : null);
    if (refusal) return refusal;
    const pieces = piecesPerTicket(session, kind, policies.now());
    if (pieces === null) return 'not-allowed';
    if (available(store.stock.on(session.day))[kind] < pieces * count) return 'not-enough-stock';
    for (let i = 0; i < count; i++) {
      const ticketId = newId();
      const number = tickets.nextNumber(sessionId, kind);
      const shown = session.cardCheck && holder?.keys[0] ? { holderKey: holder.keys[0] } : {};
      const ticket = { commandId, ticketId, sessionId, number, maskKind: kind, pieces, ...shown };
      store.record({ kind: 'ticket-handed-out', ...ticket, by }, at);
      if (deps.slips === 'printed') store.printJobs.add({ slip: 'ticket', reference: ticketId }, 0);
    }
    return 'done';
  }

  function refusalFor(
    session: TicketSession,
    { kind, count }: HandOutTickets,
    at: Instant,
  ): TicketAnswer | null {
    const phase = phaseOf(session, at);
    if (phase === 'planned' || phase === 'over') return 'wrong-session';
    if (!Number.isSafeInteger(count) || count < 1) return 'not-allowed';
    const left = session.sets[kind] - tickets.counts(session.sessionId).handedOut[kind];
    return left < count ? 'no-tickets-left' : null;
  }

  function cardRefusal(
    session: TicketSession,
    holder: TicketHolder | null,
    { count }: HandOutTickets,
    at: Instant,
  ): TicketAnswer | null {
    if (!holder) return 'card-needed';
    if (count !== 1) return 'not-allowed';
    if (holder.keys.some((key) => tickets.holderHasTicket(key, session.day))) return 'has-a-ticket';
    const pickUp = instantAt(session.day, session.pickUpFrom);
    return holder.mayBuyAt(pickUp > at ? pickUp : at) ? null : 'may-not-buy-then';
  }

  function call(commandId: string, ticketId: string | null, { operatorId: by }: Actor): TicketAnswer {
    const at = time.now();
    if (ticketId !== null) {
      const ticket = tickets.ticket(ticketId);
      const session = ticket && tickets.session(ticket.sessionId);
      if (!session) return 'unknown';
      if (ticket.state !== 'open') return 'ticket-used';
      if (phaseOf(session, at) !== 'picking-up') return 'wrong-session';
    }
    store.record({ kind: 'ticket-called', commandId, ...(ticketId !== null && { ticketId }), by }, at);
    return 'done';
  }

  return {
    changed,
    plan(order, actor) {
      const answer = recordOnce(order.commandId, () => plan(order, actor));
      lapsing.reschedule();
      return answer;
    },
    handOut(order, holder, actor) {
      lapsing.lapseDue();
      const answer = recordOnce(order.commandId, () => handOut(order, holder, actor));
      if (answer === 'done') deps.onSlipQueued();
      return answer;
    },
    cancel: ({ commandId, ticketId }, { operatorId: by }) =>
      recordOnce(commandId, () => {
        const ticket = tickets.ticket(ticketId);
        if (!ticket) return 'unknown';
        if (ticket.state !== 'open') return 'ticket-used';
        store.record({ kind: 'ticket-cancelled', commandId, ticketId, by }, time.now());
        return 'done';
      }),
    serve: ({ commandId, ticketId }, actor) => recordOnce(commandId, () => call(commandId, ticketId, actor)),
    serving() {
      const called = store.latestFacts.of('ticket-called')?.fact.ticketId;
      const ticket = called === undefined ? null : tickets.ticket(called);
      const session = ticket?.state === 'open' ? tickets.session(ticket.sessionId) : null;
      if (!ticket || !session || phaseOf(session, time.now()) === 'over') return null;
      return { session, ticket };
    },
    next(after, excluding) {
      const sessionId = tickets.ticket(after)?.sessionId;
      if (sessionId === undefined) return null;
      const all = tickets.ticketsOf(sessionId);
      const rest = all.slice(all.findIndex(({ ticketId }) => ticketId === after) + 1);
      return rest.find(({ ticketId, state }) => state === 'open' && !excluding.has(ticketId)) ?? null;
    },
    views(from) {
      const at = time.now();
      const policy = policies.now();
      // What one session may still hand out, a later one of the same day cannot, or the public would be told it twice.
      const spokenFor = new Map<BusinessDay, PiecesByKind>();
      return tickets.sessionsFrom(from).map((session) => {
        const { sessionId, day } = session;
        const free = available(store.stock.on(laterDay(day, businessDayOf(at))));
        const spoken = spokenFor.get(day) ?? noPieces;
        const left = { adult: free.adult - spoken.adult, child: free.child - spoken.child };
        const view = viewOf(session, { at, counts: tickets.counts(sessionId), available: left, policy });
        spokenFor.set(
          day,
          plus(spoken, view.left, (kind) => piecesPerTicket(session, kind, policy) ?? 0),
        );
        return view;
      });
    },
    lapseDue: lapsing.lapseDue,
    watch: lapsing.watch,
  };
}

const plus = (
  pieces: PiecesByKind,
  tickets: PiecesByKind,
  each: (kind: MaskKind) => number,
): PiecesByKind => ({
  adult: pieces.adult + tickets.adult * each('adult'),
  child: pieces.child + tickets.child * each('child'),
});

const laterDay = (a: BusinessDay, b: BusinessDay): BusinessDay => (a > b ? a : b);
