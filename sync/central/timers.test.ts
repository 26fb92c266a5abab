import { describe, expect, it } from 'vitest';
import { after as later, runLate } from './timers.ts';

/** Keeps Node from its timers, as a thousand connections do. */
function keepBusy(ms: number): void {
  for (const begun = performance.now(); performance.now() - begun < ms; );
}

describe('what is to be done after a while', () => {
  it('is done by whoever comes by, once, where Node is late', async () => {
    const done: string[] = [];
    later(0, () => done.push('first'));
    later(60_000, () => done.push('never'));
    const cancel = later(0, () => done.push('cancelled'));
    cancel();
    runLate();
    expect(done).toEqual([]);
    keepBusy(150);
    runLate();
    expect(done).toEqual(['first']);
    await new Promise((resolve) => later(1, () => resolve(null)));
    expect(done).toEqual(['first']);
  });

  it('may ask for more', () => {
    const done: number[] = [];
    const again = (): void => void later(0, () => done.push(done.length) < 3 && again());
    again();
    for (let n = 0; n < 3; n++) {
      keepBusy(150);
      runLate();
    }
    expect(done).toEqual([0, 1, 2]);
  });
});
