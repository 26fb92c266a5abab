import type { PurchaseId } from '#protocol';
import {
  addDays,
  type BusinessDay,
  businessDayOf,
  type HolderKey,
  type Instant,
  instant,
  startOfDay,
} from '#rules';
import { type CentralDatabase, type HolderSlot, holderSlots } from '../database/database.ts';
import { type HolderRange, rangesOf } from '../database/holder-ranges.ts';
import { type KeptSide, purchaseName } from '../ingest/conflicts.ts';

/** So long after its window a purchase is kept in any case, for what comes a little late. */
const graceDays = 7;
/** A till that was not heard for so long is taken for lost: a purchase is kept for nobody longer than that. */
const silentMostDays = 45;

/**
 * Forgets purchases that no window can need: those whose window was over a week ago, and before any till that counts was
 * last heard. What a station sold since, and brings on a stick after a month, can then conflict with none of them. What
 * stands of them in a conflict moves to `past_conflicts`, with the outlet of the later sale and without its holder.
 * @returns how many
 */
export async function forgetPurchases(
  database: CentralDatabase,
  now: Instant,
  signal: AbortSignal,
): Promise<number> {
  const until = await windowsOverBy(database.reading, now);
  let forgotten = 0;
  for (let slot = 0; slot < holderSlots; slot++) {
    for (const range of rangesOf(slot)) {
      if (signal.aborted) return forgotten;
      forgotten += await forgetRange(database, slot, range, until);
    }
  }
  return forgotten;
}

/** A window that was over by this day is needed by nobody. */
async function windowsOverBy(reading: CentralDatabase['reading'], now: Instant): Promise<BusinessDay> {
  const today = businessDayOf(now);
  // Of a till that said it has more, what it has not sent begins after its last entry here, whenever it was heard.
  const silent = await reading.get<{ since: Instant | null }>(
    `SELECT min(since) AS since FROM (
       SELECT CASE WHEN journal_head > seq THEN at ELSE seen_at END AS since FROM tills WHERE revoked_at IS NULL
     ) AS heard WHERE since >= ?`,
    [startOfDay(addDays(today, -silentMostDays))],
  );
  const inAnyCase = startOfDay(addDays(today, -graceDays - 1));
  return businessDayOf(instant(Math.min(inAnyCase, silent?.since ?? inAnyCase)));
}

interface PurchaseRow extends PurchaseId {
  readonly holderKey: HolderKey;
  readonly day: BusinessDay;
  readonly intervalDays: number;
}

interface ConflictRow {
  readonly holderKey: HolderKey;
  readonly conflictId: string;
  readonly earlier: string;
  readonly later: string;
  readonly foundAt: Instant;
  readonly endedAt: Instant | null;
}

async function forgetRange(
  { reading, inSlot, inOutlet }: CentralDatabase,
  slot: HolderSlot,
  { from, to }: HolderRange,
  until: BusinessDay,
): Promise<number> {
  const purchases = await reading.all<PurchaseRow>(
    `SELECT holder_key AS "holderKey", outlet, till_id AS "tillId", seq, day, interval_days AS "intervalDays"
     FROM purchases WHERE holder_slot = ? AND holder_key >= ? AND holder_key < ? AND day < ?`,
    [slot, from, to, until],
  );
  const gone = purchases.filter(({ day, intervalDays }) => addDays(day, intervalDays) <= until);
  if (gone.length === 0) return 0;
  const conflicts = await conflictsOf(reading, slot, gone);
  // First where they go, then away from where they were: cut off between, they are found in both, and moved again.
  for (const { row, outlet } of conflicts) {
    await inOutlet(outlet, (statements) =>
      statements.insertMany('past_conflicts', pastColumns, [
        [outlet, row.conflictId, row.earlier, row.later, row.foundAt, row.endedAt],
      ]),
    );
  }
  await inSlot(slot, async (statements) => {
    for (const { row } of conflicts) {
      await statements.run(
        'DELETE FROM conflicts WHERE holder_slot = ? AND holder_key = ? AND conflict_id = ?',
        [slot, row.holderKey, row.conflictId],
      );
    }
    for (const { holderKey, outlet, tillId, seq } of gone) {
      await statements.run(
        `DELETE FROM purchases
         WHERE holder_slot = ? AND holder_key = ? AND outlet = ? AND till_id = ? AND seq = ?`,
        [slot, holderKey, outlet, tillId, seq],
      );
    }
  });
  return gone.length;
}

const pastColumns = ['outlet', 'conflict_id', 'earlier', 'later', 'found_at', 'ended_at'];

/** A conflict goes with the first of its purchases: without that one nothing can end it. */
async function conflictsOf(
  reading: CentralDatabase['reading'],
  slot: HolderSlot,
  gone: readonly PurchaseRow[],
) {
  const names = new Set(gone.map(purchaseName));
  const rows = await reading.all<ConflictRow>(
    `SELECT holder_key AS "holderKey", conflict_id AS "conflictId", earlier, later, found_at AS "foundAt",
       ended_at AS "endedAt" FROM conflicts WHERE holder_slot = ? AND ${reading.anyOf('holder_key')}`,
    [slot, reading.list([...new Set(gone.map(({ holderKey }) => holderKey))])],
  );
  return rows.flatMap((row) => {
    const [earlier, later] = [JSON.parse(row.earlier) as KeptSide, JSON.parse(row.later) as KeptSide];
    const goes = names.has(purchaseName(earlier.id)) || names.has(purchaseName(later.id));
    return goes ? [{ row, outlet: later.id.outlet }] : [];
  });
}
