import { batchMost, type CentreKey, protocolVersion, pullHeardSchema } from '#protocol';
import type { Instant } from '#rules';
import { type AnswerBook, createAnswerBook, type Less } from './answer-book.ts';
import type { Answer, Exchange } from './exchange.ts';
import { type SyncInput, type SyncState, started, step, type Trouble, wakesAt } from './machine.ts';
import { createPushLine } from './push-line.ts';
import type { Station } from './station.ts';
import { type SyncStatus, standingOf } from './sync-status.ts';

/** Pushes the journal and pulls what concerns the till, for as long as it runs. */
export interface SyncClient {
  status(): SyncStatus;
  /** An entry was recorded. */
  toSend(): void;
  /** The centre has something. */
  hint(): void;
  /** Tries now, whatever it was waiting for. */
  resume(): void;
  /** Takes the answers of a file that came back. */
  readonly accept: AnswerBook['accept'];
  readonly receive: AnswerBook['receive'];
  subscribe(changed: () => void): () => void;
  /** Ends what is under way. What was not acknowledged is sent at the next start. */
  close(): Promise<void>;
}

export interface SyncClientDeps {
  readonly station: Station;
  readonly exchange: Exchange;
  readonly centreKeys: readonly CentreKey[];
  readonly now: () => Instant;
  readonly random: () => number;
  /** @returns what cancels it */
  readonly after: (ms: number, run: () => void) => () => void;
  /** Told of what only a fault of the program or of the disk explains. */
  readonly onFault: (error: unknown) => void;
}

const exchangeTimeoutMs = 20_000;
/** A clock that was set back by a year asks for a timer that no system has. */
const timerMostMs = 3_600_000;

export function createSyncClient(deps: SyncClientDeps): SyncClient {
  const { station, exchange, now, random, after, onFault } = deps;
  const listeners = new Set<() => void>();
  const line = createPushLine({ station, exchange, after, timeoutMs: exchangeTimeoutMs });
  const book = createAnswerBook(station, deps.centreKeys);
  let state: SyncState = started({ now: now(), random: random() });
  let batch = batchMost;
  let heardAt: Instant | null = null;
  let cancelTimer = (): void => {};
  let underWay: Promise<void> | null = null;
  let closed = false;

  const unsent = (): number => station.head().seq - station.acknowledged().seq;

  function move(input: SyncInput): void {
    const before = state;
    state = step(state, input, { now: now(), random: random(), slotMs: book.slotMs() });
    if (closed) return;
    if (state === before) {
      // The clock was set back while the timer ran, or the timer was cut: it waits for the rest.
      if (input.type === 'time' && wakesAt(state) !== null) act();
      return;
    }
    act();
    for (const listener of listeners) listener();
  }

  function act(): void {
    cancelTimer();
    if (state.phase === 'pushing' || state.phase === 'pulling') {
      // What was learnt during an exchange waits for its end.
      underWay ??= (state.phase === 'pushing' ? push() : pull()).then(ended, broke);
      return;
    }
    const at = wakesAt(state);
    if (at === null) return;
    cancelTimer = after(Math.min(Math.max(0, at - now()), timerMostMs), () => move({ type: 'time' }));
  }

  function ended(input: SyncInput): void {
    underWay = null;
    move(input);
  }

  /** The till's own disk or program failed: the line is not to blame, and trying on cannot make it worse. */
  function broke(error: unknown): void {
    onFault(error);
    ended(failure({ kind: 'broke' }));
  }

  async function push(): Promise<SyncInput> {
    const after = station.acknowledged();
    const head = station.head();
    if (head.seq < after.seq) return failure({ kind: 'rolled-back', seq: head.seq + 1 });
    const answer = await line.push({ after, batch });
    if (!answer.ok) {
      if (answer.why.kind === 'too-large') batch = Math.max(1, batch >> 1);
      return failed(answer);
    }
    heardAt = now();
    batch = answer.value.takes ?? batchMost;
    const trouble = book.accept(answer.value, lessThan(after.seq, answer.value.acknowledged.seq));
    if (trouble) return failure(trouble);
    return { type: 'pushed', unsent: unsent(), toPull: book.isBehind(answer.value) };
  }

  async function pull(): Promise<SyncInput> {
    const asked = book.asked();
    const body = Buffer.from(JSON.stringify({ protocol: protocolVersion, ...asked }));
    const answer = await exchange('/sync/pull', body, pullHeardSchema, exchangeTimeoutMs);
    if (!answer.ok) return failed(answer);
    heardAt = now();
    book.receive(answer.value, lessThan(asked.feed, answer.value.feed));
    return { type: 'pulled', unsent: unsent(), toPull: book.isBehind(answer.value) };
  }

  act();
  return {
    status: () => ({
      ...standingOf(state),
      unsent: Math.max(0, unsent()),
      oldestUnsentAt: station.oldestUnsentAt(),
      heardAt,
      refusedPolicy: book.refusedPolicy(),
    }),
    toSend: () => move({ type: 'to-send' }),
    hint: () => move({ type: 'hint' }),
    resume: () => move({ type: 'resumed' }),
    accept: book.accept,
    receive: book.receive,
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    async close() {
      closed = true;
      cancelTimer();
      await underWay;
    },
  };
}

/** Over the line an answer is of after its question: what is less than the question named was put back. */
const lessThan = (asked: number, answered: number): Less =>
  answered < asked ? 'put-back' : 'answered-earlier';
const failure = (why: Trouble): SyncInput => ({ type: 'failed', why, retryAfterMs: null });
const failed = ({ why, retryAfterMs }: Extract<Answer<unknown>, { ok: false }>): SyncInput => ({
  type: 'failed',
  why,
  retryAfterMs,
});
