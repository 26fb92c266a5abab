import { describe, expect, it } from 'vitest';
import type { PhoneSnapshot } from '#api';
import { freshnessOf, type PhoneChange, type PhoneState, phoneAfter } from './phone-state.ts';

const snapshot = { revision: 7 } as PhoneSnapshot;
const looking: PhoneState = { stage: 'looking', snapshot, line: 'live', age: 0 };
const stateAfter = (...changes: PhoneChange[]) =>
  changes.reduce(phoneAfter, { stage: 'not-paired' } as PhoneState);

describe('a paired phone', () => {
  it('shows figures as soon as they come', () => {
    expect(stateAfter({ type: 'pairing' }, { type: 'connecting' }, { type: 'figures', snapshot })).toEqual(
      looking,
    );
  });

  it('keeps what it saw while the line is lost, and ages it', () => {
    const lost = stateAfter(
      { type: 'figures', snapshot },
      { type: 'lost' },
      { type: 'time-passed', age: 60_000 },
    );
    expect(lost).toEqual({ ...looking, line: 'lost', age: 60_000 });
    expect(phoneAfter(lost, { type: 'connecting' })).toEqual(lost);
    expect(phoneAfter(lost, { type: 'figures', snapshot })).toEqual(looking);
  });

  it('shows nothing any more once the pairing was ended', () => {
    const ended = stateAfter({ type: 'figures', snapshot }, { type: 'ended' });
    expect(ended).toEqual({ stage: 'ended' });
    expect(phoneAfter(ended, { type: 'lost' })).toEqual(ended);
  });

  it('that was refused says why', () => {
    expect(stateAfter({ type: 'pairing' }, { type: 'refused', code: 'wrong' })).toEqual({
      ...{ stage: 'refused', code: 'wrong' },
    });
  });
});

describe('figures', () => {
  it.each([
    ['live', 20 * 60_000, 'live'],
    ['lost', 60_000, 'aged'],
    ['lost', 15 * 60_000, 'old'],
  ] as const)('with the line %s and %d ms old are %s', (line, age, freshness) => {
    expect(freshnessOf({ line, age })).toBe(freshness);
  });
});
