import type { SoldBatch } from './waiting-sales.ts';

/** Batches whose sales wait and need not be read again, as long as there are not too many of them. */
export interface SalesAtHand {
  /** @returns `to-be-read` where it has to come from the database, in the order of its till */
  keep(batch: SoldBatch): 'kept' | 'to-be-read';
  /** As many as a round takes, the oldest first. */
  take(): readonly SoldBatch[];
  /** How many are kept. */
  sales(): number;
}

/** In sales: of all that are kept, and about how many a round takes. */
const [keptMost, roundMost] = [20_000, 8_000];

export function createSalesAtHand(): SalesAtHand {
  let batches: SoldBatch[] = [];
  let kept = 0;
  return {
    keep(batch) {
      // What is taken back may stand in a batch that another process has.
      if (batch.voids > 0 || kept + batch.purchases > keptMost) return 'to-be-read';
      batches.push(batch);
      kept += batch.purchases;
      return 'kept';
    },
    take() {
      let sales = 0;
      let end = 0;
      for (; end < batches.length && sales < roundMost; end++) sales += batches[end]?.purchases ?? 0;
      const taken = batches.slice(0, end);
      batches = batches.slice(end);
      kept -= sales;
      return taken;
    },
    sales: () => kept,
  };
}
