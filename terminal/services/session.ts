import type { CardFailure, CardName } from '#card-reader';
import type { Decision, MaskKind, Offer } from '#rules';
import type { SaleRecord } from '#store';
import type { Visitor } from './selling.ts';

/** Why a sale was not recorded: nothing was sold, and it can be tried again. */
export type SaleFault = 'storage-full' | 'storage-failed';

/** A card that was read, with what only the screen needs. Dropped as soon as the card is out. */
export interface Visit {
  readonly visitor: Visitor;
  readonly reader: string;
  readonly name: CardName;
  readonly childCard: boolean;
}

/** What is about to be sold. */
export interface Draft {
  readonly offer: Offer;
  readonly pieces: number;
}

type Open = Extract<Decision, { verdict: 'may-buy' | 'confirm' }>;
type Refused = Extract<Decision, { verdict: 'may-not' }>;

/** What the counter is doing: one card at a time, whatever the number of readers. */
export type Session =
  | { readonly stage: 'idle' }
  | { readonly stage: 'reading'; readonly reader: string }
  /** May buy, or may once a person has looked. Ends when the card is taken out. */
  | { readonly stage: 'open'; readonly visit: Visit; readonly decision: Open; readonly draft: Draft }
  /** May not. The verdict stays after the card is out; whose it was does not. */
  | {
      readonly stage: 'refused';
      readonly visitId: string;
      readonly reader: string;
      readonly decision: Refused;
      readonly visit: Visit | null;
    }
  | {
      readonly stage: 'sold';
      readonly sale: SaleRecord;
      readonly reader: string;
      readonly card: 'in' | 'out';
    }
  /** The card gave no answer. The next card takes its place. */
  | { readonly stage: 'card-failed'; readonly failure: CardFailure }
  /** Nothing was sold. Stays until someone has taken note, whatever card comes. */
  | {
      readonly stage: 'sale-failed';
      readonly fault: SaleFault;
      readonly visitId: string;
      readonly visit: Visit | null;
    };

/** The kind proposed first: a child's card is there for child masks, where there are any. */
export function firstDraft(decision: Open, childCard: boolean): Draft {
  const wanted: MaskKind = childCard ? 'child' : 'adult';
  const offer = decision.offers.find((o) => o.kind === wanted) ?? decision.offers[0];
  if (!offer) throw new Error('an open decision has an offer');
  return { offer, pieces: offer.most };
}

/** Whether a card that is put in now may take the counter over, or has to wait in its reader. */
export function givesWay(session: Session): boolean {
  switch (session.stage) {
    case 'idle':
    case 'refused':
    case 'sold':
    case 'card-failed':
      return true;
    case 'reading':
    case 'open':
    case 'sale-failed':
      return false;
  }
}

/** What remains of a session when the card leaves the reader it was read in. */
export function withoutCard(session: Session, reader: string): Session {
  switch (session.stage) {
    case 'reading':
      return session.reader === reader ? { stage: 'idle' } : session;
    case 'open':
      return session.visit.reader === reader ? { stage: 'idle' } : session;
    case 'refused':
      return session.reader === reader ? { ...session, visit: null } : session;
    case 'sold':
      return session.reader === reader ? { ...session, card: 'out' } : session;
    case 'sale-failed':
      return session.visit?.reader === reader ? { ...session, visit: null } : session;
    case 'idle':
    case 'card-failed':
      return session;
  }
}
