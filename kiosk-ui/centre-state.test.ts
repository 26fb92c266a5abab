import { describe, expect, it } from 'vitest';
import type { CentralView } from '#api';
import { type CentreState, centreState, haltOf, mendedByCode } from './centre-state.ts';

const idle = {
  mode: 'enrolled',
  phase: 'idle',
  line: 'up',
  why: null,
  equal: true,
  heardAt: 1,
} as unknown as CentralView;

describe('how the till stands with the centre', () => {
  it.each([
    ['a till without a centre', { mode: 'none', phase: null, equal: false }, 'none'],
    ['a till that the centre does not know', { mode: 'not-enrolled', phase: null }, 'not-enrolled'],
    ['both ends having the same last entry', {}, 'equal'],
    ['an entry that waits for its turn', { equal: false }, 'online'],
    ['entries under way', { phase: 'pushing', equal: false }, 'online'],
    ['a program that has just begun', { equal: false, heardAt: null }, 'connecting'],
    ['no line', { phase: 'backing-off', line: 'down', why: 'no-line' }, 'offline'],
    ['a centre that does not take them yet', { phase: 'backing-off', why: 'unknown-entry' }, 'waiting'],
    ['a newer centre that does not', { phase: 'backing-off', why: 'later-fault' }, 'waiting'],
    [
      'a newer centre where something broke',
      { phase: 'backing-off', line: 'down', why: 'later-fault' },
      'offline',
    ],
    ['a copied disk', { phase: 'halted', why: 'fork' }, 'halted'],
  ] as [string, Partial<CentralView>, CentreState][])('with %s is "%s"', (_, change, state) => {
    expect(centreState({ ...idle, ...change })).toBe(state);
  });
});

describe('a till that has stopped sending', () => {
  it.each([
    ['fork', 'copied', true],
    ['rolled-back', 'copied', true],
    ['revoked', 'revoked', true],
    ['unknown-till', 'not-known', true],
    ['protocol-too-old', 'old-program', false],
    ['broken-chain', 'damaged', false],
    ['bad-request', 'stopped', false],
  ] as const)('for %s is "%s", and a new code mends it: %s', (why, halt, mended) => {
    expect(haltOf(why)).toBe(halt);
    expect(mendedByCode(halt)).toBe(mended);
  });
});
