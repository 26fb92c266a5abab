import { expect, it } from 'vitest';
import { manualTime } from '#fixtures/sync-kit';
import type { HolderKey } from '#rules';
import { createCentreTime } from './centre-time.ts';
import { createExchange } from './exchange.ts';
import { createQuotaQuestion } from './quota-question.ts';
import type { SyncStatus } from './sync-status.ts';
import { NoLine } from './transport.ts';

const holder = 'a'.repeat(64) as HolderKey;

/** A line on which nothing comes back, and whose time-outs a test lets pass. */
function aHangingLine(line: SyncStatus['line']) {
  const time = manualTime();
  const asked: string[] = [];
  const askQuota = createQuotaQuestion({
    status: () => ({ line }),
    exchange: createExchange({
      ...{ sign: () => ({}), time: createCentreTime(time.now) },
      transport: {
        ask: ({ path }, timeoutMs) =>
          new Promise((_resolve, reject) => {
            asked.push(path);
            time.after(timeoutMs, () => reject(new NoLine('too slow')));
          }),
        close: () => undefined,
      },
    }),
  });
  return { time, asked, askQuota };
}

it('what the till knows itself stands when the line hangs, after 400 ms', async () => {
  const { time, askQuota } = aHangingLine('up');
  const began = time.now();
  const answered = askQuota([holder]);
  time.next();
  expect(await answered).toEqual({ from: 'local' });
  expect(time.now() - began).toBe(400);
});

it.each(['down', 'refused'] as const)('nothing is asked where the line is %s', async (line) => {
  const { asked, askQuota } = aHangingLine(line);
  expect(await askQuota([holder])).toEqual({ from: 'local' });
  expect(asked).toEqual([]);
});
