import { describe, expect, it } from 'vitest';
import { createTimers } from './timers.ts';

/** Node comes to its timers only when the test waits. */
function opened() {
  let now = 0;
  const timers = createTimers({ elapsed: () => now });
  const lateBy = (ms: number) => {
    now += ms;
    timers.runLate();
  };
  return { start: timers.after, turn: timers.turn, lateBy };
}

describe('what is to be done after a while', () => {
  it('is done by whoever comes by where Node is late, and not again by Node', async () => {
    const { start, lateBy } = opened();
    const done: string[] = [];
    start(0, () => done.push('due'));
    start(60_000, () => done.push('in a minute'));
    start(0, () => done.push('cancelled'))();
    lateBy(99);
    expect(done).toEqual([]);
    lateBy(1);
    expect(done).toEqual(['due']);
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect(done).toEqual(['due']);
  });

  it('is done by Node, and not again by who comes by later', async () => {
    const { start, lateBy } = opened();
    let done = 0;
    await new Promise<void>((resolve) => {
      start(0, () => {
        done++;
        resolve();
      });
    });
    lateBy(1_000);
    expect(done).toBe(1);
  });

  it('keeps no process, but what waits for a turn does', async () => {
    const { start, turn } = opened();
    const keeping = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    const before = keeping();
    const cancel = start(60_000, () => {});
    expect(keeping()).toBe(before);
    const turned = turn();
    expect(keeping()).toBe(before + 1);
    await turned;
    expect(keeping()).toBe(before);
    cancel();
  });

  it('may ask for more', () => {
    const { start, lateBy } = opened();
    let done = 0;
    const again = (): void => {
      done++;
      start(0, again);
    };
    start(0, again);
    for (let n = 0; n < 3; n++) lateBy(100);
    expect(done).toBe(3);
  });
});
