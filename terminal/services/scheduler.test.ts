import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createSetClock } from '#fixtures/counter-kit';
import { type Instant, instant } from '#rules';
import { createSchedule } from './scheduler.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function aSchedule() {
  const clock = createSetClock('2020-03-12T09:00:00+08:00');
  const schedule = createSchedule(clock);
  const ran: Instant[] = [];
  const pass = (ms: number) => {
    for (let left = ms; left > 0; left -= 1_000) {
      clock.advance(1_000);
      vi.advanceTimersByTime(1_000);
    }
  };
  return { clock, schedule, ran, pass, run: () => ran.push(clock.now()) };
}

it('runs at its instant, however far away', () => {
  const { clock, schedule, ran, pass, run } = aSchedule();
  const at = instant(clock.now() + 600_000);
  schedule(at, run);
  pass(599_000);
  expect(ran).toEqual([]);
  pass(2_000);
  expect(ran).toEqual([at]);
});

it('does not run what was called off', () => {
  const { clock, schedule, ran, pass, run } = aSchedule();
  schedule(instant(clock.now() + 60_000), run)();
  pass(120_000);
  expect(ran).toEqual([]);
});

it('notices soon that the clock was set', () => {
  const { clock, schedule, ran, pass, run } = aSchedule();
  schedule(instant(clock.now() + 24 * 3_600_000), run);
  clock.jump('2020-03-13T09:00:01+08:00');
  pass(31_000);
  expect(ran).toHaveLength(1);
});

it('runs what is due already, but not within the call', () => {
  const { clock, schedule, ran, pass, run } = aSchedule();
  schedule(clock.now(), run);
  expect(ran).toEqual([]);
  pass(1_000);
  expect(ran).toHaveLength(1);
});
