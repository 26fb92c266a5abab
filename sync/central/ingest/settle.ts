import { type TillId, type TillName, tillNameText } from '#protocol';
import { businessDayOf, type Clock } from '#rules';
import type { CentralDatabase, HolderSlot } from '../database/database.ts';
import { settleSlot } from './settle-slot.ts';
import { readWaitingText, type SoldBatch, salesBySlot } from './waiting-sales.ts';

/** Brings what batches sold to the holders who bought it. */
export interface Settling {
  /**
   * The next batches of these tills, in their order, and batches that are at hand. May be cut off anywhere and run again.
   * @param atHand purchases only: what a batch takes back may stand in one before it
   * @returns the slots whose words wait to be carried over, and the tills of which something may still wait
   */
  settle(tills: readonly TillName[], atHand?: readonly SoldBatch[]): Promise<Settled>;
  /** Every till of which something waits, such as after a crash. */
  waiting(): Promise<readonly TillName[]>;
}

export interface Settled {
  readonly slots: readonly HolderSlot[];
  readonly unfinished: readonly TillName[];
}

/** Most purchases of one round: the event loop stands still while SQLite writes them, and not while PostgreSQL does. */
const salesMost = { sqlite: 4_000, postgres: 8_000 } as const;
/** Most tills of one round. */
const tillsMost = 256;
/** Most batches that are read of one till at once, and tills that are read at once. */
const batchesMost = 4;
const tillsAtOnce = 16;
/** About what a purchase takes as text; a round is only about so large. */
const bytesOfSale = 130;

interface WaitingBatch extends TillName {
  readonly lastSeq: number;
  readonly sales: string;
  readonly continues: TillId | null;
}

interface Round {
  readonly batches: readonly WaitingBatch[];
  readonly unfinished: readonly TillName[];
}

export function createSettling({
  database,
  clock,
}: {
  readonly database: CentralDatabase;
  readonly clock: Pick<Clock, 'now'>;
}): Settling {
  const { reading } = database;

  async function nextRound(tills: readonly TillName[]): Promise<Round> {
    const batches: WaitingBatch[] = [];
    const unfinished: TillName[] = [];
    let size = 0;
    let read = 0;
    while (read < Math.min(tills.length, tillsMost) && size < salesMost[database.kind]) {
      const some = tills.slice(read, read + tillsAtOnce);
      read += some.length;
      for (const of of await Promise.all(some.map(batchesOf))) {
        batches.push(...of.batches);
        unfinished.push(...of.unfinished);
        size += of.batches.reduce((sum, { sales }) => sum + sales.length / bytesOfSale, 0);
      }
    }
    return { batches, unfinished: [...unfinished, ...tills.slice(read)] };
  }

  async function batchesOf({ outlet, tillId }: TillName): Promise<Round> {
    const batches = await reading.all<WaitingBatch>(
      `SELECT outlet, till_id AS "tillId", last_seq AS "lastSeq", sales, continues
       FROM batches JOIN tills USING (outlet, till_id)
       WHERE outlet = ? AND till_id = ? AND sales IS NOT NULL ORDER BY last_seq LIMIT ${batchesMost}`,
      [outlet, tillId],
    );
    const before = batches[0]?.continues ?? null;
    // The sales of the till whose journal this one goes on with may be voided here, so they come first.
    if (before !== null && (await waits({ outlet, tillId: before })))
      return {
        batches: [],
        unfinished: [
          { outlet, tillId: before },
          { outlet, tillId },
        ],
      };
    return { batches, unfinished: batches.length < batchesMost ? [] : [{ outlet, tillId }] };
  }

  const waits = async ({ outlet, tillId }: TillName): Promise<boolean> =>
    (await reading.get(
      'SELECT 1 AS one FROM batches WHERE outlet = ? AND till_id = ? AND sales IS NOT NULL LIMIT 1',
      [outlet, tillId],
    )) !== null;

  /** A round takes a till's batches from its first that waits on, so all up to the last of the round are done. */
  async function markSettled(batches: readonly WaitingBatch[]): Promise<void> {
    const lastOf = new Map(batches.map((batch) => [tillNameText(batch), batch]));
    await Promise.all(
      [...lastOf.values()].map(({ outlet, tillId, lastSeq }) =>
        database.inOutlet(outlet, (statements) =>
          statements.run(
            `UPDATE batches SET sales = NULL
             WHERE outlet = ? AND till_id = ? AND last_seq <= ? AND sales IS NOT NULL`,
            [...[outlet, tillId, lastSeq]],
          ),
        ),
      ),
    );
  }

  /** Each by itself: another process may have taken the one before, and not have settled it. */
  const markAtHand = (batches: readonly SoldBatch[]): Promise<unknown> =>
    Promise.all(
      batches.map(({ outlet, tillId, lastSeq }) =>
        database.inOutlet(outlet, (statements) =>
          statements.run(
            'UPDATE batches SET sales = NULL WHERE outlet = ? AND till_id = ? AND last_seq = ?',
            [...[outlet, tillId, lastSeq]],
          ),
        ),
      ),
    );

  return {
    async settle(tills, atHand = []) {
      const { batches, unfinished } = await nextRound(tills);
      const read = [...batches, ...atHand].map(({ outlet, tillId, sales }) => ({
        ...{ outlet, tillId, ...readWaitingText(sales) },
      }));
      const now = clock.now();
      const words = await Promise.all(
        [...salesBySlot(read)].map(async ([slot, sales]) => ({
          slot,
          words: await database.inSlot(slot, (statements) =>
            settleSlot(statements, slot, sales, now, businessDayOf(now)),
          ),
        })),
      );
      await Promise.all([markSettled(batches), markAtHand(atHand)]);
      return { slots: words.filter((each) => each.words > 0).map(({ slot }) => slot), unfinished };
    },
    waiting: () =>
      reading.all<TillName>(
        'SELECT DISTINCT outlet, till_id AS "tillId" FROM batches WHERE sales IS NOT NULL ORDER BY outlet, till_id',
      ),
  };
}
