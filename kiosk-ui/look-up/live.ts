import type { ChangesAnswer } from '#central-api';
import type { Ask } from './ask.ts';

export interface LiveDeps {
  readonly ask: Pick<Ask, 'changes'>;
  /** Calls back once, unless it is called off. */
  after(ms: number, then: () => void): () => void;
  seen(): 'seen' | 'hidden';
  answered(answer: ChangesAnswer): void;
  silent(): void;
}

/** Asks the centre for what changed, for as long as somebody looks at the page. */
export interface Live {
  start(cursor: number): void;
  /** Figures came that are no newer than this: what changed since is asked for once more. */
  goBack(cursor: number): void;
  /** At once: the page is seen again, or the line is back. */
  now(): void;
  stop(): void;
}

const everyMs = 3_000;
const atMostMs = 60_000;

export function createLive({ ask, after, seen, answered, silent }: LiveDeps): Live {
  let cursor = 0;
  let back = Number.POSITIVE_INFINITY;
  let failures = 0;
  let stage: 'idle' | 'waiting' | 'asking' = 'idle';
  let callOff = () => {};

  function wait(): void {
    callOff();
    stage = 'waiting';
    // Doubling, so that a centre in trouble is left alone by those who look at it.
    callOff = after(Math.min(everyMs * 2 ** failures, atMostMs), poll);
  }

  function poll(): void {
    // Whoever comes back to the page asks by `now`.
    if (seen() === 'hidden') {
      stage = 'idle';
      return;
    }
    stage = 'asking';
    cursor = Math.min(cursor, back);
    back = Number.POSITIVE_INFINITY;
    ask.changes(cursor).then(
      (answer) => {
        failures = 0;
        cursor = answer.cursor;
        if (stage === 'asking') wait();
        answered(answer);
      },
      () => {
        failures += 1;
        if (stage === 'asking') wait();
        silent();
      },
    );
  }

  return {
    start(from) {
      cursor = from;
      wait();
    },
    goBack(to) {
      back = Math.min(back, to);
    },
    now() {
      if (stage === 'asking') return;
      callOff();
      failures = 0;
      poll();
    },
    stop() {
      callOff();
      stage = 'idle';
    },
  };
}
