import { describe, expect, it } from 'vitest';
import type { Session } from '#api';
import {
  confirmFirst,
  mayBuyAdult,
  mayNotVisit,
  problem,
  soldVisit,
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
  const idle: Session = { stage: 'idle' };
  const buy = visitWith(mayBuyAdult);

  it.each([
    [idle, buy, 'may-buy'],
    [idle, mayNotVisit, 'may-not'],
    [idle, visitWith(confirmFirst), 'confirm'],
    [buy, soldVisit, 'sold'],
    [idle, problem, 'problem'],
    [buy, visitWith(mayBuyAdult, 'v2'), 'may-buy'],
    [buy, buy, null],
    [soldVisit, { ...soldVisit, cardInside: false }, null],
    [soldVisit, idle, null],
    [idle, { stage: 'reading' }, null],
    [null, buy, null],
  ] as [Session | null, Session, SoundName | null][])('from %j to %j sounds as %s', (before, now, name) => {
    expect(soundFor(before, now)).toBe(name);
  });
});
