import type { Fault, FaultKind } from '#protocol';
import { nextStep } from '#protocol';
import { exhaustive, type Instant, instant } from '#rules';

/** Why an exchange came to nothing: the centre said so, or there was no answer at all. */
export type Trouble = Fault | { readonly kind: 'no-line'; readonly detail?: string };

/** What the till's side of the sync is doing. */
export type SyncState =
  /** Nothing under way. `pushAt`: the till's place in the queue, if something is to be sent. */
  | { readonly phase: 'idle'; readonly pushAt: Instant | null; readonly pullAt: Instant }
  | { readonly phase: 'pushing'; readonly attempt: number }
  | { readonly phase: 'pulling'; readonly attempt: number }
  | {
      readonly phase: 'backing-off';
      readonly until: Instant;
      readonly attempt: number;
      readonly why: Trouble;
    }
  /** Until a person has done something; `why` says what. */
  | { readonly phase: 'halted'; readonly why: Trouble };

export type SyncInput =
  /** There are entries that the centre does not have. */
  | { readonly type: 'to-send' }
  /** The centre has something for this till. */
  | { readonly type: 'hint' }
  | { readonly type: 'time' }
  | { readonly type: 'pushed'; readonly unsent: number; readonly toPull: boolean }
  | { readonly type: 'pulled'; readonly unsent: number; readonly toPull: boolean }
  | { readonly type: 'failed'; readonly why: Trouble; readonly retryAfterMs: number | null }
  /** What the halt was about is done, or somebody wants it tried now. */
  | { readonly type: 'resumed' };

/** What each step needs to know beside its input. */
export interface StepContext {
  readonly now: Instant;
  /** From 0 up to 1: jitter, so that 7,000 tills do not come back in step. */
  readonly random: number;
  /** The till's place in the queue: milliseconds between a sale and its push. */
  readonly slotMs: number;
}

export const pauses = {
  firstMs: 500,
  mostMs: 60_000,
  /** For what a quick return cannot mend. */
  waitMs: 5 * 60_000,
  /** Between pulls while nothing happens; a hint that was lost costs no more than this. */
  pullMs: 30_000,
} as const;

/** How often *again at once* is believed before it is taken for a fault that stays. */
const againMost = 3;

/** The next state. Inputs that mean nothing in a state leave it as it is. */
export function step(state: SyncState, input: SyncInput, context: StepContext): SyncState {
  switch (input.type) {
    case 'to-send':
      return state.phase === 'idle' && state.pushAt === null
        ? { ...state, pushAt: later(context.now, context.slotMs) }
        : state;
    case 'hint':
      return state.phase === 'idle' ? { ...state, pullAt: context.now } : state;
    case 'time':
      return atTime(state, context);
    case 'pushed':
      if (state.phase !== 'pushing') return state;
      if (input.unsent > 0) return { phase: 'pushing', attempt: 0 };
      return input.toPull ? { phase: 'pulling', attempt: 0 } : idle(context);
    case 'pulled':
      if (state.phase !== 'pulling') return state;
      if (input.unsent > 0) return { phase: 'pushing', attempt: 0 };
      return input.toPull ? { phase: 'pulling', attempt: 0 } : idle(context);
    case 'failed':
      return state.phase === 'pushing' || state.phase === 'pulling'
        ? afterFailure(state, input, context)
        : state;
    case 'resumed':
      return state.phase === 'halted' || state.phase === 'backing-off'
        ? { phase: 'pushing', attempt: 0 }
        : state;
    default:
      return exhaustive(input);
  }
}

/** When the state wants `time`, or `null` where only an event moves it. */
export function wakesAt(state: SyncState): Instant | null {
  switch (state.phase) {
    case 'idle':
      return state.pushAt !== null && state.pushAt < state.pullAt ? state.pushAt : state.pullAt;
    case 'backing-off':
      return state.until;
    case 'pushing':
    case 'pulling':
    case 'halted':
      return null;
    default:
      return exhaustive(state);
  }
}

export const idleAt = (now: Instant): SyncState => ({ phase: 'idle', pushAt: now, pullAt: now });

function idle({ now, random }: StepContext): SyncState {
  return { phase: 'idle', pushAt: null, pullAt: later(now, pauses.pullMs * (0.5 + random)) };
}

function atTime(state: SyncState, { now }: StepContext): SyncState {
  if (state.phase === 'backing-off')
    return now >= state.until ? { phase: 'pushing', attempt: state.attempt } : state;
  if (state.phase !== 'idle') return state;
  if (state.pushAt !== null && now >= state.pushAt) return { phase: 'pushing', attempt: 0 };
  return now >= state.pullAt ? { phase: 'pulling', attempt: 0 } : state;
}

type Failing = Extract<SyncState, { phase: 'pushing' | 'pulling' }>;

function afterFailure(
  state: Failing,
  { why, retryAfterMs }: Extract<SyncInput, { type: 'failed' }>,
  { now, random }: StepContext,
): SyncState {
  const attempt = state.attempt + 1;
  const pause = (ms: number): Extract<SyncState, { phase: 'backing-off' }> => ({
    phase: 'backing-off',
    until: later(now, Math.max(ms, retryAfterMs === null ? 0 : retryAfterMs * (1 + random / 4))),
    attempt,
    why,
  });
  switch (stepAfter(why.kind)) {
    case 'stop':
      return { phase: 'halted', why };
    case 'wait':
      return pause(pauses.waitMs * (0.5 + random));
    case 'again':
    case 'send-from':
    case 'send-less':
      return attempt <= againMost ? { phase: state.phase, attempt } : pause(backOffMs(attempt, random));
    case 'back-off':
      // The centre has said when: a pause that doubles on top would starve whoever was sent away often.
      if (why.kind === 'busy' && retryAfterMs !== null) return { ...pause(0), attempt: state.attempt };
      return pause(backOffMs(attempt, random));
  }
}

const stepAfter = (kind: FaultKind | 'no-line') => (kind === 'no-line' ? 'back-off' : nextStep[kind]);

/** Full jitter: anything from nothing up to a bound that doubles. */
const backOffMs = (attempt: number, random: number): number =>
  random * Math.min(pauses.mostMs, pauses.firstMs * 2 ** Math.min(attempt, 10));

const later = (now: Instant, ms: number): Instant => instant(Math.ceil(now + ms));
