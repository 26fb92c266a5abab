import type { Database } from 'better-sqlite3';
import type { Entry, FactOf } from '#protocol';
import type { BusinessDay, Instant, OperatorId } from '#rules';
import { rocDay } from './sales.ts';

/** When something was signed off, and by whom. */
export interface Review {
  readonly at: Instant;
  readonly by: OperatorId | null;
}

/** Cards whose sale stands, asks to be looked at, and was not signed off. */
export interface OpenReviews {
  readonly byHand: number;
  readonly paper: number;
}

/** Some receipts in their order, and where the next begin; `null`: there are no more. */
export interface ReviewPage {
  readonly receiptNumbers: readonly string[];
  readonly next: number | null;
}

/** What a manager should look at (keyed in, from paper, or contested), and what a manager has. */
export interface Reviews {
  /** Of all days. */
  open(): OpenReviews;
  /** Of all days, the oldest first. @param past the `next` of the page before, or `null` */
  openPage(past: number | null): ReviewPage;
  /** Signed off or not, voided ones too, of these days; the newest first. */
  pageOf(from: BusinessDay, until: BusinessDay, past: number | null): ReviewPage;
  /** The entries of a receipt that are open; none where there is no such receipt. */
  openSales(receiptNumber: string): readonly number[];
  /** Of a receipt; `null` where it was not signed off. */
  ofReceipt(receiptNumber: string): Review | null;
  ofConflict(conflictId: string): Review | null;
  project(entry: Entry, fact: FactOf<'reviewed'>): void;
}

const pageSize = 50;
const asks = `(identified_by <> 'chip' OR form_line IS NOT NULL OR contested IS NOT NULL)`;
const isOpen = `review_seq IS NULL AND voided = 0 AND ${asks}`;

interface Row {
  readonly receiptNumber: string;
  readonly place: number;
}

export function createReviews(db: Database): Reviews {
  const open = db.prepare<[], OpenReviews>(
    `SELECT count(*) - count(form_line) AS byHand, count(form_line) AS paper FROM sales WHERE ${isOpen}`,
  );
  // The cards of a receipt are entries one after another, so its last entry ends a page.
  const openReceipts = db.prepare<[number, number], Row>(
    `SELECT receipt_number AS receiptNumber, max(seq) AS place FROM sales WHERE ${isOpen} AND seq > ?
     GROUP BY receipt_number ORDER BY place LIMIT ?`,
  );
  const receipts = db.prepare<[string, string, number, number], Row>(
    `SELECT receipt_number AS receiptNumber, min(seq) AS place FROM sales
     WHERE receipt_number > ? AND receipt_number < ? AND ${asks} AND seq < ?
     GROUP BY receipt_number ORDER BY place DESC LIMIT ?`,
  );
  const openSales = db
    .prepare<[string], number>(`SELECT seq FROM sales WHERE receipt_number = ? AND ${isOpen} ORDER BY seq`)
    .pluck();
  const review = `SELECT reviews.at, reviews.operator_id AS "by" FROM reviews`;
  const ofReceipt = db.prepare<[string], Review>(
    `${review} JOIN sales ON sales.review_seq = reviews.seq WHERE sales.receipt_number = ? LIMIT 1`,
  );
  const ofConflict = db.prepare<[string], Review>(
    `${review} JOIN conflicts_reviewed USING (seq) WHERE conflict_id = ?`,
  );
  const insert = db.prepare('INSERT INTO reviews VALUES (?, ?, ?)');
  const markSale = db.prepare('UPDATE sales SET review_seq = ? WHERE seq = ? AND review_seq IS NULL');
  const markConflict = db.prepare('INSERT OR IGNORE INTO conflicts_reviewed VALUES (?, ?)');

  return {
    open: () => open.get() ?? { byHand: 0, paper: 0 },
    openPage: (past) => pageOf(openReceipts.all(past ?? 0, pageSize + 1)),
    pageOf: (from, until, past) =>
      pageOf(
        receipts.all(`${rocDay(from)}-`, `${rocDay(until)}.`, past ?? Number.MAX_SAFE_INTEGER, pageSize + 1),
      ),
    openSales: (receiptNumber) => openSales.all(receiptNumber),
    ofReceipt: (receiptNumber) => ofReceipt.get(receiptNumber) ?? null,
    ofConflict: (conflictId) => ofConflict.get(conflictId) ?? null,
    project({ seq, at }, { sales, conflicts, by }) {
      insert.run(seq, at, by ?? null);
      for (const sale of sales) markSale.run(seq, sale);
      for (const conflictId of conflicts) markConflict.run(conflictId, seq);
    },
  };
}

function pageOf(rows: readonly Row[]): ReviewPage {
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    receiptNumbers: shown.map(({ receiptNumber }) => receiptNumber),
    next: last && rows.length > pageSize ? last.place : null,
  };
}
