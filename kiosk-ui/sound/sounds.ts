import type { Session } from '#api';

/** One note: when it starts and how long it lasts (milliseconds), and its pitch (hertz). */
export interface Note {
  readonly at: number;
  readonly lasts: number;
  readonly pitch: number;
}

export type SoundName = 'may-buy' | 'may-not' | 'confirm' | 'sold' | 'problem';

/**
 * Told apart by pitch and by rhythm, so that a person with their eyes on the shelf knows the answer: two rising, three
 * equal and low, long-short-long in the middle. A sale is one soft note; a problem one long low one.
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
  problem: [{ at: 0, lasts: 480, pitch: 196 }],
};

/** The sound for a change of what the counter does; `null` where nothing new was decided. */
export function soundFor(before: Session | null, now: Session): SoundName | null {
  if (before === null || occasion(before) === occasion(now)) return null;
  switch (now.stage) {
    case 'verdict':
      return now.verdict.verdict;
    case 'sold':
    case 'problem':
      return now.stage;
    case 'idle':
    case 'reading':
      return null;
  }
}

function occasion(session: Session): string {
  switch (session.stage) {
    case 'verdict':
      return `${session.visitId} ${session.verdict.verdict}`;
    case 'sold':
      return `sold ${session.visitId}`;
    case 'problem':
      return `problem ${session.code} ${session.visitId}`;
    case 'idle':
    case 'reading':
      return session.stage;
  }
}
