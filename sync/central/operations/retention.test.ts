import { describe, expect, it } from 'vitest';
import { manualTime } from '#fixtures/sync-kit';
import { openSqliteDatabase } from '../database/sqlite-database.ts';
import { describeRetention } from './retention.contract.ts';
import { createRetention } from './retention.ts';

describeRetention(async () => openSqliteDatabase({ folder: ':memory:' }));

describe('the daily run', () => {
  it('begins ten minutes after the start, comes back a day later, and ends when it is told', async () => {
    const time = manualTime();
    const done: (() => void)[] = [];
    const retention = createRetention({
      ...{ database: openSqliteDatabase({ folder: ':memory:' }), clock: time },
    });
    const start = time.now();
    const next = () => {
      const ran = new Promise<void>((resolve) => done.push(resolve));
      time.next();
      return ran;
    };
    const end = retention.keepUp({
      after: time.after,
      onDone: () => done.shift()?.(),
      onFault: (error) => {
        throw error;
      },
    });
    await next();
    expect(time.now() - start).toBe(600_000);
    await new Promise(setImmediate);
    await next();
    expect(time.now() - start).toBe(600_000 + 86_400_000);
    await end();
    expect(time.next()).toBe(false);
  });
});
