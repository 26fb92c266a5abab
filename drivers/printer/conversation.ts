import { exhaustive } from '#rules';
import type { DoubtReason, NotPrintedReason, PrinterStatus, PrintOutcome } from './printer.ts';
import { kindOfAnswer, readStatus, type StatusQuestion } from './status-bytes.ts';
import type { Written } from './transport.ts';

/** One at a time: the answers do not say which question they belong to. */
export type Question = StatusQuestion | 'processed';

/** Questions of one round: the first is asked and not yet answered. */
export interface Round {
  readonly open: readonly Question[];
  readonly heard: Readonly<Partial<Record<StatusQuestion, number>>>;
}

export type Phase =
  /** No line. A tick or a job opens one. */
  | { readonly at: 'apart' }
  | { readonly at: 'opening'; readonly job: 'none' | 'waiting' }
  /** Not one byte of a job has been handed over. `next`: this round decides whether the job can be. */
  | { readonly at: 'asking'; readonly round: Round; readonly job: 'none' | 'waiting' | 'next' }
  /** The line is open, nothing is under way. */
  | { readonly at: 'resting' }
  /** A job is being handed over: from here on it is doubtful until confirmed. */
  | { readonly at: 'sending' }
  /** All of it is handed over. In the meantime the status is asked for, to learn why a confirmation fails to come. */
  | { readonly at: 'confirming'; readonly round: Round | null }
  | { readonly at: 'closed' };

export interface Conversation {
  readonly phase: Phase;
  readonly status: PrinterStatus;
}

export type Input =
  /** The clock for polls and for new attempts at a line. */
  | { readonly type: 'tick' }
  /** An answer (in `asking`) or the confirmation (in `confirming`) did not come in time. */
  | { readonly type: 'time-out' }
  | { readonly type: 'opened' }
  | { readonly type: 'not-opened' }
  | { readonly type: 'lost' }
  | { readonly type: 'answered'; readonly byte: number }
  | { readonly type: 'written'; readonly written: Written }
  /** A composed job is ready. Comes only when none is under way. */
  | { readonly type: 'print' }
  | { readonly type: 'close' };

export type Effect =
  | { readonly type: 'open' }
  | { readonly type: 'ask'; readonly question: Question }
  | { readonly type: 'send' }
  | { readonly type: 'hang-up' }
  | { readonly type: 'end'; readonly outcome: PrintOutcome };

export interface Step {
  readonly next: Conversation;
  readonly effects: readonly Effect[];
}

export const firstConversation: Conversation = {
  phase: { at: 'apart' },
  status: { link: 'connecting', paper: 'unknown', cover: 'unknown' },
};

const unreachable: PrinterStatus = { link: 'unreachable', paper: 'unknown', cover: 'unknown' };

const poll: readonly Question[] = [1, 2, 3, 4];

/**
 * Before a job the printer must also confirm that it has processed all that came earlier. If a doubtful job still lies
 * in its buffer, the answer to *that* job may come instead; the true one then follows while the last question is
 * answered, where it is ignored, and cannot be taken for the confirmation of the new job.
 */
const beforeJob: readonly Question[] = [1, 2, 3, 4, 'processed', 1];

/** What happens next. An input that means nothing in the present phase returns the same conversation. */
export function converse(now: Conversation, input: Input): Step {
  if (input.type === 'close') return close(now);
  const { phase } = now;
  switch (phase.at) {
    case 'apart':
      if (input.type === 'tick') return go(now, { at: 'opening', job: 'none' }, { type: 'open' });
      if (input.type === 'print') return go(now, { at: 'opening', job: 'waiting' }, { type: 'open' });
      return stay(now);
    case 'opening':
      return whileOpening(now, phase, input);
    case 'asking':
      return whileAsking(now, phase, input);
    case 'resting':
      if (input.type === 'tick') return startRound(now, 'none');
      if (input.type === 'print') return startRound(now, 'next');
      return input.type === 'lost' ? part() : stay(now);
    case 'sending':
      return whileSending(now, input);
    case 'confirming':
      return whileConfirming(now, phase, input);
    case 'closed':
      return input.type === 'print' ? go(now, phase, notPrinted('closed')) : stay(now);
    default:
      return exhaustive(phase);
  }
}

function whileOpening(now: Conversation, phase: Extract<Phase, { at: 'opening' }>, input: Input): Step {
  switch (input.type) {
    case 'print':
      return go(now, { at: 'opening', job: 'waiting' });
    case 'opened':
      return startRound(now, phase.job === 'waiting' ? 'next' : 'none');
    case 'not-opened':
      return part(...endOfUnsent(phase.job, 'unreachable'));
    default:
      return stay(now);
  }
}

function whileAsking(now: Conversation, phase: Extract<Phase, { at: 'asking' }>, input: Input): Step {
  switch (input.type) {
    case 'print':
      return go(now, { ...phase, job: 'waiting' });
    case 'lost':
    case 'time-out':
      return part(...endOfUnsent(phase.job, 'unreachable'));
    case 'answered': {
      const round = hear(phase.round, input.byte);
      return round
        ? afterAnswer({ ...now, status: statusAfter(round, now.status) }, round, phase.job)
        : stay(now);
    }
    default:
      return stay(now);
  }
}

function afterAnswer(now: Conversation, round: Round, job: 'none' | 'waiting' | 'next'): Step {
  const [question] = round.open;
  const obstacle = allHeard(round) ? obstacleIn(now.status) : null;
  // A printer that is offline does not answer `processed`, so the rest of the round is left out.
  if (job === 'next' && obstacle) return go(now, { at: 'resting' }, notPrinted(obstacle));
  if (question) return go(now, { at: 'asking', round, job }, { type: 'ask', question });
  switch (job) {
    case 'none':
      return go(now, { at: 'resting' });
    case 'waiting':
      return startRound(now, 'next');
    case 'next':
      return go(now, { at: 'sending' }, { type: 'send' });
  }
}

function whileSending(now: Conversation, input: Input): Step {
  switch (input.type) {
    case 'lost':
      return part(doubtful('connection-lost'));
    case 'written':
      if (input.written === 'whole') return go(now, { at: 'confirming', round: null });
      return part(doubtful(doubtAfter[input.written]));
    case 'answered':
      // The confirmation may overtake the system's word that the last byte was taken.
      return kindOfAnswer(input.byte) === 'processed' ? go(now, { at: 'resting' }, confirmed) : stay(now);
    default:
      return stay(now);
  }
}

/** What a write that did not end well means for a job. */
export const doubtAfter: Readonly<Record<Exclude<Written, 'whole'>, DoubtReason>> = {
  broken: 'connection-lost',
  stalled: 'no-answer',
  'no-paper': 'paper-out',
};

function whileConfirming(now: Conversation, phase: Extract<Phase, { at: 'confirming' }>, input: Input): Step {
  switch (input.type) {
    case 'tick':
      if (phase.round) return stay(now);
      return go(now, { at: 'confirming', round: { open: poll, heard: {} } }, { type: 'ask', question: 1 });
    case 'lost':
      return part(doubtful('connection-lost'));
    case 'time-out':
      return part(doubtful('no-answer'));
    case 'answered': {
      if (kindOfAnswer(input.byte) === 'processed') return whenConfirmed(now, phase.round);
      const round = phase.round && hear(phase.round, input.byte);
      return round ? afterAnswerInJob({ ...now, status: statusAfter(round, now.status) }, round) : stay(now);
    }
    default:
      return stay(now);
  }
}

/** A question still open is waited for: its answer would otherwise be taken for that to the next question. */
function whenConfirmed(now: Conversation, round: Round | null): Step {
  return go(now, round ? { at: 'asking', round, job: 'none' } : { at: 'resting' }, confirmed);
}

function afterAnswerInJob(now: Conversation, round: Round): Step {
  const [question] = round.open;
  if (question) return go(now, { at: 'confirming', round }, { type: 'ask', question });
  const obstacle = obstacleIn(now.status);
  return obstacle
    ? go(now, { at: 'resting' }, doubtful(obstacle))
    : go(now, { at: 'confirming', round: null });
}

function close(now: Conversation): Step {
  const { phase } = now;
  const closed: Phase = { at: 'closed' };
  switch (phase.at) {
    case 'opening':
    case 'asking':
      return go(now, closed, { type: 'hang-up' }, ...endOfUnsent(phase.job, 'closed'));
    case 'sending':
    case 'confirming':
      return go(now, closed, { type: 'hang-up' }, doubtful('connection-lost'));
    case 'apart':
    case 'resting':
      return go(now, closed, { type: 'hang-up' });
    case 'closed':
      return stay(now);
  }
}

function startRound(now: Conversation, job: 'none' | 'next'): Step {
  const open = job === 'next' ? beforeJob : poll;
  return go(now, { at: 'asking', round: { open, heard: {} }, job }, { type: 'ask', question: 1 });
}

/** The round with the answer in it, or `null` if the byte is no answer to the question asked. */
function hear(round: Round, byte: number): Round | null {
  const [asked, ...open] = round.open;
  if (asked === undefined || kindOfAnswer(byte) !== (asked === 'processed' ? 'processed' : 'status'))
    return null;
  return { open, heard: asked === 'processed' ? round.heard : { ...round.heard, [asked]: byte } };
}

const allHeard = (round: Round): boolean => poll.every((question) => question in round.heard);

function statusAfter(
  { heard: { 1: one, 2: two, 3: three, 4: four } }: Round,
  before: PrinterStatus,
): PrinterStatus {
  if (one === undefined || two === undefined || three === undefined || four === undefined) return before;
  return readStatus({ 1: one, 2: two, 3: three, 4: four });
}

function obstacleIn(status: PrinterStatus): 'paper-out' | 'cover-open' | 'offline' | null {
  if (status.paper === 'out') return 'paper-out';
  if (status.cover === 'open') return 'cover-open';
  return status.link === 'online' ? null : 'offline';
}

const stay = (now: Conversation): Step => ({ next: now, effects: [] });
const go = ({ status }: Conversation, phase: Phase, ...effects: Effect[]): Step => ({
  next: { phase, status },
  effects,
});
const part = (...effects: Effect[]): Step => ({
  next: { phase: { at: 'apart' }, status: unreachable },
  effects: [{ type: 'hang-up' }, ...effects],
});

const confirmed: Effect = { type: 'end', outcome: { outcome: 'confirmed' } };
const notPrinted = (reason: NotPrintedReason): Effect => ({
  type: 'end',
  outcome: { outcome: 'not-printed', reason },
});
const doubtful = (reason: DoubtReason): Effect => ({ type: 'end', outcome: { outcome: 'doubtful', reason } });
const endOfUnsent = (job: 'none' | 'waiting' | 'next', reason: NotPrintedReason): Effect[] =>
  job === 'none' ? [] : [notPrinted(reason)];
