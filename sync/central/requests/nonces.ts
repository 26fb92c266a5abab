import { dateToleranceMs } from '#protocol';
import type { Clock, Instant, OutletCode } from '#rules';
import type { CentralDatabase } from '../database/database.ts';
import { createNumberSet, type NumberSet } from './number-set.ts';

/** Remembers requests for as long as their date would be accepted, so that none is taken twice. */
export interface Nonces {
  /** `forgotten`: dated so early that nobody could tell whether it was seen. */
  take(outlet: OutletCode, nonce: string, date: Instant): Promise<'fresh' | 'seen' | 'forgotten'>;
}

type NonceClock = Pick<Clock, 'now'>;

const minuteMs = 60_000;

/** Of one process, in memory. What was asked before it began is dated before it began, and is refused. */
export function createNoncesInMemory(clock: NonceClock): Nonces {
  const begun = clock.now();
  /** By the minute of their date. 52 of 128 random bits: a false alarm in 10^10, and then the till signs again. */
  const minutes = new Map<number, NumberSet>();

  return {
    async take(_outlet, nonce, date) {
      if (date < begun) return 'forgotten';
      const oldest = Math.floor((clock.now() - dateToleranceMs) / minuteMs);
      for (const minute of minutes.keys()) if (minute < oldest) minutes.delete(minute);
      const minute = Math.floor(date / minuteMs);
      const seen = minutes.get(minute) ?? createNumberSet();
      minutes.set(minute, seen);
      return seen.add(1 + Number.parseInt(nonce.slice(0, 13), 16)) ? 'fresh' : 'seen';
    },
  };
}

/** Of all processes on one database. The table is not kept through a crash of PostgreSQL: that costs no durability. */
export const createNoncesInDatabase = (database: CentralDatabase, clock: NonceClock): Nonces => ({
  take: (outlet, nonce, date) =>
    database.inOutlet(outlet, async (statements) => {
      await statements.run('DELETE FROM nonces WHERE outlet = ? AND at < ?', [
        ...[outlet, clock.now() - dateToleranceMs],
      ]);
      const inserted = await statements.insertMany(
        'nonces',
        ['outlet', 'nonce', 'at'],
        [[outlet, nonce, date]],
      );
      return inserted === 1 ? 'fresh' : 'seen';
    }),
});
