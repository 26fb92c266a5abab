import { describe, expect, it } from 'vitest';
import type { CounterSnapshot, Session } from '#api';
import { defaultPreferences } from '../preferences.ts';
import type { Intent } from './intents.ts';
import { intentOf } from './keyboard.ts';
import {
  confirmed,
  confirmFirst,
  idle,
  mayBuyAdult,
  mayBuyEither,
  mayNot,
  mayNotVisit,
  problem,
  snapshotOf,
  soldVisit,
  visitOf,
  visitWith,
} from './sample-snapshots.ts';
import { type CounterState, startState } from './state.ts';

const adult = visitWith(mayBuyAdult);
const either = visitWith(mayBuyEither);
const confirm = visitWith(confirmFirst);
const looked = visitWith(confirmed);
const three = visitOf([mayBuyAdult, mayNot, mayBuyEither], { current: 'l2' });
const refused = visitOf([mayNot, mayNot]);

const showing = (snapshot: CounterSnapshot): CounterState => ({
  ...startState(defaultPreferences, false),
  snapshot,
});

type Row = readonly [key: string, session: Session, intent: Intent | null];
const named = (rows: readonly Row[]) =>
  rows.map(([key, session, intent]) => ({ key, session, intent, at: session.stage, want: intent?.want }));
const shows = (receiptNumber: string | null): Intent => ({
  want: 'send',
  command: { type: 'show-receipt', receiptNumber },
});

const rows: readonly Row[] = [
  ['Enter', adult, { want: 'sell' }],
  ['Enter', confirm, { want: 'sell' }],
  ['Enter', three, { want: 'sell' }],
  ['Enter', refused, { want: 'dismiss' }],
  ['Enter', mayNotVisit, { want: 'dismiss' }],
  ['Enter', soldVisit, { want: 'dismiss' }],
  ['Enter', problem, { want: 'dismiss' }],
  ['Enter', idle, null],
  [' ', confirm, { want: 'confirm-line' }],
  [' ', looked, null],
  [' ', adult, null],
  ['Escape', adult, { want: 'dismiss' }],
  ['Escape', mayNotVisit, { want: 'dismiss' }],
  ['Escape', problem, { want: 'dismiss' }],
  ['Escape', idle, null],
  ['1', adult, { want: 'set-pieces', pieces: 1 }],
  ['9', adult, { want: 'set-pieces', pieces: 9 }],
  ['0', either, { want: 'set-pieces', pieces: 10 }],
  ['3', mayNotVisit, null],
  ['3', three, null],
  ['3', soldVisit, null],
  ['3', problem, null],
  ['+', adult, { want: 'set-pieces', pieces: 4 }],
  ['-', adult, { want: 'set-pieces', pieces: 2 }],
  ['ArrowUp', three, { want: 'show-line', lineId: 'l1' }],
  ['ArrowDown', three, { want: 'show-line', lineId: 'l3' }],
  ['ArrowUp', adult, null],
  ['ArrowDown', adult, null],
  ['Delete', three, { want: 'remove-line', lineId: 'l2' }],
  ['Backspace', three, { want: 'remove-line', lineId: 'l2' }],
  ['Delete', soldVisit, null],
  ['ArrowRight', either, { want: 'choose-kind', kind: 'child' }],
  ['k', either, { want: 'choose-kind', kind: 'child' }],
  ['F2', either, { want: 'choose-kind', kind: 'child' }],
  ['k', adult, null],
  ['F2', adult, { want: 'open', dialog: 'language' }],
  ['F2', idle, { want: 'open', dialog: 'language' }],
  ['l', either, { want: 'open', dialog: 'language' }],
  ['q', soldVisit, shows('1090312-042')],
  ['q', adult, null],
  ['F1', idle, { want: 'open', dialog: 'help' }],
  ['F3', adult, { want: 'toggle-history' }],
  ['F4', problem, { want: 'open', dialog: 'goods-in' }],
  ['F5', adult, { want: 'open', dialog: 'by-hand' }],
  ['F5', problem, { want: 'open', dialog: 'by-hand' }],
  ['F6', idle, { want: 'open', dialog: 'slips' }],
  ['F7', idle, { want: 'open', dialog: 'tickets' }],
  ['F8', idle, { want: 'switch-language' }],
  ['F9', idle, { want: 'toggle-mute' }],
  ['F10', idle, { want: 'open', dialog: 'person' }],
  ['F11', idle, { want: 'open', dialog: 'menu' }],
  ['M', idle, { want: 'open', dialog: 'menu' }],
  ['Tab', adult, null],
  ['F12', adult, null],
];

describe('a key', () => {
  it.each(named(rows))('$key at $at means $want', ({ key, session, intent }) => {
    expect(intentOf(key, showing(snapshotOf(session)))).toEqual(intent);
  });

  it('does not go below one mask', () => {
    const one = { ...mayBuyAdult, draft: { ...mayBuyAdult.draft, pieces: 1 } };
    expect(intentOf('-', showing(snapshotOf(visitWith(one))))).toBeNull();
  });

  it('takes a shown receipt off the customer’s display', () => {
    const snapshot = snapshotOf(idle, { display: { language: 'en', receiptShown: '1090312-042' } });
    expect(intentOf('Escape', showing(snapshot))).toEqual(shows(null));
  });
});

describe('while nobody is signed in', () => {
  const empty = startState(defaultPreferences, false);

  it('the language can still be switched', () => {
    expect(intentOf('F8', empty)).toEqual({ want: 'switch-language' });
  });

  it.each(['F4', 'F5', 'F11'])('%s does nothing, not even what the browser would do', (key) => {
    expect(intentOf(key, empty)).toEqual({ want: 'nothing' });
  });

  it.each(['Enter', '1', 'F12', 'Tab'])('%s belongs to the sign-in', (key) => {
    expect(intentOf(key, empty)).toBeNull();
  });
});

describe('while a slip is doubtful', () => {
  const printer: CounterSnapshot['printer'] = {
    ...snapshotOf(idle).printer,
    doubtful: [{ jobId: 7, slip: 'receipt', reference: '1090312-042', name: '1090312-042' }],
  };

  it.each([
    ['F7', 'printed'],
    ['F6', 'copy'],
  ] as const)('%s answers "%s"', (key, answer) => {
    const state = showing(snapshotOf(adult, { printer }));
    expect(intentOf(key, state)).toEqual({ want: 'order', order: { type: 'settle-slip', jobId: 7, answer } });
  });

  it('selling goes on', () => {
    expect(intentOf('Enter', showing(snapshotOf(adult, { printer })))).toEqual({ want: 'sell' });
  });

  it('nothing is answered that a notice hides', () => {
    const state = { ...showing(snapshotOf(adult, { printer })), notice: { about: 'scanned' } as const };
    expect(intentOf('F7', state)).toEqual({ want: 'open', dialog: 'tickets' });
  });
});
