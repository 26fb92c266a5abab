import type { CardName } from '#card-reader';
import type { MaskKind } from '#rules';
import type { Ticket } from '#store';
import type { Selling } from './selling.ts';
import type { Decided, Line, Visit, Wanted } from './session.ts';
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
  /** `null`: nothing was drafted yet, or nothing could be. */
  readonly draft: Wanted | null;
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
  readonly selling: Pick<Selling, 'decideInOrder' | 'ageOf'>;
  readonly ticket: (ticketId: string) => Ticket | null;
}): VisitLines {
  const { selling } = deps;

  /** The kind proposed first: what the ticket says, or what suits the card. */
  const firstKind = ({ visitor, ticketId }: Undecided): MaskKind => {
    const ticket = ticketId === null ? null : deps.ticket(ticketId);
    return ticket?.kind ?? selling.ageOf(visitor);
  };

  function decided(lines: readonly Undecided[]): Line[] {
    const decisions = selling.decideInOrder(
      lines.map((line) => ({ ...line, wanted: line.draft ?? { kind: firstKind(line), pieces: null } })),
    );
    return lines.map((line, i) => lineOf(line, decisions[i]));
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

function lineOf({ confirmed, ...line }: Undecided, decided: Decided | undefined): Line {
  if (!decided) throw new Error('every line is decided about');
  return { ...line, ...decided, confirmed: confirmed && decided.decision.verdict === 'confirm' };
}
