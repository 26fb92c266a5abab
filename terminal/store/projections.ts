import type { Database } from 'better-sqlite3';
import type { Entry, Fact } from '#protocol';
import { exhaustive, maskKinds } from '#rules';
import { type CommandsDone, createCommandsDone } from './commands-done.ts';
import { createPolicies, type Policies } from './policies.ts';
import { createReceipts, type Receipts } from './receipts.ts';
import { createSales, type Sales } from './sales.ts';
import { createStock, type Stock } from './stock.ts';

/** Everything that follows from the journal. */
export interface Projections {
  readonly sales: Sales;
  readonly stock: Stock;
  readonly receipts: Receipts;
  readonly policies: Policies;
  readonly commandsDone: CommandsDone;
  /** Applies one entry to each of them; used while selling and while rebuilding. */
  project(entry: Entry, fact: Fact): void;
}

export function createProjections(db: Database): Projections {
  const sales = createSales(db);
  const stock = createStock(db);
  const receipts = createReceipts(db);
  const policies = createPolicies(db);
  const commandsDone = createCommandsDone(db);

  function project(entry: Entry, fact: Fact): void {
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
  }

  return { sales, stock, receipts, policies, commandsDone, project };
}
