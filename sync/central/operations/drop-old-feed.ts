import type { FeedItem } from '#protocol';
import { addDays, businessDayOf, type Instant, type OutletCode } from '#rules';
import type { CentralDatabase } from '../database/database.ts';

const dayMs = 24 * 3_600_000;
/** A till that was away for longer learns of purchases from its quota questions. */
const keptMs = 30 * dayMs;
/** A word about somebody's purchase goes a week after its window, when no till needs it. */
const graceDays = 7;

interface FeedRow {
  readonly number: number;
  readonly source: string;
  readonly at: Instant;
  readonly item: string;
}

/** Drops what tills no longer pull, and every holder's key that no window needs. @returns how many items */
export async function dropOldFeed(
  database: CentralDatabase,
  now: Instant,
  signal: AbortSignal,
): Promise<number> {
  const outlets = await database.reading.all<{ outlet: OutletCode }>(
    'SELECT DISTINCT outlet FROM feed WHERE at < ?',
    [now - graceDays * dayMs],
  );
  let dropped = 0;
  for (const { outlet } of outlets) {
    if (signal.aborted) break;
    dropped += await dropOf(database, outlet, now);
  }
  return dropped;
}

async function dropOf(
  { reading, inOutlet }: CentralDatabase,
  outlet: OutletCode,
  now: Instant,
): Promise<number> {
  const rows = await reading.all<FeedRow>(
    'SELECT number, source, at, item FROM feed WHERE outlet = ? AND at < ? ORDER BY number',
    [outlet, now - graceDays * dayMs],
  );
  const old = rows.filter((row) => row.at < now - keptMs || isForgotten(row, now));
  if (old.length === 0) return 0;
  // Asked after the items, since a word is written once, and what was carried is not carried again: an item that is
  // dropped while its word still waits would be added a second time.
  const waiting = await reading.all<{ source: string }>('SELECT source FROM carry WHERE outlet = ?', [
    outlet,
  ]);
  const held = new Set(waiting.map(({ source }) => source));
  const free = old.filter(({ source }) => !held.has(source));
  return inOutlet(outlet, async (statements) => {
    const last = await statements.get<{ number: number }>(
      'SELECT max(number) AS number FROM feed WHERE outlet = ?',
      [outlet],
    );
    let dropped = 0;
    for (const { number, item } of free) {
      // The last number stays, because the next item is numbered on from it.
      if (number !== last?.number)
        dropped += await statements.run('DELETE FROM feed WHERE outlet = ? AND number = ?', [outlet, number]);
      else
        await statements.run('UPDATE feed SET item = ? WHERE outlet = ? AND number = ?', [
          ...[withoutHolder(item), outlet, number],
        ]);
    }
    return dropped;
  });
}

function isForgotten({ item }: FeedRow, now: Instant): boolean {
  const said = JSON.parse(item) as FeedItem;
  if (said.kind !== 'purchase-elsewhere') return false;
  const { day, intervalDays } = said.purchase;
  return addDays(day, intervalDays + graceDays) < businessDayOf(now);
}

function withoutHolder(item: string): string {
  const said = JSON.parse(item) as FeedItem;
  if (said.kind !== 'purchase-elsewhere') return item;
  return JSON.stringify({ kind: 'purchase-gone', id: said.purchase.id } satisfies FeedItem);
}
