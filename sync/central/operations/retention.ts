import type { Clock } from '#rules';
import type { CentralDatabase } from '../database/database.ts';
import { dropOldFeed } from './drop-old-feed.ts';
import { dropOldRows } from './drop-old-rows.ts';
import { forgetPurchases } from './forget-purchases.ts';

/** What one run dropped. */
export interface Forgotten {
  readonly purchases: number;
  readonly feedItems: number;
  readonly rows: number;
}

/** Forgets what nobody needs any more, in small transactions. May be cut off anywhere and run again. */
export interface Retention {
  /** Ends early, between two transactions, once the signal is given. */
  run(signal?: AbortSignal): Promise<Forgotten>;
  /** Runs now and once a day. @returns what ends it, after what is under way */
  keepUp(timer: {
    readonly after: (ms: number, run: () => void) => () => void;
    readonly onDone: (forgotten: Forgotten) => void;
    readonly onFault: (error: unknown) => void;
  }): () => Promise<void>;
}

const dayMs = 24 * 3_600_000;
/** Not beside a start, at which every till comes. */
const afterStartMs = 10 * 60_000;

export function createRetention(deps: {
  readonly database: CentralDatabase;
  readonly clock: Pick<Clock, 'now'>;
}): Retention {
  const { database, clock } = deps;

  async function run(signal = new AbortController().signal): Promise<Forgotten> {
    const now = clock.now();
    const purchases = await forgetPurchases(database, now, signal);
    const feedItems = await dropOldFeed(database, now, signal);
    return { purchases, feedItems, rows: await dropOldRows(database, now, signal) };
  }

  return {
    run,
    keepUp({ after, onDone, onFault }) {
      let underWay: Promise<void> = Promise.resolve();
      const ended = new AbortController();
      let cancel = (): void => {};
      const plan = (ms: number) => {
        cancel = after(ms, () => {
          underWay = run(ended.signal)
            .then(onDone, onFault)
            .then(() => {
              if (!ended.signal.aborted) plan(dayMs);
            });
        });
      };
      plan(afterStartMs);
      return async () => {
        ended.abort();
        cancel();
        await underWay;
      };
    },
  };
}
