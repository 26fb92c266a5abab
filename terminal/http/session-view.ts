import type { HolderView, LineView, ProblemCode, Session as SessionView, Verdict } from '#api';
import {
  addDays,
  businessDayOf,
  exhaustive,
  type Instant,
  isChildCard,
  roomInVisit,
  ruleSetAt,
  startOfDay,
  tendersFor,
  ticketName,
  timeOfDay,
} from '#rules';
import { isOpen, type Line, openLines, type Session, type Till, type Visit } from '#services';

type Seen = Pick<Till, 'store' | 'policy' | 'time'>;
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
  return {
    stage: 'visit',
    visitId: visit.visitId,
    lines: visit.lines.map((line, i) => lineView(line, visit, i, till)),
    current: visit.current,
    cardTwice: visit.cardTwice,
    total,
    tenders: [...tendersFor(total)],
    room: roomLeft(visit, till),
    expiresAt,
  };
}

export const totalOf = (visit: Visit): number =>
  openLines(visit).reduce((sum, { draft }) => sum + draft.pieces * draft.offer.unitPrice, 0);

function roomLeft(visit: Visit, till: Seen): { adult: number; child: number } {
  const ruleSet = ruleSetAt(till.policy, till.time.now());
  if (!ruleSet) return { adult: 0, child: 0 };
  const child = openLines(visit).filter((line) => isChild(line, till)).length;
  return roomInVisit({ adult: openLines(visit).length - child, child }, ruleSet);
}

function isChild({ visitor }: Line, { policy, time }: Seen): boolean {
  const ruleSet = ruleSetAt(policy, time.now());
  return ruleSet !== null && isChildCard(visitor.holder, ruleSet, businessDayOf(time.now()));
}

function lineView(line: Line, visit: Visit, place: number, till: Seen): LineView {
  const child = isChild(line, till);
  const own = Math.max(
    visit.lines.findIndex((each) => isOpen(each) && !isChild(each, till)),
    0,
  );
  const ticket = line.ticketId === null ? null : till.store.tickets.ticket(line.ticketId);
  return {
    lineId: line.lineId,
    role: place === own ? 'own' : child ? 'proxy-child' : 'proxy-adult',
    identifiedBy: line.visitor.identifiedBy,
    childCard: child,
    cardInside: line.reader !== null,
    verdict: verdictOf(line),
    holder: mayBeSeen(line) ? holderView(line, till) : null,
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

function holderView(line: Line, till: Seen): HolderView {
  const { record } = line.visitor;
  const purchases = till.store.sales.of(record.key).slice(0, 5);
  return {
    maskedName: record.maskedName,
    nameUncertain: line.name?.uncertain ?? false,
    lastThree: record.lastThree,
    birthYear: record.birthYear,
    childCard: isChild(line, till),
    purchases: purchases.map(({ day, kind, pieces }) => ({ day, kind, pieces })),
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
