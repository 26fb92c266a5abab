import type { Database } from 'better-sqlite3';
import { createJournal, type Journal } from '#journal';
import type { Entry, Fact } from '#protocol';
import type { Instant } from '#rules';
import { type CentreBook, createCentreBook } from './centre-book.ts';
import { createPhones, type Phones } from './phones.ts';
import { createPins, type Pins } from './pins.ts';
import { createPrintJobs, type PrintJobs } from './print-jobs.ts';
import { createProjections, type Projections } from './projections.ts';
import { createWorkingState, type WorkingState } from './working-state.ts';

type Projecting = 'project' | `project${string}`;
/** A projection without its ways of writing, which are the store's alone. */
type Readable<P> = Omit<P, Extract<keyof P, Projecting>>;

export interface Store {
  readonly journal: Pick<Journal, 'head' | 'entriesAfter' | 'page'>;
  readonly sales: Readable<Projections['sales']>;
  readonly stock: Omit<Readable<Projections['stock']>, 'move' | 'release'>;
  readonly tickets: Omit<Readable<Projections['tickets']>, 'end' | 'lapse'>;
  readonly operators: Readable<Projections['operators']>;
  readonly latestFacts: Readable<Projections['latestFacts']>;
  readonly dayCloses: Readable<Projections['dayCloses']>;
  readonly figures: Projections['figures'];
  readonly slipCopies: Readable<Projections['slipCopies']>;
  readonly reviews: Readable<Projections['reviews']>;
  readonly policies: Readable<Projections['policies']>;
  readonly commandsDone: Readable<Projections['commandsDone']>;
  readonly printJobs: PrintJobs;
  readonly pins: Pins;
  readonly phones: Phones;
  readonly working: WorkingState;
  readonly centre: CentreBook;
  /** Runs `work` as one durable transaction: all of it happened, or none. */
  transact<T>(work: () => T): T;
  /** Appends a fact and applies it to every projection. The only way in; call inside `transact`. */
  record(fact: Fact, at: Instant): Entry;
  /**
   * Told after each transaction that recorded something, once it is on disk; so it must not throw.
   * @returns what ends it
   */
  onRecorded(listener: () => void): () => void;
  /** Copies the database as it is now to `file`, page by page, while it goes on being used. */
  copyTo(file: string): Promise<void>;
  close(): void;
}

export function createStore(db: Database): Store {
  const journal = createJournal(db);
  const { project, ...projections } = createProjections(db);
  // Made once: better-sqlite3 prepares four functions for each transaction it is asked to make.
  const listeners = new Set<() => void>();
  const transaction = db.transaction((work: () => unknown) => work());

  function attempt<T>(work: () => T): T {
    try {
      return transaction.immediate(work) as T;
    } catch (error) {
      journal.forgetHead();
      throw error;
    }
  }

  return {
    journal,
    ...projections,
    printJobs: createPrintJobs(db),
    pins: createPins(db),
    phones: createPhones(db),
    working: createWorkingState(db),
    centre: createCentreBook(db),
    transact<T>(work: () => T): T {
      const { seq } = journal.head();
      const done = attempt(work);
      if (!db.inTransaction && journal.head().seq > seq) for (const listener of listeners) listener();
      return done;
    },
    onRecorded(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    record(fact, at) {
      const entry = journal.append(fact, at);
      project(entry, fact);
      return entry;
    },
    copyTo: async (file) => void (await db.backup(file)),
    close: () => db.close(),
  };
}
