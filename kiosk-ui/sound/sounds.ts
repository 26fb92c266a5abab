import type { LineView, Session } from '#api';
import { cardArrived, currentLine, shownVerdict } from '../counter/visit-lines.ts';
import type { Stage } from '../wall.ts';

/** One note: when it starts and how long it lasts (milliseconds), and its pitch (hertz). */
export interface Note {
  readonly at: number;
  readonly lasts: number;
  readonly pitch: number;
}

export type SoundName = 'may-buy' | 'may-not' | 'confirm' | 'sold' | 'twice' | 'problem';

/**
 * Told apart by pitch and by rhythm, so that a person with their eyes on the shelf knows the answer: two rising, three
 * equal and low, long-short-long in the middle. A sale is one soft note, a card that is there already two of them; a
 * problem is one long low one.
 */
export const sounds: Readonly<Record<SoundName, readonly Note[]>> = {
  'may-buy': [
    { at: 0, lasts: 90, pitch: 784 },
    { at: 110, lasts: 180, pitch: 1047 },
  ],
  'may-not': [
    { at: 0, lasts: 120, pitch: 247 },
    { at: 180, lasts: 120, pitch: 247 },
    { at: 360, lasts: 120, pitch: 247 },
  ],
  confirm: [
    { at: 0, lasts: 220, pitch: 523 },
    { at: 260, lasts: 70, pitch: 440 },
    { at: 370, lasts: 220, pitch: 523 },
  ],
  sold: [{ at: 0, lasts: 140, pitch: 659 }],
  twice: [
    { at: 0, lasts: 100, pitch: 392 },
    { at: 200, lasts: 100, pitch: 392 },
  ],
  problem: [{ at: 0, lasts: 480, pitch: 196 }],
};

/** The sound for a change of what the counter does; `null` where nothing new was decided. */
export function soundFor(before: Session | null, now: Session): SoundName | null {
  if (before === null) return null;
  switch (now.stage) {
    case 'visit': {
      const arrived = cardArrived(before, now);
      if (arrived) return isAsked(arrived) ? null : arrived.verdict.verdict;
      const answered = answeredLine(before, now);
      if (answered) return answered.verdict.verdict;
      if (now.cardTwice && !(before.stage === 'visit' && before.cardTwice)) return 'twice';
      return changedVerdict(before, now);
    }
    case 'sold':
      return before.stage === 'sold' && before.visitId === now.visitId ? null : 'sold';
    case 'problem':
      return before.stage === 'problem' && before.code === now.code && before.visitId === now.visitId
        ? null
        : 'problem';
    case 'idle':
    case 'reading':
      return null;
  }
}

/** The centre may still say otherwise: the sound comes with its answer, or once it is not waited for any more. */
const isAsked = ({ checked }: LineView): boolean => checked === 'asking';

function answeredLine(before: Session, now: Stage<'visit'>): LineView | null {
  if (before.stage !== 'visit' || before.visitId !== now.visitId) return null;
  const asked = before.lines.filter(isAsked).map(({ lineId }) => lineId);
  return now.lines.find((line) => asked.includes(line.lineId) && !isAsked(line)) ?? null;
}

/** A card that is decided anew while it is on the screen, because the stock or the day has changed. */
function changedVerdict(before: Session, now: Stage<'visit'>): SoundName | null {
  if (before.stage !== 'visit' || before.current !== now.current) return null;
  const shown = currentLine(now);
  if (isAsked(shown)) return null;
  // That a person has looked is no news to that person.
  if (shown.verdict.verdict === 'confirm' && shown.verdict.confirmed) return null;
  return shownVerdict(currentLine(before)) === shownVerdict(shown) ? null : shown.verdict.verdict;
}
