import { describe, expect, it } from 'vitest';
import type { CounterSnapshot, Session } from '#api';
import { defaultPreferences } from '../preferences.ts';
import type { Intent } from './intents.ts';
import { intentOf } from './keyboard.ts';
import {
  confirmFirst,
  mayBuyAdult,
  mayBuyEither,
  mayNotVisit,
  problem,
  snapshotOf,
  soldVisit,
  visitWith,
} from './sample-snapshots.ts';
import { type CounterState, startState } from './state.ts';

const idle: Session = { stage: 'idle' };
const adult = visitWith(mayBuyAdult);
const either = visitWith(mayBuyEither);
const confirm = visitWith(confirmFirst);

const showing = (snapshot: CounterSnapshot): CounterState => ({
  ...startState(defaultPreferences, false),
  snapshot,
});

type Row = readonly [key: string, session: Session, intent: Intent | null];
const named = (rows: readonly Row[]) =>
  rows.map(([key, session, intent]) => ({ key, session, intent, at: session.stage, want: intent?.want }));

const rows: readonly Row[] = [
  ['Enter', adult, { want: 'sell' }],
  ['Enter', confirm, { want: 'sell' }],
  [' ', confirm, { want: 'tick-checked' }],
  [' ', adult, null],
  ['Enter', mayNotVisit, { want: 'dismiss' }],
  ['Enter', soldVisit, { want: 'dismiss' }],
  ['Enter', problem, { want: 'dismiss' }],
  ['Enter', idle, null],
  ['Escape', adult, { want: 'dismiss' }],
  ['Escape', mayNotVisit, { want: 'dismiss' }],
  ['Escape', problem, { want: 'dismiss' }],
  ['Escape', idle, null],
  ['1', adult, { want: 'set-pieces', pieces: 1 }],
  ['9', adult, { want: 'set-pieces', pieces: 9 }],
  ['0', either, { want: 'set-pieces', pieces: 10 }],
  ['3', mayNotVisit, null],
  ['3', soldVisit, null],
  ['3', problem, null],
  ['ArrowUp', adult, { want: 'set-pieces', pieces: 4 }],
  ['ArrowDown', adult, { want: 'set-pieces', pieces: 2 }],
  ['ArrowRight', either, { want: 'choose-kind', kind: 'child' }],
  ['k', either, { want: 'choose-kind', kind: 'child' }],
  ['F2', either, { want: 'choose-kind', kind: 'child' }],
  ['k', adult, null],
  ['F2', adult, { want: 'nothing' }],
  ['F1', idle, { want: 'open', dialog: 'help' }],
  ['F3', adult, { want: 'toggle-history' }],
  ['F4', problem, { want: 'open', dialog: 'goods-in' }],
  ['F5', adult, { want: 'nothing' }],
  ['F6', idle, { want: 'open', dialog: 'reprint' }],
  ['F7', idle, { want: 'nothing' }],
  ['F8', idle, { want: 'switch-language' }],
  ['F9', idle, { want: 'toggle-mute' }],
  ['Tab', adult, null],
  ['F12', adult, null],
];

describe('a key', () => {
  it.each(named(rows))('$key at $at means $want', ({ key, session, intent }) => {
    expect(intentOf(key, showing(snapshotOf(session)))).toEqual(intent);
  });

  it('does not go below one mask', () => {
    const one = { ...mayBuyAdult, draft: { ...mayBuyAdult.draft, pieces: 1 } };
    expect(intentOf('ArrowDown', showing(snapshotOf(visitWith(one))))).toBeNull();
  });
});

describe('while a slip is doubtful', () => {
  const printer: CounterSnapshot['printer'] = {
    ...snapshotOf(idle).printer,
    doubtful: [{ jobId: 7, receiptNumber: '0042' }],
  };

  it.each([
    ['F7', 'printed'],
    ['F6', 'copy'],
  ] as const)('%s answers "%s"', (key, answer) => {
    const state = showing(snapshotOf(adult, { printer }));
    expect(intentOf(key, state)).toEqual({ want: 'settle-slip', jobId: 7, answer });
  });

  it('selling goes on', () => {
    expect(intentOf('Enter', showing(snapshotOf(adult, { printer })))).toEqual({ want: 'sell' });
  });

  it('nothing is answered that a notice hides', () => {
    const state = { ...showing(snapshotOf(adult, { printer })), notice: { about: 'scanned' } as const };
    expect(intentOf('F7', state)).toEqual({ want: 'nothing' });
  });
});
