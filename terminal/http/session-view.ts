import type { HolderView, LineView, ProblemCode, Session as SessionView, Verdict } from '#api';
import {
  addDays,
  businessDayOf,
  type CardAge,
  type CardPresented,
  type CardRole,
  type CardsInVisit,
  exhaustive,
  type Instant,
  roomInVisit,
  startOfDay,
  tendersFor,
  ticketName,
  timeOfDay,
  withRoles,
} from '#rules';
import { isOpen, type Line, openLines, purchasesOf, type Session, type Till, type Visit } from '#services';

type Seen = Pick<Till, 'store' | 'policies' | 'time' | 'selling' | 'checks'>;
type VisitSession = Extract<Session, { stage: 'visit' }>;
type Sold = Extract<Session, { stage: 'sold' }>;

/** The session as the counter's screen may see it. */
export function sessionView(session: Session, till: Seen): SessionView {
  switch (session.stage) {
    case 'idle':
      return { stage: 'idle', timedOut: session.timedOut };
    case 'reading':
      return { stage: 'reading', visitId: session.visit?.visitId ?? null };
    case 'visit':
      return visitView(session, till);
    case 'sold':
      return soldView(session, till);
    case 'card-failed':
      return problem(session.failure, session.visit);
    case 'sale-failed':
      return problem(session.fault, session.visit);
    default:
      return exhaustive(session);
  }
}

const problem = (code: ProblemCode, visit: Visit | null): SessionView => ({
  stage: 'problem',
  code,
  visitId: visit?.visitId ?? null,
});

function visitView({ visit, expiresAt }: VisitSession, till: Seen): SessionView {
  const total = totalOf(visit);
  const cards = visit.lines.map((line) => {
    return { line, age: till.selling.ageOf(line.visitor), accepted: isOpen(line) };
  });
  return {
    stage: 'visit',
    visitId: visit.visitId,
    lines: withRoles(cards).map((card) => lineView(card, till)),
    current: visit.current,
    cardTwice: visit.cardTwice,
    total,
    tenders: [...tendersFor(total)],
    room: roomLeft(cards, till),
    expiresAt,
  };
}

export const totalOf = (visit: Visit): number =>
  openLines(visit).reduce((sum, { draft }) => sum + draft.pieces * draft.offer.unitPrice, 0);

function roomLeft(cards: readonly CardPresented[], till: Seen): CardsInVisit {
  const { ruleSet } = till.policies.inForce(till.time.now());
  if (!ruleSet) return { adult: 0, child: 0 };
  const accepted = (age: CardAge) => cards.filter((card) => card.accepted && card.age === age).length;
  return roomInVisit({ adult: accepted('adult'), child: accepted('child') }, ruleSet);
}

interface ShownCard {
  readonly line: Line;
  readonly age: CardAge;
  readonly role: CardRole;
}

function lineView({ line, age, role }: ShownCard, till: Seen): LineView {
  const ticket = line.ticketId === null ? null : till.store.tickets.ticket(line.ticketId);
  const childCard = age === 'child';
  return {
    lineId: line.lineId,
    role,
    identifiedBy: line.visitor.identifiedBy,
    childCard,
    cardInside: line.reader !== null,
    verdict: verdictOf(line),
    checked: till.checks.of(line.lineId),
    holder: mayBeSeen(line) ? { ...holderView(line, till), childCard } : null,
    ticket: ticket && ticketName(ticket.kind, ticket.number),
  };
}

// A person who was keyed in has no card to take out, and someone has to compare what was keyed in.
const mayBeSeen = ({ reader, visitor }: Line): boolean => reader !== null || visitor.identifiedBy !== 'chip';

function verdictOf(line: Line): Verdict {
  if (!isOpen(line)) return refusedVerdict(line);
  const { decision, draft } = line;
  const offers = decision.offers.map(({ kind, most, unitPrice }) => ({ kind, most, unitPrice }));
  const { offer, pieces } = draft;
  const view = { kind: offer.kind, pieces, total: pieces * offer.unitPrice, nextDay: offer.nextDay };
  return decision.verdict === 'confirm'
    ? { verdict: 'confirm', reasons: [...decision.reasons], confirmed: line.confirmed, offers, draft: view }
    : { verdict: 'may-buy', offers, draft: view };
}

function refusedVerdict({ decision }: Exclude<Line, { draft: object }>): Verdict {
  const { reason, firstAllowed } = decision;
  if (firstAllowed === null) return { verdict: 'may-not', reason, nextDay: null, nextTime: null };
  const nextDay = businessDayOf(firstAllowed);
  return { verdict: 'may-not', reason, nextDay, nextTime: timeWithinDay(firstAllowed) };
}

const timeWithinDay = (at: Instant): string | null =>
  at === startOfDay(businessDayOf(at)) ? null : timeOfDay(at).slice(0, 5);

function holderView(line: Line, till: Seen): Omit<HolderView, 'childCard'> {
  const { record } = line.visitor;
  const purchases = purchasesOf(till.store, line.visitor).slice(0, 5);
  return {
    maskedName: record.maskedName,
    nameUncertain: line.name?.uncertain ?? false,
    lastThree: record.lastThree,
    birthYear: record.birthYear,
    purchases: purchases.map(({ day, kind, pieces, place }) => ({ day, kind, pieces, place })),
  };
}

function soldView({ receipt, reader }: Sold, till: Seen): SessionView {
  const lines = receipt.lines.map(({ kind, pieces, unitPrice, role, day, intervalDays }) => ({
    kind,
    pieces,
    amount: pieces * unitPrice,
    role,
    nextDay: addDays(day, intervalDays),
  }));
  const total = lines.reduce((sum, { amount }) => sum + amount, 0);
  const { receiptNumber, visitId } = receipt;
  return {
    stage: 'sold',
    ...{ visitId, receiptNumber, lines, total },
    tenders: [...tendersFor(total)],
    slip: till.store.printJobs.latestOf({ slip: 'receipt', reference: receiptNumber })?.state ?? null,
    cardInside: reader !== null,
  };
}
