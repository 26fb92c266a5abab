import type { FeedItem } from '#protocol';
import type { Clock, OutletCode } from '#rules';
import { type CentralDatabase, type HolderSlot, holderSlots, type Statements } from '../database/database.ts';
import { type Numbered, nextFeedNumber, restoredAtQuery } from '../numbering.ts';
import type { CarriedItem } from './settle-slot.ts';

/** Brings what was found with the holders to the feeds of the outlets. */
export interface CarryOver {
  /** All that waits in these slots. May be cut off anywhere and run again. @returns the outlets that have news */
  carry(slots: readonly HolderSlot[]): Promise<readonly OutletCode[]>;
}

export const everySlot: readonly HolderSlot[] = Array.from({ length: holderSlots }, (_, slot) => slot);

/** Most words of a slot at once. */
const wordsMost = 500;

interface WaitingWord {
  readonly slot: HolderSlot;
  readonly source: string;
  readonly outlet: OutletCode;
  readonly item: string;
}

export function createCarryOver({
  database,
  clock,
}: {
  readonly database: CentralDatabase;
  readonly clock: Pick<Clock, 'now'>;
}): CarryOver {
  const { reading } = database;

  async function carrySlot(slot: HolderSlot): Promise<readonly OutletCode[]> {
    const news = new Set<OutletCode>();
    for (;;) {
      // What begins sorts before what ends, so nothing ends in a feed before it began.
      const words = await reading.all<WaitingWord>(
        `SELECT holder_slot AS slot, source, outlet, item FROM carry WHERE holder_slot = ?
         ORDER BY source, outlet LIMIT ${wordsMost}`,
        [slot],
      );
      if (words.length === 0) return [...news];
      for (const [outlet, ofOutlet] of byOutlet(words)) {
        const items = await Promise.all(
          ofOutlet.map(async (word) => ({ ...word, item: await withNames(word) })),
        );
        await database.inOutlet(outlet, (statements) => append(statements, outlet, items, clock.now()));
        news.add(outlet);
      }
      await database.inSlot(slot, async (statements) => {
        for (const { source, outlet } of words)
          await statements.run('DELETE FROM carry WHERE holder_slot = ? AND source = ? AND outlet = ?', [
            ...[slot, source, outlet],
          ]);
      });
    }
  }

  async function withNames({ item }: WaitingWord): Promise<FeedItem> {
    const carried = JSON.parse(item) as CarriedItem;
    if (carried.kind !== 'conflict-found') return carried;
    const named = async (side: typeof carried.earlier) => ({
      ...side,
      outletName: await nameOf(side.id.outlet),
    });
    return { ...carried, earlier: await named(carried.earlier), later: await named(carried.later) };
  }

  const nameOf = async (outlet: OutletCode): Promise<string> =>
    (await reading.get<{ name: string }>('SELECT name FROM outlets WHERE outlet = ?', [outlet]))?.name ??
    outlet;

  return {
    async carry(slots) {
      const news = await Promise.all(slots.map(carrySlot));
      return [...new Set(news.flat())];
    },
  };
}

function byOutlet(words: readonly WaitingWord[]): Map<OutletCode, WaitingWord[]> {
  const outlets = new Map<OutletCode, WaitingWord[]>();
  for (const word of words) outlets.set(word.outlet, [...(outlets.get(word.outlet) ?? []), word]);
  return outlets;
}

export interface NewFeedItem {
  /** An item of this source is added once. */
  readonly source: string;
  readonly item: FeedItem;
}

/** Adds items to an outlet's feed, numbered on from its last or from a restore. Call inside the outlet's transaction. */
export async function append(
  statements: Statements,
  outlet: OutletCode,
  items: readonly NewFeedItem[],
  at: number,
): Promise<void> {
  const there = await statements.all<{ source: string }>(
    `SELECT source FROM feed WHERE outlet = ? AND ${statements.anyOf('source')}`,
    [outlet, statements.list(items.map(({ source }) => source))],
  );
  const known = new Set(there.map(({ source }) => source));
  const fresh = items.filter(({ source }) => !known.has(source));
  if (fresh.length === 0) return;
  const last = await statements.get<Numbered>(
    `SELECT max(number) AS number, ${restoredAtQuery} AS "restoredAt" FROM feed WHERE outlet = ?`,
    [outlet],
  );
  const first = nextFeedNumber(last ?? { number: null, restoredAt: null });
  const rows = fresh.map(({ source, item }, i) => [...[outlet, first + i, source, at, JSON.stringify(item)]]);
  const added = await statements.insertMany('feed', ['outlet', 'number', 'source', 'at', 'item'], rows);
  if (added !== rows.length) throw new Error(`the feed of ${outlet} was written to by two at once`);
}
