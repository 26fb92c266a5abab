import type { CardFailure, CardName } from '#card-reader';
import type { Decision, Instant, MaskKind, Offer } from '#rules';
import type { Receipt } from '#store';
import type { KeyedInFault, Visitor } from './visitor.ts';

/** Why a sale was not recorded: nothing was sold, and it can be tried again. */
export type SaleFault = 'storage-full' | 'storage-failed';

/** What became of something the counter was asked to do. Anything but `done` changed nothing. */
export type CounterAnswer =
  | 'done'
  | 'stale'
  | 'not-now'
  | 'not-allowed'
  | 'confirmation-needed'
  | 'storage-full'
  | 'storage-failed'
  | KeyedInFault;

/** What is about to be sold to one card. */
export interface Draft {
  readonly offer: Offer;
  readonly pieces: number;
}

/** What should be sold to one card; `null` pieces are as many as it may have. */
export interface Wanted {
  readonly kind: MaskKind;
  readonly pieces: number | null;
}

export type OpenDecision = Extract<Decision, { verdict: 'may-buy' | 'confirm' }>;
export type Refusal = Extract<Decision, { verdict: 'may-not' }>;

/** The decision about one card, and what is about to be sold to it: what was wanted, as far as it is offered. */
export type Decided =
  | { readonly decision: OpenDecision; readonly draft: Draft }
  | { readonly decision: Refusal; readonly draft: null };

interface Card {
  readonly lineId: string;
  readonly visitor: Visitor;
  /** Of the chip, for the screen; dropped as soon as the card is out. */
  readonly name: CardName | null;
  /** Where the card lies; `null` when it is out, or there never was one. */
  readonly reader: string | null;
  readonly ticketId: string | null;
}

/** One card of a visit, with its own verdict. */
export type Line = Card &
  Decided & {
    /** A person looked at what is in doubt. */
    readonly confirmed: boolean;
  };

/** The cards that one visitor presents, one after another; sold together. */
export interface Visit {
  readonly visitId: string;
  /** At least one, in the order in which they came. */
  readonly lines: readonly Line[];
  /** The line that is shown large. */
  readonly current: string;
  /** The card put in last stood in this visit already. */
  readonly cardTwice: boolean;
}

/** What the counter is doing. */
export type Session =
  /** `timedOut`: nobody went on with the visit before; nothing was sold. */
  | { readonly stage: 'idle'; readonly timedOut: boolean }
  | { readonly stage: 'reading'; readonly reader: string; readonly visit: Visit | null }
  /** `expiresAt`: the visit is given up then; `null` while a card is inside, or while nothing could be sold. */
  | { readonly stage: 'visit'; readonly visit: Visit; readonly expiresAt: Instant | null }
  | {
      readonly stage: 'sold';
      readonly receipt: Receipt;
      /** Where the visit's last card still lies. */
      readonly reader: string | null;
    }
  /** The card gave no answer. The next card takes its place; the visit goes on. */
  | { readonly stage: 'card-failed'; readonly failure: CardFailure; readonly visit: Visit | null }
  /** Nothing was sold. Stays until someone has taken note, whatever card comes. */
  | { readonly stage: 'sale-failed'; readonly fault: SaleFault; readonly visit: Visit };

/** As wanted, as far as it is offered; the most of what is, where the kind is not. */
export function draftOf({ offers }: OpenDecision, { kind, pieces }: Wanted): Draft {
  const offer = offers.find((offered) => offered.kind === kind) ?? offers[0];
  if (!offer) throw new Error('an open decision has an offer');
  const most = offer.kind === kind ? (pieces ?? offer.most) : offer.most;
  return { offer, pieces: Math.min(most, offer.most) };
}

export const isOpen = (line: Line): line is Extract<Line, { draft: Draft }> => line.draft !== null;
export const openLines = (visit: Visit) => visit.lines.filter(isOpen);
export const cardInside = (visit: Visit): boolean => visit.lines.some(({ reader }) => reader !== null);

/** Whether a card that is put in now may take the counter over, or has to wait in its reader. */
export function givesWay(session: Session): boolean {
  switch (session.stage) {
    case 'idle':
    case 'sold':
    case 'card-failed':
      return true;
    case 'visit':
      return !cardInside(session.visit);
    case 'reading':
    case 'sale-failed':
      return false;
  }
}

/** The visit that the next card joins. One in which nothing can be sold is over when its card is out. */
export function visitToJoin(session: Session): Visit | null {
  const visit = session.stage === 'visit' || session.stage === 'card-failed' ? session.visit : null;
  return visit && openLines(visit).length > 0 ? visit : null;
}

/** What remains of a visit when a card leaves its reader: the purchase that it was meant for, and nobody's name. */
export const withoutCard = (visit: Visit, reader: string): Visit => ({
  ...visit,
  cardTwice: false,
  lines: visit.lines.map((line) => (line.reader === reader ? { ...line, reader: null, name: null } : line)),
});

/** What a screen shows of a line that it asks to sell. */
export interface ShownLine {
  readonly lineId: string;
  readonly kind: MaskKind;
  readonly pieces: number;
}

/** A sale as the screen asks for it: which visit, and what it shows of it. */
export interface SaleOrder {
  readonly visitId: string;
  readonly lines: readonly ShownLine[];
}

/** Whether a screen shows the visit as it is: the same lines, with the same drafts. */
export function showsDraft(visit: Visit, shown: readonly ShownLine[]): boolean {
  const open = openLines(visit);
  return (
    shown.length === open.length &&
    shown.every(({ lineId, kind, pieces }) =>
      open.some(
        ({ lineId: id, draft }) => id === lineId && draft.offer.kind === kind && draft.pieces === pieces,
      ),
    )
  );
}

/** A person looked at what is in doubt about a line, or takes that back; `null` where nothing is in doubt. */
export function withConfirmed(visit: Visit, lineId: string): Visit | null {
  const line = visit.lines.find((candidate) => candidate.lineId === lineId);
  if (!line || !isOpen(line) || line.decision.verdict !== 'confirm') return null;
  const lines = visit.lines.map((each) => (each === line ? { ...line, confirmed: !line.confirmed } : each));
  return { ...visit, lines, current: lineId };
}
