import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './fixtures/longest-first.ts';

const whole = ['fixtures/scenarios/**/*.test.ts', '**/*.pcsc.test.ts'];
const folders = '{terminal,drivers,sync,kiosk-ui,fixtures}';

export default defineConfig({
  test: {
    // Vitest would leave one core to itself, which has little to do while tests run.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongestFirst },
    // A bound for what never comes: figures are made anew once a second, which Vitest's own second is too short for.
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [`${folders}/**/*.test.{ts,tsx}`],
          exclude: whole,
          // Modules keep nothing from one test to the next, so that a worker need load them only once.
          isolate: false,
          // Bounds for what hangs, not measures of speed.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: whole,
          globalSetup: ['fixtures/build-once.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
