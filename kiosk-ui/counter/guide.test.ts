import { describe, expect, it } from 'vitest';
import type { Session } from '#api';
import { cardFor, type GuideStep, nextStep } from './guide.ts';
import { idle, mayBuyAdult, mayNotVisit, soldVisit, visitWith } from './sample-snapshots.ts';

const buy = visitWith(mayBuyAdult);
const reading: Session = { stage: 'reading', visitId: null };
const cardTaken: Session = { ...soldVisit, cardInside: false } as Session;

describe('the guided first sale', () => {
  it('goes from card to card to its end with what the counter shows', () => {
    const shown = [idle, reading, buy, soldVisit, cardTaken, idle, reading, mayNotVisit, idle];
    const steps: GuideStep[] = [];
    let step: GuideStep = 'insert';
    for (const session of shown) {
      step = nextStep(step, session);
      steps.push(step);
    }
    expect(steps).toEqual([
      'insert',
      'insert',
      'sell',
      'take-card',
      'next',
      'insert-refused',
      'insert-refused',
      'dismiss',
      'done',
    ]);
  });

  it.each([
    ['insert', mayNotVisit, 'insert'],
    ['sell', idle, 'insert'],
    ['sell', cardTaken, 'next'],
    ['take-card', idle, 'insert-refused'],
    ['take-card', mayNotVisit, 'dismiss'],
    ['insert-refused', buy, 'insert-refused'],
    ['done', buy, 'done'],
  ] as [GuideStep, Session, GuideStep][])('from %s at %j goes to %s', (step, session, next) => {
    expect(nextStep(step, session)).toBe(next);
  });
});

describe('the sample card of a step', () => {
  const reader = { cards: ['adult-odd', 'adult-even', 'already-bought'], inserted: null };
  const today = (parity: 'odd' | 'even' | 'all') => ({ parity, binds: 'everybody' }) as const;

  it.each([
    ['insert', 'odd', 'adult-odd'],
    ['insert', 'even', 'adult-even'],
    ['insert-refused', 'even', 'already-bought'],
    ['sell', 'even', null],
  ] as const)('of %s on an %s day is %s', (step, parity, card) => {
    expect(cardFor(step, reader, today(parity))).toBe(card);
  });

  it('is none where the reader is real', () => {
    expect(cardFor('insert', null, today('odd'))).toBeNull();
  });
});
