import type { PurchaseMade } from '#protocol';
import { businessDayOf, type Clock, type HolderKey } from '#rules';
import { type CentralDatabase, slotOf } from './database/database.ts';
import { stillRuns } from './ingest/conflicts.ts';

/** One quota for the whole country. */
export interface QuotaDesk {
  /** What these holders bought, wherever, and whose interval may still run; not what was voided. */
  purchasesOf(holders: readonly HolderKey[]): Promise<readonly PurchaseMade[]>;
}

export function createQuotaDesk({
  database,
  clock,
}: {
  readonly database: CentralDatabase;
  readonly clock: Pick<Clock, 'now'>;
}): QuotaDesk {
  async function purchasesOfOne(holderKey: HolderKey): Promise<readonly PurchaseMade[]> {
    const rows = await database.reading.all<Omit<PurchaseMade, 'id' | 'holderKey'> & PurchaseMade['id']>(
      `SELECT outlet, till_id AS "tillId", seq, day, at, mask_kind AS kind, pieces, interval_days AS "intervalDays"
       FROM purchases WHERE holder_slot = ? AND holder_key = ? AND voided = 0 ORDER BY at, outlet, till_id, seq`,
      [slotOf(holderKey), holderKey],
    );
    return rows.map(({ outlet, tillId, seq, ...row }) => ({
      id: { outlet, tillId, seq },
      holderKey,
      ...row,
    }));
  }

  return {
    async purchasesOf(holders) {
      const today = businessDayOf(clock.now());
      const found = await Promise.all([...new Set(holders)].map(purchasesOfOne));
      return found.flat().filter((purchase) => stillRuns(purchase, today));
    },
  };
}
