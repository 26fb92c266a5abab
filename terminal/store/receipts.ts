import type { Database } from 'better-sqlite3';

/** How often a slip was asked for again. */
export interface Receipts {
  copies(receiptNumber: string): number;
  projectCopy(receiptNumber: string, copy: number): void;
}

export function createReceipts(db: Database): Receipts {
  const copies = db
    .prepare<[string], number>('SELECT copies FROM receipt_copies WHERE receipt_number = ?')
    .pluck();
  const put = db.prepare(
    'INSERT INTO receipt_copies VALUES (?, ?) ON CONFLICT (receipt_number) DO UPDATE SET copies = excluded.copies',
  );
  return {
    copies: (receiptNumber) => copies.get(receiptNumber) ?? 0,
    projectCopy: (receiptNumber, copy) => void put.run(receiptNumber, copy),
  };
}
