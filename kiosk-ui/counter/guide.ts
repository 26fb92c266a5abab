import type { Session } from '#api';
import type { Today, VirtualDevices } from '../wall.ts';
import { noneMayBuy } from './visit-lines.ts';

/** The guided first sale of a drill: one sale, one refusal, done. */
export const guideSteps = [
  'insert',
  'sell',
  'take-card',
  'next',
  'insert-refused',
  'dismiss',
  'done',
] as const;
export type GuideStep = (typeof guideSteps)[number];

/** Where the guide goes with what the counter does. It never waits for anything but the counter. */
export function nextStep(step: GuideStep, session: Session): GuideStep {
  const refused = session.stage === 'visit' && noneMayBuy(session);
  const offered = session.stage === 'visit' && !refused;
  switch (step) {
    case 'insert':
      return offered ? 'sell' : step;
    case 'sell':
      if (session.stage === 'sold') return session.cardInside ? 'take-card' : 'next';
      return offered || session.stage === 'reading' ? step : 'insert';
    case 'take-card':
    case 'next':
      if (session.stage === 'idle' || session.stage === 'reading') return 'insert-refused';
      if (session.stage === 'visit') return refused ? 'dismiss' : 'insert-refused';
      return session.stage === 'sold' && !session.cardInside ? 'next' : step;
    case 'insert-refused':
      return refused ? 'dismiss' : step;
    case 'dismiss':
      return session.stage === 'idle' ? 'done' : step;
    case 'done':
      return step;
  }
}

/** The sample card that a step is about, from those that the virtual reader has; `null` where none is needed. */
export function cardFor(step: GuideStep, reader: VirtualDevices['reader'], today: Today): string | null {
  const odd = today.parity !== 'even';
  const wanted =
    step === 'insert'
      ? odd
        ? 'adult-odd'
        : 'adult-even'
      : step === 'insert-refused'
        ? 'already-bought'
        : null;
  return reader?.cards.find((card) => card === wanted) ?? null;
}
