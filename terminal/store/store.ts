import type { Database } from 'better-sqlite3';
import { createJournal, type Journal } from '#journal';
import type { Entry, Fact } from '#protocol';
import { exhaustive, type Instant, maskKinds } from '#rules';
import { type CommandsDone, createCommandsDone } from './commands-done.ts';
import { createPolicies, type Policies } from './policies.ts';
import { createPrintJobs, type PrintJobs } from './print-jobs.ts';
import { createReceipts, type Receipts } from './receipts.ts';
import { createSales, type Sales } from './sales.ts';
import { createStock, type Stock } from './stock.ts';

export interface Store {
  readonly journal: Pick<Journal, 'head' | 'entriesAfter'>;
  readonly sales: Omit<Sales, 'project'>;
  readonly stock: Pick<Stock, 'onSale'>;
  readonly receipts: Pick<Receipts, 'copies'>;
  readonly commandsDone: Pick<CommandsDone, 'has'>;
  readonly printJobs: PrintJobs;
  /** Runs `work` as one durable transaction: all of it happened, or none. */
  transact<T>(work: () => T): T;
  /** Appends a fact and applies it to every projection. The only way in; call inside `transact`. */
  record(fact: Fact, at: Instant): Entry;
  readonly policies: Pick<Policies, 'installed'>;
  close(): void;
}

export function createStore(db: Database): Store {
  const journal = createJournal(db);
  const project = createProjector(db);
  // Made once: better-sqlite3 prepares four functions for each transaction it is asked to make.
  const transaction = db.transaction((work: () => unknown) => work());
  return {
    journal,
    sales: createSales(db),
    stock: createStock(db),
    receipts: createReceipts(db),
    policies: createPolicies(db),
    commandsDone: createCommandsDone(db),
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

/** Applies entries to the projections of a database; used while selling and while rebuilding. */
export function createProjector(db: Database): (entry: Entry, fact: Fact) => void {
  const sales = createSales(db);
  const stock = createStock(db);
  const receipts = createReceipts(db);
  const policies = createPolicies(db);
  const commandsDone = createCommandsDone(db);

  return (entry, fact) => {
    switch (fact.kind) {
      case 'journal-opened':
        return;
      case 'policy-installed':
        policies.project(entry.seq, fact.pack);
        return;
      case 'sale':
        sales.project(entry, fact);
        stock.move(fact.maskKind, -fact.pieces);
        return;
      case 'goods-in':
        for (const kind of maskKinds) stock.move(kind, fact.pieces[kind]);
        commandsDone.project(fact.commandId, entry.seq);
        return;
      case 'receipt-copied':
        receipts.projectCopy(fact.receiptNumber, fact.copy);
        commandsDone.project(fact.commandId, entry.seq);
        return;
      default:
        exhaustive(fact);
    }
  };
}
