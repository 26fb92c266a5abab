import type { Database } from 'better-sqlite3';
import type { Entry, Sale } from '#protocol';
import type { BusinessDay, HolderKey, Instant, MaskKind, Purchase } from '#rules';

/** A sale as the screens and the slip need it. */
export interface SaleRecord extends Purchase {
  readonly seq: number;
  readonly at: Instant;
  readonly visitId: string;
  readonly receiptNumber: string;
  readonly lastThree: string;
  readonly unitPrice: number;
  /** Of the journal entry. */
  readonly hash: string;
}

export interface Sales {
  /** The latest purchases of a holder, newest first; more than any window can hold. */
  of(holder: HolderKey): readonly Purchase[];
  byVisit(visitId: string): SaleRecord | null;
  byReceipt(receiptNumber: string): SaleRecord | null;
  last(): SaleRecord | null;
  project(entry: Entry, sale: Sale): void;
}

const columns = `seq, at, visit_id AS visitId, receipt_number AS receiptNumber, day, last_three AS lastThree,
  mask_kind AS kind, pieces, unit_price AS unitPrice, interval_days AS intervalDays, hash`;

export function createSales(db: Database): Sales {
  const ofHolder = db.prepare<
    [HolderKey],
    { day: BusinessDay; kind: MaskKind; pieces: number; intervalDays: number }
  >(
    `SELECT day, mask_kind AS kind, pieces, interval_days AS intervalDays
     FROM sales WHERE holder_key = ? ORDER BY day DESC LIMIT 20`,
  );
  const byVisit = db.prepare<[string], SaleRecord>(`SELECT ${columns} FROM sales WHERE visit_id = ?`);
  const byReceipt = db.prepare<[string], SaleRecord>(`SELECT ${columns} FROM sales WHERE receipt_number = ?`);
  const last = db.prepare<[], SaleRecord>(`SELECT ${columns} FROM sales ORDER BY seq DESC LIMIT 1`);
  const insert = db.prepare('INSERT INTO sales VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');

  return {
    of: (holder) => ofHolder.all(holder),
    byVisit: (visitId) => byVisit.get(visitId) ?? null,
    byReceipt: (receiptNumber) => byReceipt.get(receiptNumber) ?? null,
    last: () => last.get() ?? null,
    project: ({ seq, at, hash }, sale) => {
      const { visitId, receiptNumber, day, holder, maskKind, pieces, unitPrice, intervalDays } = sale;
      insert.run(
        ...[seq, at, visitId, receiptNumber, day, holder.key, holder.lastThree],
        ...[maskKind, pieces, unitPrice, intervalDays, hash],
      );
    },
  };
}
