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
export function createNoncesInDatabase(database: CentralDatabase, clock: NonceClock): Nonces {
  /** When this process last forgot the old ones of an outlet: doing so at each request would be most of its cost. */
  const swept = new Map<OutletCode, Instant>();

  async function sweep(outlet: OutletCode): Promise<void> {
    const now = clock.now();
    if (now - (swept.get(outlet) ?? 0) < dateToleranceMs) return;
    swept.delete(outlet);
    swept.set(outlet, now);
    // Longest ago first: an outlet that is due is the same as one that was never heard of.
    for (const [longAgo, at] of swept) {
      if (now - at < dateToleranceMs) break;
      swept.delete(longAgo);
    }
    await database.inOutlet(outlet, (statements) =>
      statements.run('DELETE FROM nonces WHERE outlet = ? AND at < ?', [outlet, now - dateToleranceMs]),
    );
  }

  return {
    async take(outlet, nonce, date) {
      await sweep(outlet);
      const inserted = await database.insertAlone('nonces', ['outlet', 'nonce', 'at'], [outlet, nonce, date]);
      return inserted === 1 ? 'fresh' : 'seen';
    },
  };
}
