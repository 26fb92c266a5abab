import type { HolderView, ProblemCode, SaleDraft, Session as SessionView, Verdict } from '#api';
import { businessDayOf, exhaustive, type Instant, startOfDay, tendersFor, timeOfDay } from '#rules';
import { type Draft, nextDayAfter, type Session, type Till, type Visit } from '#services';

type Open = Extract<Session, { stage: 'open' }>;
type Refused = Extract<Session, { stage: 'refused' }>;
type Sold = Extract<Session, { stage: 'sold' }>;

/** The session as the counter's screen may see it. */
export function sessionView(session: Session, till: Pick<Till, 'store'>): SessionView {
  switch (session.stage) {
    case 'idle':
      return { stage: 'idle' };
    case 'reading':
      return { stage: 'reading' };
    case 'open':
      return {
        stage: 'verdict',
        visitId: session.visit.visitor.visitId,
        verdict: openVerdict(session),
        holder: holderView(session.visit, till),
      };
    case 'refused':
      return {
        stage: 'verdict',
        visitId: session.visitId,
        verdict: refusedVerdict(session),
        holder: session.visit && holderView(session.visit, till),
      };
    case 'sold':
      return soldView(session, till);
    case 'card-failed':
      return problem(session.failure, null);
    case 'sale-failed':
      return problem(session.fault, session.visitId);
    default:
      return exhaustive(session);
  }
}

const problem = (code: ProblemCode, visitId: string | null): SessionView => ({
  stage: 'problem',
  code,
  visitId,
});

function openVerdict({ decision, draft }: Open): Verdict {
  const offers = decision.offers.map(({ kind, most, unitPrice }) => ({ kind, most, unitPrice }));
  return decision.verdict === 'confirm'
    ? { verdict: 'confirm', reasons: [...decision.reasons], offers, draft: draftView(draft) }
    : { verdict: 'may-buy', offers, draft: draftView(draft) };
}

export function draftView({ offer, pieces }: Draft): SaleDraft {
  const total = pieces * offer.unitPrice;
  return { kind: offer.kind, pieces, total, tenders: [...tendersFor(total)], nextDay: offer.nextDay };
}

function refusedVerdict({ decision }: Refused): Verdict {
  const { reason, firstAllowed } = decision;
  if (firstAllowed === null) return { verdict: 'may-not', reason, nextDay: null, nextTime: null };
  const nextDay = businessDayOf(firstAllowed);
  return { verdict: 'may-not', reason, nextDay, nextTime: timeWithinDay(firstAllowed) };
}

const timeWithinDay = (at: Instant): string | null =>
  at === startOfDay(businessDayOf(at)) ? null : timeOfDay(at).slice(0, 5);

function holderView(visit: Visit, till: Pick<Till, 'store'>): HolderView {
  const { record } = visit.visitor;
  const [last] = till.store.sales.of(record.key);
  return {
    maskedName: record.maskedName,
    nameUncertain: visit.name.uncertain,
    lastThree: record.lastThree,
    birthYear: record.birthYear,
    childCard: visit.childCard,
    lastPurchase: last ? { day: last.day, kind: last.kind, pieces: last.pieces } : null,
  };
}

function soldView({ sale, card }: Sold, till: Pick<Till, 'store'>): SessionView {
  const total = sale.pieces * sale.unitPrice;
  return {
    stage: 'sold',
    visitId: sale.visitId,
    receiptNumber: sale.receiptNumber,
    kind: sale.kind,
    pieces: sale.pieces,
    total,
    tenders: [...tendersFor(total)],
    nextDay: nextDayAfter(sale),
    slip: till.store.printJobs.latestOf(sale.receiptNumber)?.state ?? null,
    cardInside: card === 'in',
  };
}
