import type { Database } from 'better-sqlite3';
import { createJournal, type Journal } from '#journal';
import type { Entry, Fact } from '#protocol';
import type { Instant } from '#rules';
import { createPrintJobs, type PrintJobs } from './print-jobs.ts';
import { createProjections, type Projections } from './projections.ts';

export interface Store {
  readonly journal: Pick<Journal, 'head' | 'entriesAfter'>;
  readonly sales: Omit<Projections['sales'], 'project'>;
  readonly stock: Pick<Projections['stock'], 'onSale'>;
  readonly receipts: Pick<Projections['receipts'], 'copies'>;
  readonly policies: Pick<Projections['policies'], 'installed'>;
  readonly commandsDone: Pick<Projections['commandsDone'], 'has'>;
  readonly printJobs: PrintJobs;
  /** Runs `work` as one durable transaction: all of it happened, or none. */
  transact<T>(work: () => T): T;
  /** Appends a fact and applies it to every projection. The only way in; call inside `transact`. */
  record(fact: Fact, at: Instant): Entry;
  close(): void;
}

export function createStore(db: Database): Store {
  const journal = createJournal(db);
  const { project, ...projections } = createProjections(db);
  // Made once: better-sqlite3 prepares four functions for each transaction it is asked to make.
  const transaction = db.transaction((work: () => unknown) => work());

  return {
    journal,
    ...projections,
    printJobs: createPrintJobs(db),
    transact: <T>(work: () => T) => transaction.immediate(work) as T,
    record(fact, at) {
      const entry = journal.append(fact, at);
      project(entry, fact);
      return entry;
    },
    close: () => db.close(),
  };
}
