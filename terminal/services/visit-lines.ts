import type { CardName } from '#card-reader';
import type { Decision, MaskKind } from '#rules';
import type { Ticket } from '#store';
import type { Selling } from './selling.ts';
import { firstDraft, type Line, type OpenDecision, type Visit } from './session.ts';
import type { Visitor } from './visitor.ts';

/** A card or a document that comes to a visit. */
export interface Arrival {
  readonly lineId: string;
  readonly visitor: Visitor;
  readonly name: CardName | null;
  readonly reader: string | null;
  readonly ticketId: string | null;
}

/** What a line is before it is decided about. */
export type Undecided = Arrival & {
  readonly draft: { readonly kind: MaskKind; readonly pieces: number } | null;
  readonly confirmed: boolean;
};

export interface VisitLines {
  /** A visit of one, or the visit with one more; a card that stands in it already is shown again. */
  join(visit: Visit | null, visitId: string, arrival: Arrival): Visit;
  /** Decides about every line anew, with what was drafted as far as it still may be. */
  judge(visit: Visit): Visit;
  /** The visit of these lines, of which there is at least one. */
  begin(visitId: string, lines: readonly Undecided[]): Visit;
  /** `null` where the line is refused, or is offered less. */
  redraft(visit: Visit, lineId: string, wanted: { kind?: MaskKind; pieces?: number }): Visit | null;
  /** `null` if nothing is left of it. */
  remove(visit: Visit, lineId: string): Visit | null;
}

/** The lines of a visit: each is decided about after those before it, so a change of one may change the next. */
export function createVisitLines(deps: {
  readonly selling: Selling;
  readonly ticket: (ticketId: string) => Ticket | null;
  readonly isChildCard: (visitor: Visitor) => boolean;
}): VisitLines {
  const { selling, isChildCard } = deps;

  const wantedKind = ({ visitor, ticketId }: Undecided): MaskKind => {
    const ticket = ticketId === null ? null : deps.ticket(ticketId);
    return ticket?.kind ?? (isChildCard(visitor) ? 'child' : 'adult');
  };

  function decided(lines: readonly Undecided[]): Line[] {
    // A line without a draft is offered its kind first, so the decision about the next has to know which that is.
    const drafted: Undecided[] = [];
    for (const line of lines) {
      const decision = selling.decideInOrder([...drafted, line]).at(-1);
      drafted.push({ ...line, draft: decision ? draftFor(line, decision) : null });
    }
    const decisions = selling.decideInOrder(drafted);
    return drafted.map((line, i) => {
      const decision = decisions[i];
      if (!decision) throw new Error('every line is decided about');
      return lineOf(line, decision, wantedKind(line));
    });
  }

  function draftFor(line: Undecided, decision: Decision): Undecided['draft'] {
    if (decision.verdict === 'may-not') return null;
    const { offer, pieces } = draftOf(line.draft, decision, wantedKind(line));
    return { kind: offer.kind, pieces };
  }

  return {
    join(visit, visitId, arrival) {
      const twice = visit?.lines.find(({ visitor }) => visitor.record.key === arrival.visitor.record.key);
      if (visit && twice) {
        const { name, reader } = arrival;
        const lines = visit.lines.map((line) => (line === twice ? { ...line, name, reader } : line));
        return { ...visit, lines, current: twice.lineId, cardTwice: true };
      }
      const before = (visit?.lines ?? []).map(undecided);
      const lines = decided([...before, { ...arrival, draft: null, confirmed: false }]);
      return { visitId: visit?.visitId ?? visitId, lines, current: arrival.lineId, cardTwice: false };
    },
    begin: (visitId, lines) => ({
      visitId,
      lines: decided(lines),
      current: lines.at(-1)?.lineId ?? '',
      cardTwice: false,
    }),
    judge: (visit) => ({ ...visit, lines: decided(visit.lines.map(undecided)) }),
    redraft(visit, lineId, wanted) {
      const line = visit.lines.find((candidate) => candidate.lineId === lineId);
      if (!line?.draft) return null;
      const kind = wanted.kind ?? line.draft.offer.kind;
      const offer = line.decision.offers.find((candidate) => candidate.kind === kind);
      if (!offer || (wanted.pieces ?? 1) > offer.most) return null;
      const draft = { kind, pieces: wanted.pieces ?? offer.most };
      const lines = visit.lines
        .map(undecided)
        .map((each) => (each.lineId === lineId ? { ...each, draft } : each));
      return { ...visit, lines: decided(lines), current: lineId };
    },
    remove(visit, lineId) {
      const kept = visit.lines.filter((line) => line.lineId !== lineId).map(undecided);
      const last = kept.at(-1);
      if (!last) return null;
      const current = kept.some((line) => line.lineId === visit.current) ? visit.current : last.lineId;
      return { ...visit, lines: decided(kept), current, cardTwice: false };
    },
  };
}

const undecided = ({ lineId, visitor, name, reader, ticketId, draft, confirmed }: Line): Undecided => ({
  ...{ lineId, visitor, name, reader, ticketId, confirmed },
  draft: draft && { kind: draft.offer.kind, pieces: draft.pieces },
});

/** As drafted, as far as it is still offered. */
function draftOf(draft: Undecided['draft'], decision: OpenDecision, wanted: MaskKind) {
  const offer = decision.offers.find(({ kind }) => kind === draft?.kind);
  if (!draft || !offer) return firstDraft(decision, wanted);
  return { offer, pieces: Math.min(draft.pieces, offer.most) };
}

function lineOf({ confirmed, draft, ...card }: Undecided, decision: Decision, wanted: MaskKind): Line {
  if (decision.verdict === 'may-not') return { ...card, decision, draft: null, confirmed: false };
  return {
    ...card,
    decision,
    draft: draftOf(draft, decision, wanted),
    confirmed: confirmed && decision.verdict === 'confirm',
  };
}
