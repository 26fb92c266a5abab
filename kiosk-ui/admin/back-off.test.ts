import { describe, expect, it } from 'vitest';
import { createBackOff } from './back-off.ts';

function aBackOff() {
  const waits: number[] = [];
  let planned: (() => void) | null = null;
  const backOff = createBackOff({
    random: () => 0.5,
    after: (ms, run) => {
      waits.push(ms);
      planned = run;
      return () => {
        planned = null;
      };
    },
  });
  return { backOff, waits, planned: () => planned, pass: () => planned?.() };
}

describe('trying again', () => {
  it('waits twice as long each time, and half a minute at most, until it worked', () => {
    const { backOff, waits } = aBackOff();
    for (let n = 0; n < 7; n++) backOff.plan(() => {});
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    backOff.reset();
    backOff.plan(() => {});
    expect(waits.at(-1)).toBe(1_000);
  });

  it('does at once what somebody presses for, and then not a second time', () => {
    const { backOff, planned, pass } = aBackOff();
    let tried = 0;
    backOff.plan(() => tried++);
    backOff.hurry();
    expect([tried, planned()]).toEqual([1, null]);
    backOff.hurry();
    pass();
    expect(tried).toBe(1);
  });
});
