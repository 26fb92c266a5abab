import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultKindSchema, nextStep } from '#protocol';
import { instant } from '#rules';
import { idleAt, pauses, type SyncInput, type SyncState, step, wakesAt } from './machine.ts';

const now = instant(1_000_000);
const context = { now, random: 0.5, slotMs: 300 };
const resting: SyncState = { phase: 'idle', pushAt: null, pullAt: instant(now + 30_000) };
const pushing: SyncState = { phase: 'pushing', attempt: 0 };
const pulling: SyncState = { phase: 'pulling', attempt: 0 };
const backingOff: SyncState = {
  phase: 'backing-off',
  until: instant(now + 1000),
  attempt: 2,
  why: { kind: 'no-line' },
};
const halted: SyncState = { phase: 'halted', why: { kind: 'fork', seq: 7 } };
const failed = (kind: 'no-line' | 'busy' | 'fork' | 'unknown-entry' | 'stale-request'): SyncInput => ({
  type: 'failed',
  why: { kind },
  retryAfterMs: null,
});

describe('the machine of the sync', () => {
  it.each<[string, SyncState, SyncInput, SyncState]>([
    ['a sale waits for its slot', resting, { type: 'to-send' }, { ...resting, pushAt: instant(now + 300) }],
    [
      'a second sale does not put the first one off',
      { ...resting, pushAt: instant(now + 10) },
      { type: 'to-send' },
      { ...resting, pushAt: instant(now + 10) },
    ],
    ['the slot comes', { ...resting, pushAt: now }, { type: 'time' }, pushing],
    ['a hint is followed', resting, { type: 'hint' }, { ...resting, pullAt: now }],
    ['time to pull', { ...resting, pullAt: now }, { type: 'time' }, pulling],
    ['too early', resting, { type: 'time' }, resting],
    ['more to send is sent at once', pushing, { type: 'pushed', unsent: 3, toPull: true }, pushing],
    ['all sent, and something to pull', pushing, { type: 'pushed', unsent: 0, toPull: true }, pulling],
    ['sold while it pulled', pulling, { type: 'pulled', unsent: 1, toPull: false }, pushing],
    ['a sale while pushing is seen by its answer', pushing, { type: 'to-send' }, pushing],
    ['no line', pushing, failed('no-line'), { ...backingOff, until: instant(now + 500), attempt: 1 }],
    ['a fork halts', pushing, failed('fork'), { phase: 'halted', why: { kind: 'fork' } }],
    [
      'a stale date is signed again at once',
      pulling,
      failed('stale-request'),
      { phase: 'pulling', attempt: 1 },
    ],
    ['nothing wakes a halted till', halted, { type: 'to-send' }, halted],
    ['but a person', halted, { type: 'resumed' }, pushing],
    ['a hint does not shorten a back-off', backingOff, { type: 'hint' }, backingOff],
    ['a person does', backingOff, { type: 'resumed' }, pushing],
    ['an answer that nobody waits for', resting, { type: 'pushed', unsent: 0, toPull: true }, resting],
  ])('%s', (_, state, input, next) => expect(step(state, input, context)).toEqual(next));

  it('goes back to rest and pulls again within its bounds', () => {
    const rest = step(pushing, { type: 'pushed', unsent: 0, toPull: false }, context);
    expect(wakesAt(rest)).toBe(now + pauses.pullMs);
  });

  it('takes a centre that keeps saying *again* for one that is out of order', () => {
    let state: SyncState = pushing;
    for (let i = 0; i < 4; i++) state = step(state, failed('stale-request'), context);
    expect(state).toMatchObject({ phase: 'backing-off', attempt: 4 });
  });

  it('never comes back before Retry-After, and spreads what comes after', () => {
    const input: SyncInput = { type: 'failed', why: { kind: 'busy' }, retryAfterMs: 8_000 };
    const until = (random: number) => wakesAt(step(pushing, input, { ...context, random }));
    expect(until(0)).toBe(now + 8_000);
    expect(until(0.999)).toBeGreaterThan(now + 9_900);
  });

  it('comes back when the centre says, however often it was sent away before', () => {
    const sentAway: SyncInput = { type: 'failed', why: { kind: 'busy' }, retryAfterMs: 1_000 };
    let state: SyncState = pushing;
    let at = now;
    for (let times = 0; times < 20; times++) {
      state = step(state, sentAway, { ...context, now: at, random: 0.999 });
      expect(wakesAt(state)).toBeLessThanOrEqual(at + 1_250);
      at = instant(wakesAt(state) ?? 0);
      state = step(state, { type: 'time' }, { ...context, now: at });
    }
    expect(state).toEqual(pushing);
  });

  it('doubles its bound up to a minute, with full jitter', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (attempt, random) => {
          const next = step({ phase: 'pushing', attempt }, failed('no-line'), { ...context, random });
          const bound = Math.min(pauses.mostMs, pauses.firstMs * 2 ** (attempt + 1));
          expect(wakesAt(next)).toBe(Math.ceil(now + random * bound));
        },
      ),
    );
  });

  it('does with every fault of the centre what the protocol says', () => {
    for (const kind of faultKindSchema.options) {
      const next = step(pushing, { type: 'failed', why: { kind }, retryAfterMs: null }, context);
      const phase = { stop: 'halted', wait: 'backing-off', 'back-off': 'backing-off' }[
        nextStep[kind] as 'stop'
      ];
      expect(next.phase).toBe(phase ?? 'pushing');
    }
  });

  it('begins with an exchange', () => {
    expect(step(idleAt(now), { type: 'time' }, context)).toEqual(pushing);
  });
});
