import type { LineView, Session } from '#api';
import type { Sellable, Stage } from '../wall.ts';

type Visit = Stage<'visit'>;

/** The line in the large field. A snapshot always names one of its own lines. */
export function currentLine({ lines, current }: Visit): LineView {
  const line = lines.find(({ lineId }) => lineId === current) ?? lines[0];
  if (!line) throw new Error(`visit without the line ${current}`);
  return line;
}

/** 1 for the card that came first. */
export const placeOf = ({ lines }: Visit, lineId: string): number =>
  lines.findIndex((line) => line.lineId === lineId) + 1;

export const isUnconfirmed = ({ verdict }: LineView): boolean =>
  verdict.verdict === 'confirm' && !verdict.confirmed;

/** What the screen calls the verdict: a doubt that a person has looked into is one no more. */
export const shownVerdict = ({ verdict }: LineView) =>
  verdict.verdict === 'confirm' && verdict.confirmed ? 'may-buy' : verdict.verdict;

/** `null` where the card may not buy. */
export const sellable = ({ verdict }: LineView): Sellable | null =>
  verdict.verdict === 'may-not' ? null : verdict;

export const noneMayBuy = ({ lines }: Visit): boolean => lines.every((line) => sellable(line) === null);

export const cardInside = ({ lines }: Visit): boolean => lines.some((line) => line.cardInside);

/** The line of a card that has just come, or `null` if none has. */
export function cardArrived(before: Session | null, now: Session): LineView | null {
  if (before === null || now.stage !== 'visit') return null;
  const line = currentLine(now);
  switch (before.stage) {
    case 'visit': {
      const known = before.visitId === now.visitId ? before.lines : [];
      return known.some(({ lineId }) => lineId === line.lineId) ? null : line;
    }
    case 'problem':
      return before.visitId === now.visitId ? null : line;
    case 'reading':
      return now.cardTwice ? null : line;
    case 'idle':
    case 'sold':
      return line;
  }
}

/** The most pieces of the kind that the draft holds. */
export const mostOf = (verdict: Sellable): number =>
  verdict.offers.find((offer) => offer.kind === verdict.draft.kind)?.most ?? verdict.draft.pieces;

/** Whether a visit waits for its next card and is given up if none comes. */
export const visitWaits = (session: Session): boolean =>
  session.stage === 'visit' && session.expiresAt !== null;
