import type { FeedItem, PurchaseId } from '#protocol';
import { type BusinessDay, businessDayOf, type Instant } from '#rules';
import type { Statements } from '../database/database.ts';
import type { Till } from '../tills.ts';
import { append, type NewFeedItem } from './carry-over.ts';
import { purchaseName, stillRuns } from './conflicts.ts';
import type { WaitingSales } from './waiting-sales.ts';

/**
 * Tells the other tills of an outlet what this one sold: who queues at one counter may come to the next, also while there
 * is no line. Call inside the outlet's transaction. Named as what comes from the holders' slots, so nothing is told twice.
 * @returns whether there was anything to tell
 */
export async function tellNeighbours(
  statements: Statements,
  till: Till,
  sold: WaitingSales,
  now: Instant,
): Promise<'told' | 'nothing'> {
  const items = newsOf(till, sold, businessDayOf(now));
  if (items.length === 0) return 'nothing';
  await append(statements, till.outlet, items, now);
  return 'told';
}

function newsOf({ outlet, tillId }: Till, { purchases, voids }: WaitingSales, today: BusinessDay) {
  const takenBack = new Set(voids.map((each) => purchaseName({ outlet, ...each })));
  const items: NewFeedItem[] = [];
  const add = (edge: 'begin' | 'end', id: PurchaseId, item: FeedItem) =>
    void items.push({ source: `${edge} purchase ${purchaseName(id)}`, item });
  for (const { seq, ...made } of purchases) {
    const purchase = { id: { outlet, tillId, seq }, ...made };
    if (!stillRuns(purchase, today) || takenBack.has(purchaseName(purchase.id))) continue;
    add('begin', purchase.id, { kind: 'purchase-elsewhere', purchase });
  }
  const fresh = new Set(purchases.map(({ seq }) => seq));
  for (const { tillId: seller, seq } of voids) {
    if (seller === tillId && fresh.has(seq)) continue;
    const id = { outlet, tillId: seller, seq };
    add('end', id, { kind: 'purchase-gone', id });
  }
  return items;
}
