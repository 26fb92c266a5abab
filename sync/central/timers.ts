import type { Clock } from '#rules';
import { createClock } from './clock.ts';

export interface Timers {
  /** Keeps no process from ending. @returns what cancels it */
  after(ms: number, run: () => void): () => void;
  /** Until others had their turn. Whoever waits for it goes on, so it keeps the process from ending. */
  turn(): Promise<void>;
  /**
   * Runs what is late. While a thousand connections and more have something to read, Node reads them again and again,
   * for half a minute and longer, before it looks at its timers: so whoever is read from lets them run.
   */
  runLate(): void;
}

/** Timers are late by less than this unless Node does not come to them; as often it is looked. */
const lateMs = 100;

export function createTimers({ elapsed }: Pick<Clock, 'elapsed'>): Timers {
  const waiting = new Set<{ readonly dueAt: number; readonly run: () => void }>();
  let lookedAt = elapsed();

  function begin(ms: number, run: () => void): { readonly timer: NodeJS.Timeout; readonly end: () => void } {
    const end = () => {
      clearTimeout(timer);
      waiting.delete(one);
    };
    const one = {
      dueAt: elapsed() + ms,
      run() {
        end();
        run();
      },
    };
    const timer = setTimeout(one.run, ms);
    waiting.add(one);
    return { timer, end };
  }

  return {
    after(ms, run) {
      const { timer, end } = begin(ms, run);
      timer.unref();
      return end;
    },
    turn: () => new Promise((resolve) => void begin(0, resolve)),
    runLate() {
      const now = elapsed();
      if (now - lookedAt < lateMs) return;
      lookedAt = now;
      for (const one of [...waiting]) if (one.dueAt <= now - lateMs) one.run();
    },
  };
}

/** Of this process. */
export const { after, turn, runLate } = createTimers(createClock());

/** So long after the last is done, the next begins. @returns what ends it, after what is under way */
export function every(
  ms: number,
  work: () => Promise<unknown>,
  onFault: (error: unknown) => void,
): () => Promise<void> {
  let ended = false;
  let underWay: Promise<void> = Promise.resolve();
  let cancel = (): void => {};
  const plan = () => {
    if (ended) return;
    cancel = after(ms, () => {
      underWay = work()
        .then(() => {}, onFault)
        .then(plan);
    });
  };
  plan();
  return async () => {
    ended = true;
    cancel();
    await underWay;
  };
}
