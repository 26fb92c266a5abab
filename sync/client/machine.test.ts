import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultKindSchema, type NextStep, nextStep } from '#protocol';
import { instant } from '#rules';
import {
  type Held,
  pauses,
  type SyncInput,
  type SyncState,
  started,
  step,
  type Trouble,
  wakesAt,
} from './machine.ts';
import { type Standing, standingOf } from './sync-status.ts';

const now = instant(1_000_000);
type Known = Exclude<Trouble['kind'], 'later-fault'>;
const soon = instant(now + pauses.spreadMs / 2);
const context = { now, random: 0.5, slotMs: 300 };
const resting: Extract<SyncState, { phase: 'idle' }> = {
  phase: 'idle',
  pushAt: null,
  pullAt: instant(now + 30_000),
  held: null,
};
const pushing: Extract<SyncState, { phase: 'pushing' }> = { phase: 'pushing', attempt: 0, hint: 'none' };
const pulling: Extract<SyncState, { phase: 'pulling' }> = {
  phase: 'pulling',
  attempt: 0,
  hint: 'none',
  held: null,
};
const backingOff: Extract<SyncState, { phase: 'backing-off' }> = {
  phase: 'backing-off',
  until: instant(now + 1000),
  attempt: 2,
  why: { kind: 'no-line' },
  held: null,
};
const halted: SyncState = { phase: 'halted', why: { kind: 'revoked' } };
const failed = (kind: Known): SyncInput => ({ type: 'failed', why: { kind }, retryAfterMs: null });
const waiting: Held = { why: { kind: 'entry-in-future' }, until: instant(now + pauses.waitMs) };
const forked: Held = { why: { kind: 'fork' }, until: null };
const restingHeld = (held: Held): typeof resting => ({ ...resting, held });

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
    ['a hint is followed, not by all at once', resting, { type: 'hint' }, { ...resting, pullAt: soon }],
    [
      'a hint does not put off a pull that is due',
      { ...resting, pullAt: now },
      { type: 'hint' },
      { ...resting, pullAt: now },
    ],
    [
      'a hint does not overtake a push, which asks as well',
      { ...resting, pushAt: instant(now + 600) },
      { type: 'hint' },
      { ...resting, pushAt: instant(now + 600), pullAt: instant(now + 600) },
    ],
    ['a hint while pushing is kept', pushing, { type: 'hint' }, { ...pushing, hint: 'came' }],
    ['a hint while pulling is kept', pulling, { type: 'hint' }, { ...pulling, hint: 'came' }],
    [
      'what was hinted at while pushing is pulled',
      { ...pushing, hint: 'came' },
      { type: 'pushed', unsent: 0, toPull: false },
      { ...resting, pullAt: soon },
    ],
    [
      'what was hinted at while pulling is pulled',
      { ...pulling, hint: 'came' },
      { type: 'pulled', unsent: 0, toPull: false },
      { ...resting, pullAt: soon },
    ],
    [
      'a hint outlives the next batch',
      { ...pushing, hint: 'came' },
      { type: 'pushed', unsent: 9, toPull: false },
      { ...pushing, hint: 'came' },
    ],
    [
      'a hint outlives a stale date',
      { ...pulling, hint: 'came' },
      failed('stale-request'),
      { ...pulling, attempt: 1, hint: 'came' },
    ],
    ['time to pull', { ...resting, pullAt: now }, { type: 'time' }, pulling],
    ['too early', resting, { type: 'time' }, resting],
    ['more to send is sent at once', pushing, { type: 'pushed', unsent: 3, toPull: true }, pushing],
    ['all sent, and something to pull', pushing, { type: 'pushed', unsent: 0, toPull: true }, pulling],
    ['sold while it pulled', pulling, { type: 'pulled', unsent: 1, toPull: false }, pushing],
    ['a sale while pushing is seen by its answer', pushing, { type: 'to-send' }, pushing],
    ['no line', pushing, failed('no-line'), { ...backingOff, until: instant(now + 500), attempt: 1 }],
    ['a till that is not known halts', pushing, failed('revoked'), halted],
    [
      'a fork stops what is sent, and what is pulled goes on at once',
      pushing,
      failed('fork'),
      { ...restingHeld(forked), pullAt: now },
    ],
    [
      'what the centre takes later is put off, and what is pulled goes on at once',
      pushing,
      failed('entry-in-future'),
      { ...restingHeld(waiting), pullAt: now },
    ],
    [
      'a sale does not bring forward what is put off',
      restingHeld(waiting),
      { type: 'to-send' },
      restingHeld(waiting),
    ],
    ['nor what waits for a person', restingHeld(forked), { type: 'to-send' }, restingHeld(forked)],
    [
      'a hint is followed while pushes wait',
      restingHeld(forked),
      { type: 'hint' },
      { ...restingHeld(forked), pullAt: soon },
    ],
    [
      'it is time to pull while pushes wait',
      { ...restingHeld(forked), pullAt: now },
      { type: 'time' },
      { ...pulling, held: forked },
    ],
    [
      'pulled while pushes wait',
      { ...pulling, held: forked },
      { type: 'pulled', unsent: 3, toPull: false },
      restingHeld(forked),
    ],
    [
      'no line to pull over while pushes wait',
      { ...pulling, held: waiting },
      failed('no-line'),
      { ...backingOff, until: instant(now + 500), attempt: 1, held: waiting },
    ],
    [
      'the line is tried again by pulling while pushes wait',
      { ...backingOff, until: now, held: forked },
      { type: 'time' },
      { ...pulling, attempt: 2, held: forked },
    ],
    [
      'what was put off is tried when its time has come',
      restingHeld({ ...waiting, until: now }),
      { type: 'time' },
      pushing,
    ],
    ['a person sends what is put off', restingHeld(waiting), { type: 'resumed' }, pushing],
    [
      'a person sends what was stopped, after the pull',
      { ...pulling, held: forked },
      { type: 'resumed' },
      pulling,
    ],
    ['a till that is found unknown by a pull halts', { ...pulling, held: forked }, failed('revoked'), halted],
    ['a stale date is signed again at once', pulling, failed('stale-request'), { ...pulling, attempt: 1 }],
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

  it.each(['busy', 'no-line'] as const)(
    'where it is %s never comes back before Retry-After, and spreads what comes after',
    (kind) => {
      const input: SyncInput = { type: 'failed', why: { kind }, retryAfterMs: 8_000 };
      const until = (random: number) => wakesAt(step(pushing, input, { ...context, random }));
      expect(until(0)).toBe(now + 8_000);
      expect(until(0.999)).toBeGreaterThan(now + 9_900);
    },
  );

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
          const next = step({ phase: 'pushing', attempt, hint: 'none' }, failed('no-line'), {
            ...context,
            random,
          });
          const bound = Math.min(pauses.mostMs, pauses.firstMs * 2 ** (attempt + 1));
          expect(wakesAt(next)).toBe(Math.ceil(now + random * bound));
        },
      ),
    );
  });

  it('does with every fault of a push what the protocol says, and asks on where it is still known', () => {
    const notKnown: readonly Known[] = ['unknown-till', 'revoked', 'bad-signature', 'protocol-too-old'];
    for (const kind of faultKindSchema.options) {
      const { phase, line } = standingOf(step(pushing, failed(kind), context));
      const expected: Record<NextStep, Partial<Standing>> = {
        stop: { phase: 'halted', line: notKnown.includes(kind) ? 'refused' : 'up' },
        wait: { phase: 'backing-off', line: 'up' },
        'back-off': { phase: 'backing-off', line: 'down' },
        again: { phase: 'pushing', line: 'up' },
        'send-from': { phase: 'pushing', line: 'up' },
        'send-less': { phase: 'pushing', line: 'up' },
      };
      expect({ kind, phase, line }).toEqual({ kind, ...expected[nextStep[kind]] });
    }
  });

  it('does with a later fault what its status says', () => {
    const later = (kind: 'wait' | 'back-off') => {
      const why: Trouble = { kind: 'later-fault', named: 'outlet-closed', step: kind };
      return standingOf(step(pushing, { type: 'failed', why, retryAfterMs: null }, context));
    };
    expect(later('wait')).toMatchObject({
      phase: 'backing-off',
      line: 'up',
      why: { named: 'outlet-closed' },
    });
    expect(later('back-off')).toMatchObject({ phase: 'backing-off', line: 'down' });
  });

  it('says why entries wait, and until when, whatever else it does meanwhile', () => {
    const { why, until } = waiting;
    const putOff = { phase: 'backing-off', why, until, line: 'up' };
    expect(standingOf(restingHeld(waiting))).toEqual(putOff);
    expect(standingOf({ ...pulling, held: waiting })).toEqual(putOff);
    const stopped = { phase: 'halted', why: forked.why, until: null };
    expect(standingOf({ ...pulling, held: forked })).toEqual({ ...stopped, line: 'up' });
    expect(standingOf({ ...backingOff, held: forked })).toEqual({ ...stopped, line: 'down' });
    expect(standingOf({ ...backingOff, held: waiting })).toMatchObject({
      why: { kind: 'no-line' },
      line: 'down',
    });
  });

  it('begins with a push within a second, each till at its own moment', () => {
    const first = (random: number) => started({ now, random });
    expect([wakesAt(first(0)), wakesAt(first(0.5))]).toEqual([now, soon]);
    expect(wakesAt(first(0.999))).toBeLessThan(now + 1_000);
    expect(step(first(0), { type: 'time' }, context)).toEqual(pushing);
    // The line for hints connects meanwhile, and says so by a hint.
    expect(wakesAt(step(first(0.5), { type: 'hint' }, { ...context, random: 0 }))).toBe(soon);
  });
});
