import type { Database } from 'better-sqlite3';

/**
 * `queued` waits for the printer; `sending` has left for it; `sent` was handed to a line that cannot answer;
 * `confirmed` is on paper; of `doubtful` nobody knows; `abandoned` was doubtful and replaced by a marked copy.
 */
export type PrintJobState = 'queued' | 'sending' | 'sent' | 'confirmed' | 'doubtful' | 'abandoned';

export interface PrintJob {
  readonly id: number;
  readonly receiptNumber: string;
  /** 0 for the original, 1 for the first copy. */
  readonly copy: number;
  readonly state: PrintJobState;
}

export interface PrintJobs {
  add(receiptNumber: string, copy: number): void;
  /** The oldest queued job. */
  next(): PrintJob | null;
  byId(id: number): PrintJob | null;
  move(id: number, state: PrintJobState): void;
  /** The newest job of a receipt. */
  latestOf(receiptNumber: string): PrintJob | null;
  waiting(): number;
  doubtful(): readonly PrintJob[];
  /** A job that was under way when the program ended may be on paper: `sending` becomes `doubtful`. */
  doubtInterrupted(): void;
}

const columns = 'id, receipt_number AS receiptNumber, copy, state';

export function createPrintJobs(db: Database): PrintJobs {
  const insert = db.prepare(`INSERT INTO print_jobs (receipt_number, copy, state) VALUES (?, ?, 'queued')`);
  const select = (rest: string) => `SELECT ${columns} FROM print_jobs ${rest}`;
  const next = db.prepare<[], PrintJob>(select(`WHERE state = 'queued' ORDER BY id LIMIT 1`));
  const byId = db.prepare<[number], PrintJob>(select('WHERE id = ?'));
  const latest = db.prepare<[string], PrintJob>(
    select('WHERE receipt_number = ? ORDER BY copy DESC LIMIT 1'),
  );
  const doubtful = db.prepare<[], PrintJob>(select(`WHERE state = 'doubtful' ORDER BY id`));
  const waiting = db
    .prepare<[], number>(`SELECT count(*) FROM print_jobs WHERE state IN ('queued', 'sending')`)
    .pluck();
  const move = db.prepare('UPDATE print_jobs SET state = ? WHERE id = ?');
  const doubt = db.prepare(`UPDATE print_jobs SET state = 'doubtful' WHERE state = 'sending'`);

  return {
    add: (receiptNumber, copy) => void insert.run(receiptNumber, copy),
    next: () => next.get() ?? null,
    byId: (id) => byId.get(id) ?? null,
    move: (id, state) => void move.run(state, id),
    latestOf: (receiptNumber) => latest.get(receiptNumber) ?? null,
    waiting: () => waiting.get() ?? 0,
    doubtful: () => doubtful.all(),
    doubtInterrupted: () => void doubt.run(),
  };
}
