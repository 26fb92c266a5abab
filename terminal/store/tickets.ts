import type { Database } from 'better-sqlite3';
import type { Entry, FactOf } from '#protocol';
import type { BusinessDay, ClockTime, HolderKey, Instant, MaskKind, PiecesByKind, TicketState } from '#rules';

export interface TicketSession {
  readonly sessionId: string;
  readonly day: BusinessDay;
  readonly handOutFrom: ClockTime;
  readonly pickUpFrom: ClockTime;
  readonly pickUpUntil: ClockTime;
  /** Tickets of each kind. */
  readonly sets: PiecesByKind;
  readonly cardCheck: boolean;
  readonly lapsed: boolean;
}

export interface Ticket {
  readonly ticketId: string;
  readonly sessionId: string;
  readonly number: number;
  readonly kind: MaskKind;
  readonly pieces: number;
  readonly state: TicketState;
  readonly at: Instant;
}

export interface Tickets {
  session(sessionId: string): TicketSession | null;
  /** Of that day and later, in the order of their pick-up. */
  sessionsFrom(day: BusinessDay): readonly TicketSession[];
  /** Whose time may be up: not lapsed, of that day or before. */
  sessionsNotLapsed(until: BusinessDay): readonly TicketSession[];
  ticket(ticketId: string): Ticket | null;
  /** In the order of kind and number. */
  ticketsOf(sessionId: string): readonly Ticket[];
  /** All that hold pieces, of whatever session. */
  open(): readonly Ticket[];
  /** Handed out, cancelled ones not counted; and those that are still open. */
  counts(sessionId: string): { readonly handedOut: PiecesByKind; readonly open: PiecesByKind };
  nextNumber(sessionId: string, kind: MaskKind): number;
  /** Whether this card was shown for a ticket of that day that was not cancelled. */
  holderHasTicket(holder: HolderKey, day: BusinessDay): boolean;
  projectPlan(fact: FactOf<'tickets-planned'>): void;
  projectHandOut(entry: Entry, fact: FactOf<'ticket-handed-out'>): void;
  /** Ends an open ticket. @returns it, for the pieces that it held; `null` if it is not open */
  end(ticketId: string, state: Exclude<TicketState, 'open'>): Ticket | null;
  /** Ends all open tickets of a session. @returns them */
  lapse(sessionId: string): readonly Ticket[];
}

interface SessionRow extends Omit<TicketSession, 'sets' | 'cardCheck' | 'lapsed'> {
  readonly adult: number;
  readonly child: number;
  readonly cardCheck: 0 | 1;
  readonly lapsed: 0 | 1;
}

const sessionColumns = `session_id AS sessionId, day, hand_out_from AS handOutFrom, pick_up_from AS pickUpFrom,
  pick_up_until AS pickUpUntil, adult_sets AS adult, child_sets AS child, card_check AS cardCheck, lapsed`;
const ticketColumns =
  'ticket_id AS ticketId, session_id AS sessionId, number, mask_kind AS kind, pieces, state, at';

const sessionOf = ({ adult, child, cardCheck, lapsed, ...row }: SessionRow): TicketSession => ({
  ...row,
  sets: { adult, child },
  cardCheck: cardCheck === 1,
  lapsed: lapsed === 1,
});

export function createTickets(db: Database): Tickets {
  const sessions = (rest: string) =>
    db.prepare<unknown[], SessionRow>(`SELECT ${sessionColumns} FROM ticket_sessions ${rest}`);
  const tickets = (rest: string) =>
    db.prepare<unknown[], Ticket>(`SELECT ${ticketColumns} FROM tickets ${rest}`);
  const session = sessions('WHERE session_id = ?');
  const from = sessions('WHERE day >= ? ORDER BY day, pick_up_from, session_id');
  const notLapsed = sessions('WHERE lapsed = 0 AND day <= ? ORDER BY day, pick_up_until, session_id');
  const ticket = tickets('WHERE ticket_id = ?');
  const ofSession = tickets('WHERE session_id = ? ORDER BY mask_kind, number');
  const open = tickets(`WHERE state = 'open' ORDER BY ticket_id`);
  const counts = db.prepare<[string], { kind: MaskKind; handedOut: number; open: number }>(
    `SELECT mask_kind AS kind, sum(state <> 'cancelled') AS handedOut, sum(state = 'open') AS open
     FROM tickets WHERE session_id = ? GROUP BY mask_kind`,
  );
  const last = db
    .prepare<[string, MaskKind], number | null>(
      'SELECT max(number) FROM tickets WHERE session_id = ? AND mask_kind = ?',
    )
    .pluck();
  const ofHolder = db
    .prepare<[HolderKey, BusinessDay], number>(
      `SELECT 1 FROM tickets JOIN ticket_sessions USING (session_id)
       WHERE holder_key = ? AND day = ? AND state <> 'cancelled' LIMIT 1`,
    )
    .pluck();
  const plan = db.prepare(
    `INSERT INTO ticket_sessions VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0) ON CONFLICT (session_id) DO UPDATE SET
       day = excluded.day, hand_out_from = excluded.hand_out_from, pick_up_from = excluded.pick_up_from,
       pick_up_until = excluded.pick_up_until, adult_sets = excluded.adult_sets, child_sets = excluded.child_sets,
       card_check = excluded.card_check`,
  );
  const insert = db.prepare(`INSERT INTO tickets VALUES (?, ?, ?, ?, ?, ?, 'open', ?)`);
  const end = db.prepare(`UPDATE tickets SET state = ? WHERE ticket_id = ?`);
  const lapse = db.prepare('UPDATE ticket_sessions SET lapsed = 1 WHERE session_id = ?');

  const endTicket: Tickets['end'] = (ticketId, state) => {
    const found = ticket.get(ticketId);
    if (found?.state !== 'open') return null;
    end.run(state, ticketId);
    return found;
  };

  return {
    session: (sessionId) => {
      const row = session.get(sessionId);
      return row ? sessionOf(row) : null;
    },
    sessionsFrom: (day) => from.all(day).map(sessionOf),
    sessionsNotLapsed: (until) => notLapsed.all(until).map(sessionOf),
    ticket: (ticketId) => ticket.get(ticketId) ?? null,
    ticketsOf: (sessionId) => ofSession.all(sessionId),
    open: () => open.all(),
    counts(sessionId) {
      const handedOut = { adult: 0, child: 0 };
      const open = { adult: 0, child: 0 };
      for (const row of counts.all(sessionId)) {
        handedOut[row.kind] = row.handedOut;
        open[row.kind] = row.open;
      }
      return { handedOut, open };
    },
    nextNumber: (sessionId, kind) => (last.get(sessionId, kind) ?? 0) + 1,
    holderHasTicket: (holder, day) => ofHolder.get(holder, day) !== undefined,
    projectPlan({ sessionId, day, handOutFrom, pickUpFrom, pickUpUntil, sets, cardCheck }) {
      const hours = [handOutFrom, pickUpFrom, pickUpUntil];
      plan.run(sessionId, day, ...hours, sets.adult, sets.child, cardCheck ? 1 : 0);
    },
    projectHandOut({ at }, { ticketId, sessionId, number, maskKind, pieces, holderKey }) {
      insert.run(ticketId, sessionId, number, maskKind, pieces, holderKey ?? null, at);
    },
    end: endTicket,
    lapse(sessionId) {
      const open = ofSession.all(sessionId).filter(({ state }) => state === 'open');
      for (const { ticketId } of open) endTicket(ticketId, 'lapsed');
      lapse.run(sessionId);
      return open;
    },
  };
}
