import type { Database } from 'better-sqlite3';

/** What the printer prints. */
export type SlipKind = 'receipt' | 'void' | 'ticket' | 'day-close' | 'test';

/** One slip: its kind, and what it is about: a receipt number, a ticket's id, a day and the number of its close. */
export interface SlipName {
  readonly slip: SlipKind;
  readonly reference: string;
}

/**
 * `queued` waits for the printer; `sending` has left for it; `sent` was handed to a line that cannot answer;
 * `confirmed` is on paper; of `doubtful` nobody knows; `abandoned` was doubtful and replaced by a marked copy.
 */
export type PrintJobState = 'queued' | 'sending' | 'sent' | 'confirmed' | 'doubtful' | 'abandoned';

export interface PrintJob extends SlipName {
  readonly id: number;
  /** 0 for the original, 1 for the first copy. */
  readonly copy: number;
  readonly state: PrintJobState;
}

export interface PrintJobs {
  add(slip: SlipName, copy: number): void;
  /** The oldest queued job. */
  next(): PrintJob | null;
  byId(id: number): PrintJob | null;
  move(id: number, state: PrintJobState): void;
  /** The newest job of a slip. */
  latestOf(slip: SlipName): PrintJob | null;
  waiting(): number;
  doubtful(): readonly PrintJob[];
  /** What is not on paper yet, oldest first, at most 50. */
  open(): readonly PrintJob[];
  /** A job that was under way when the program ended may be on paper: `sending` becomes `doubtful`. */
  doubtInterrupted(): void;
}

const columns = 'id, slip, reference, copy, state';

export function createPrintJobs(db: Database): PrintJobs {
  const insert = db.prepare(
    `INSERT INTO print_jobs (slip, reference, copy, state) VALUES (?, ?, ?, 'queued')`,
  );
  const select = (rest: string) =>
    db.prepare<unknown[], PrintJob>(`SELECT ${columns} FROM print_jobs ${rest}`);
  const next = select(`WHERE state = 'queued' ORDER BY id LIMIT 1`);
  const byId = select('WHERE id = ?');
  const latest = select('WHERE reference = ? AND slip = ? ORDER BY copy DESC LIMIT 1');
  const doubtful = select(`WHERE state = 'doubtful' ORDER BY id`);
  const open = select(`WHERE state IN ('queued', 'sending', 'doubtful') ORDER BY id LIMIT 50`);
  const waiting = db
    .prepare<[], number>(`SELECT count(*) FROM print_jobs WHERE state IN ('queued', 'sending')`)
    .pluck();
  const move = db.prepare('UPDATE print_jobs SET state = ? WHERE id = ?');
  const doubt = db.prepare(`UPDATE print_jobs SET state = 'doubtful' WHERE state = 'sending'`);

  return {
    add: ({ slip, reference }, copy) => void insert.run(slip, reference, copy),
    next: () => next.get() ?? null,
    byId: (id) => byId.get(id) ?? null,
    move: (id, state) => void move.run(state, id),
    latestOf: ({ slip, reference }) => latest.get(reference, slip) ?? null,
    waiting: () => waiting.get() ?? 0,
    doubtful: () => doubtful.all(),
    open: () => open.all(),
    doubtInterrupted: () => void doubt.run(),
  };
}
