import { defineConfig } from 'vitest/config';

const whole = ['fixtures/scenarios/**/*.test.ts', '**/*.pcsc.test.ts'];
const folders = '{terminal,drivers,sync,kiosk-ui,fixtures}';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [`${folders}/**/*.test.{ts,tsx}`],
          exclude: whole,
          // Bounds for what hangs, not measures of speed.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'whole',
          include: whole,
          globalSetup: ['fixtures/build-once.ts'],
          // One PC/SC daemon and two fixed ports for its virtual reader on a machine: these tests take turns.
          maxWorkers: 1,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
