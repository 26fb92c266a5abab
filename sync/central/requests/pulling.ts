import { type FeedItem, type PullAnswer, pullMost } from '#protocol';
import type { Clock, OutletCode } from '#rules';
import type { Reading } from '../database/database.ts';
import { policiesAfter } from '../policy-desk.ts';

/** What the centre has for an outlet after what its till has. */
export interface Pulling {
  pull(outlet: OutletCode, has: { readonly feed: number; readonly policy: number }): Promise<PullAnswer>;
}

export function createPulling({
  reading,
  clock,
}: {
  readonly reading: Reading;
  readonly clock: Pick<Clock, 'now'>;
}): Pulling {
  return {
    async pull(outlet, has) {
      const rows = await reading.all<{ number: number; item: string }>(
        `SELECT number, item FROM feed WHERE outlet = ? AND number > ? ORDER BY number LIMIT ${pullMost}`,
        [outlet, has.feed],
      );
      const last = await reading.get<{ number: number | null }>(
        'SELECT max(number) AS number FROM feed WHERE outlet = ?',
        [outlet],
      );
      const policies = await policiesAfter(reading, has.policy);
      return {
        items: rows.map(({ number, item }) => ({ number, item: JSON.parse(item) as FeedItem })),
        policies: [...policies],
        // Asked after the items, so that it never stands below one of them.
        feed: last?.number ?? 0,
        policy: policies.at(-1)?.number ?? has.policy,
        now: clock.now(),
      };
    },
  };
}
