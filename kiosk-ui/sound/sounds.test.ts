import { describe, expect, it } from 'vitest';
import type { Session } from '#api';
import {
  confirmed,
  confirmFirst,
  idle,
  lineWith,
  mayBuyAdult,
  mayNot,
  mayNotVisit,
  problem,
  soldVisit,
  visitOf,
  visitWith,
} from '../counter/sample-snapshots.ts';
import { type SoundName, soundFor, sounds } from './sounds.ts';

const verdicts = ['may-buy', 'may-not', 'confirm'] as const;
const rhythm = (name: SoundName) => sounds[name].map(({ at, lasts }) => `${at}+${lasts}`).join(' ');
const pitch = (name: SoundName) =>
  sounds[name].reduce((sum, note) => sum + note.pitch, 0) / sounds[name].length;

describe('the sounds', () => {
  it('of the three verdicts differ in rhythm', () => {
    expect(new Set(verdicts.map(rhythm)).size).toBe(3);
  });

  it('of the three verdicts lie at least half an octave apart', () => {
    const pitches = verdicts.map(pitch).sort((a, b) => a - b);
    const steps = pitches.slice(1).map((higher, i) => higher / (pitches[i] ?? 1));
    expect(Math.min(...steps)).toBeGreaterThan(Math.SQRT2);
  });

  it.each(Object.keys(sounds) as SoundName[])('of "%s" ends before the next customer', (name) => {
    expect(Math.max(...sounds[name].map(({ at, lasts }) => at + lasts))).toBeLessThan(700);
  });
});

describe('a change at the counter', () => {
  const buy = visitWith(mayBuyAdult);
  const reading: Session = { stage: 'reading', visitId: 'v1' };
  const two = visitOf([mayBuyAdult, mayNot]);

  const asked = { ...buy, lines: [lineWith('l1', mayBuyAdult, 'asking')] };
  const answered = (verdict: typeof mayBuyAdult | typeof mayNot, checked: 'centre' | 'local') => ({
    ...buy,
    lines: [lineWith('l1', verdict, checked)],
  });

  it.each([
    ['a card about which the centre is asked', idle, asked, null],
    ['the same while nothing is answered', asked, asked, null],
    ['the answer of the centre', asked, answered(mayBuyAdult, 'centre'), 'may-buy'],
    ['another answer than the till’s own', asked, answered(mayNot, 'centre'), 'may-not'],
    ['no answer in time', asked, answered(mayBuyAdult, 'local'), 'may-buy'],
    ['an answer after that, the same', answered(mayBuyAdult, 'local'), buy, null],
    ['an answer after that, another', answered(mayBuyAdult, 'local'), mayNotVisit, 'may-not'],
    ['a sale before the answer', asked, soldVisit, 'sold'],
    ['a card that may buy', idle, buy, 'may-buy'],
    ['a card that may not', idle, mayNotVisit, 'may-not'],
    ['a doubtful card', idle, visitWith(confirmFirst), 'confirm'],
    ['a sale', buy, soldVisit, 'sold'],
    ['a problem', idle, problem, 'problem'],
    ['the next customer', buy, visitWith(mayBuyAdult, 'v2'), 'may-buy'],
    ['the second card', buy, two, 'may-not'],
    ['the second card after it was read', reading, two, 'may-not'],
    ['a card that is there already', reading, { ...buy, cardTwice: true }, 'twice'],
    ['a card that is there already, seen', { ...buy, cardTwice: true }, { ...buy, cardTwice: true }, null],
    ['a look at another line', two, { ...two, current: 'l1' }, null],
    ['a line taken away', two, buy, null],
    ['an acknowledged problem', { ...problem, visitId: 'v1' }, buy, null],
    ['a confirmation', visitWith(confirmFirst), visitWith(confirmed), null],
    ['a sold-out while the card is there', buy, mayNotVisit, 'may-not'],
    ['nothing new', buy, buy, null],
    ['a card taken after the sale', soldVisit, { ...soldVisit, cardInside: false }, null],
    ['the end of a sale', soldVisit, idle, null],
    ['a card being read', idle, reading, null],
    ['a page that has just opened', null, buy, null],
  ] as [string, Session | null, Session, SoundName | null][])('%s', (_, before, after, name) => {
    expect(soundFor(before, after)).toBe(name);
  });
});
