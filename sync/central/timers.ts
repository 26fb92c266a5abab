import { createClock } from './clock.ts';

interface Waiting {
  readonly dueAt: number;
  readonly run: () => void;
}

const { elapsed } = createClock();
const waiting = new Set<Waiting>();
/** Of those that wait, the first. */
let firstDueAt = Number.POSITIVE_INFINITY;
/** Timers are late by less than this unless Node does not come to them. */
const lateMs = 100;

/** @returns what cancels it */
export function after(ms: number, run: () => void): () => void {
  const end = () => {
    clearTimeout(timer);
    waiting.delete(one);
  };
  const one: Waiting = {
    dueAt: elapsed() + ms,
    run() {
      end();
      run();
    },
  };
  const timer = setTimeout(one.run, ms);
  timer.unref();
  waiting.add(one);
  firstDueAt = Math.min(firstDueAt, one.dueAt);
  return end;
}

/**
 * Runs what is late. While a thousand connections and more have something to read, Node reads them again and again, for
 * half a minute and longer, before it looks at its timers: so whoever is read from lets them run.
 */
export function runLate(): void {
  const lateBefore = elapsed() - lateMs;
  if (firstDueAt > lateBefore) return;
  for (const one of [...waiting]) if (one.dueAt <= lateBefore) one.run();
  firstDueAt = Number.POSITIVE_INFINITY;
  for (const { dueAt } of waiting) firstDueAt = Math.min(firstDueAt, dueAt);
}

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
