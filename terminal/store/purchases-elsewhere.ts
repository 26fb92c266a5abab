import type { Database } from 'better-sqlite3';
import type { PurchaseId, PurchaseMade } from '#protocol';
import { addDays, type BusinessDay, type HolderKey, type Purchase } from '#rules';

/** What holders bought at other tills, as far as the centre told. */
export interface PurchasesElsewhere {
  /** Newest first. */
  of(holder: HolderKey): readonly Purchase[];
  put(purchase: PurchaseMade): void;
  drop(id: PurchaseId): void;
  /** The centre's whole word about a holder: what it does not name is gone. @returns whether anything is new */
  replace(holder: HolderKey, said: readonly PurchaseMade[]): boolean;
  /** Drops what hinders nobody from that day on. */
  forget(day: BusinessDay): void;
}

interface Row extends PurchaseId, Purchase {}

export function createPurchasesElsewhere(db: Database): PurchasesElsewhere {
  const insert = db.prepare(
    `INSERT OR REPLACE INTO purchases_elsewhere
     VALUES (@outlet, @tillId, @seq, @holderKey, @day, @kind, @pieces, @intervalDays, @freeFrom)`,
  );
  const remove = db.prepare(
    'DELETE FROM purchases_elsewhere WHERE outlet = @outlet AND till_id = @tillId AND seq = @seq',
  );
  const forget = db.prepare('DELETE FROM purchases_elsewhere WHERE free_from <= ?');
  const rows = db.prepare<[HolderKey], Row>(
    `SELECT outlet, till_id AS tillId, seq, day, mask_kind AS kind, pieces, interval_days AS intervalDays
     FROM purchases_elsewhere WHERE holder_key = ? ORDER BY day DESC, outlet, till_id, seq`,
  );

  const drop = ({ outlet, tillId, seq }: PurchaseId) => void remove.run({ outlet, tillId, seq });
  function put({ id, holderKey, day, kind, pieces, intervalDays }: PurchaseMade): void {
    const freeFrom = addDays(day, intervalDays);
    insert.run({ ...id, holderKey, day, kind, pieces, intervalDays, freeFrom });
  }

  return {
    of: (holder) =>
      rows.all(holder).map(({ day, kind, pieces, intervalDays }) => ({ day, kind, pieces, intervalDays })),
    put,
    drop,
    replace(holder, said) {
      const kept = rows.all(holder);
      const gone = kept.filter((row) => !said.some(({ id }) => isSame(id, row)));
      const fresh = said.filter(({ id }) => !kept.some((row) => isSame(id, row)));
      gone.forEach(drop);
      fresh.forEach(put);
      return gone.length + fresh.length > 0;
    },
    forget: (day) => void forget.run(day),
  };
}

const isSame = (a: PurchaseId, b: PurchaseId): boolean =>
  a.outlet === b.outlet && a.tillId === b.tillId && a.seq === b.seq;
