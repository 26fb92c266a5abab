import { type Fault, type LaterFault, type NextStep, nextStep } from '#protocol';
import { exhaustive, type Instant, instant } from '#rules';

/** Why an exchange came to nothing: the centre said so, or there was no answer at all. */
export type Trouble =
  | Fault
  /** Of a centre that is newer than this program. */
  | (LaterFault & { readonly step: 'wait' | 'back-off' })
  | { readonly kind: 'no-line'; readonly detail?: string };

/** Why nothing is sent though the centre answers. `until` is `null` where a person has to do something first. */
export interface Held {
  readonly why: Trouble;
  readonly until: Instant | null;
}

/** Whether the centre has said, since the exchange began, that it has something: perhaps only after it had answered. */
export type Hint = 'none' | 'came';

/** What the till's side of the sync is doing. Where pushes are `held`, rules and news are pulled all the same. */
export type SyncState =
  /** Nothing under way. `pushAt`: the till's place in the queue, if something is to be sent. */
  | {
      readonly phase: 'idle';
      readonly pushAt: Instant | null;
      readonly pullAt: Instant;
      readonly held: Held | null;
    }
  | { readonly phase: 'pushing'; readonly attempt: number; readonly hint: Hint }
  | {
      readonly phase: 'pulling';
      readonly attempt: number;
      readonly hint: Hint;
      readonly held: Held | null;
    }
  | {
      readonly phase: 'backing-off';
      readonly until: Instant;
      readonly attempt: number;
      readonly why: Trouble;
      readonly held: Held | null;
    }
  /** The centre does not take this till's word: nothing is asked until a person has done something. */
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
  /** At most so long after the start, and after a hint, which 7,000 tills hear in the same moment. */
  spreadMs: 900,
} as const;

/** How often *again at once* is believed before it is taken for a fault that stays. */
const againMost = 3;

/** The next state. Inputs that mean nothing in a state leave it as it is. */
export function step(state: SyncState, input: SyncInput, context: StepContext): SyncState {
  switch (input.type) {
    case 'to-send':
      return state.phase === 'idle' && state.pushAt === null && state.held === null
        ? { ...state, pushAt: later(context.now, context.slotMs) }
        : state;
    case 'hint':
      return atHint(state, context);
    case 'time':
      return atTime(state, context);
    case 'pushed':
      if (state.phase !== 'pushing') return state;
      if (input.unsent > 0) return pushing(state.hint);
      return input.toPull ? pulling(null) : afterHint(state.hint, idle(context, null), context);
    case 'pulled':
      if (state.phase !== 'pulling') return state;
      if (input.unsent > 0 && state.held === null) return pushing(state.hint);
      return input.toPull ? pulling(state.held) : afterHint(state.hint, idle(context, state.held), context);
    case 'failed':
      return afterFailure(state, input, context);
    case 'resumed':
      return afterResuming(state);
    default:
      return exhaustive(input);
  }
}

/** When the state wants `time`, or `null` where only an event moves it. */
export function wakesAt(state: SyncState): Instant | null {
  switch (state.phase) {
    case 'idle': {
      const others = [state.pushAt, state.held?.until ?? null].filter((at) => at !== null);
      return instant(Math.min(state.pullAt, ...others));
    }
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

/** How a program begins: with an exchange, but not in the same moment as all the others of a morning. */
export function started({ now, random }: Pick<StepContext, 'now' | 'random'>): SyncState {
  const at = later(now, pauses.spreadMs * random);
  return { phase: 'idle', pushAt: at, pullAt: at, held: null };
}

type Idle = Extract<SyncState, { phase: 'idle' }>;

/** Why pushes are put off, if they are. */
export const heldIn = (state: SyncState): Held | null => ('held' in state ? state.held : null);

// Each time another object: the same one would say that nothing happened.
const pushing = (hint: Hint = 'none'): Extract<SyncState, { phase: 'pushing' }> => ({
  phase: 'pushing',
  attempt: 0,
  hint,
});
const pulling = (held: Held | null): Extract<SyncState, { phase: 'pulling' }> => ({
  phase: 'pulling',
  attempt: 0,
  hint: 'none',
  held,
});

function idle({ now, random }: StepContext, held: Held | null): Idle {
  return { phase: 'idle', pushAt: null, pullAt: later(now, pauses.pullMs * (0.5 + random)), held };
}

function afterResuming(state: SyncState): SyncState {
  switch (state.phase) {
    case 'halted':
    case 'backing-off':
      return pushing();
    case 'idle':
      return state.held ? pushing() : state;
    case 'pulling':
      // One exchange at a time: its end sees what is to be sent.
      return state.held ? { ...state, held: null } : state;
    case 'pushing':
      return state;
    default:
      return exhaustive(state);
  }
}

/** A push that is to come asks as well, and brings the till its slot: the pull does not overtake it. */
function atHint(state: SyncState, context: StepContext): SyncState {
  switch (state.phase) {
    case 'idle':
      return afterHint('came', state, context);
    case 'pushing':
    case 'pulling':
      return state.hint === 'came' ? state : { ...state, hint: 'came' };
    // Whatever there is, the first answer after the pause says so.
    case 'backing-off':
    case 'halted':
      return state;
    default:
      return exhaustive(state);
  }
}

function afterHint(hint: Hint, state: Idle, { now, random }: StepContext): Idle {
  if (hint === 'none') return state;
  const at = later(now, pauses.spreadMs * random);
  const pullAt = instant(Math.min(state.pullAt, Math.max(at, state.pushAt ?? at)));
  return pullAt === state.pullAt ? state : { ...state, pullAt };
}

function atTime(state: SyncState, { now }: StepContext): SyncState {
  switch (state.phase) {
    case 'backing-off':
      if (now < state.until) return state;
      return isOver(state.held, now)
        ? { ...pushing(), attempt: state.attempt }
        : { ...pulling(state.held), attempt: state.attempt };
    case 'idle':
      if (state.held === null ? state.pushAt !== null && now >= state.pushAt : isOver(state.held, now))
        return pushing();
      return now >= state.pullAt ? pulling(state.held) : state;
    case 'pushing':
    case 'pulling':
    case 'halted':
      return state;
    default:
      return exhaustive(state);
  }
}

const isOver = (held: Held | null, now: Instant): boolean =>
  held === null || (held.until !== null && now >= held.until);

function afterFailure(
  state: SyncState,
  { why, retryAfterMs }: Extract<SyncInput, { type: 'failed' }>,
  { now, random }: StepContext,
): SyncState {
  if (state.phase !== 'pushing' && state.phase !== 'pulling') return state;
  const attempt = state.attempt + 1;
  const after = (ms: number): Instant =>
    later(now, Math.max(ms, retryAfterMs === null ? 0 : retryAfterMs * (1 + random / 4)));
  const pause = (ms: number): Extract<SyncState, { phase: 'backing-off' }> => ({
    phase: 'backing-off',
    until: after(ms),
    attempt,
    why,
    held: heldIn(state),
  });
  const hold = (until: Instant | null): SyncState => ({
    phase: 'idle',
    pushAt: null,
    pullAt: now,
    held: { why, until },
  });
  const waitMs = pauses.waitMs * (0.5 + random);
  switch (stepAfter(why)) {
    case 'stop':
      return state.phase === 'pushing' && !isAboutTheTill(why.kind) ? hold(null) : { phase: 'halted', why };
    case 'wait':
      return state.phase === 'pushing' ? hold(after(waitMs)) : pause(waitMs);
    case 'again':
    case 'send-from':
    case 'send-less':
      return attempt <= againMost ? { ...state, attempt } : pause(backOffMs(attempt, random));
    case 'back-off':
      // The centre has said when: a pause that doubles on top would starve whoever was sent away often.
      if (why.kind === 'busy' && retryAfterMs !== null) return { ...pause(0), attempt: state.attempt };
      return pause(backOffMs(attempt, random));
  }
}

/** What the till does next. */
export function stepAfter(why: Trouble): NextStep {
  switch (why.kind) {
    case 'no-line':
      return 'back-off';
    case 'later-fault':
      return why.step;
    default:
      return nextStep[why.kind];
  }
}

/** Whether the centre would say the same to whatever this till asks. Everything else is about what it sent. */
function isAboutTheTill(kind: Trouble['kind']): boolean {
  switch (kind) {
    case 'unknown-till':
    case 'revoked':
    case 'bad-signature':
    case 'protocol-too-old':
      return true;
    default:
      return false;
  }
}

/** Full jitter: anything from nothing up to a bound that doubles. */
const backOffMs = (attempt: number, random: number): number =>
  random * Math.min(pauses.mostMs, pauses.firstMs * 2 ** Math.min(attempt, 10));

const later = (now: Instant, ms: number): Instant => instant(Math.ceil(now + ms));
