import type { Day, StockSnapshot } from '../terms.ts';

/** Goods that are not on sale yet, added up by the day on which they go on sale, the soonest first. */
export function goodsByDay(
  lots: readonly Pick<StockSnapshot['lots'][number], 'onSaleFrom' | 'pieces'>[],
): readonly (readonly [day: Day, pieces: number])[] {
  const byDay = new Map<Day, number>();
  for (const { onSaleFrom, pieces } of lots) byDay.set(onSaleFrom, (byDay.get(onSaleFrom) ?? 0) + pieces);
  return [...byDay].sort(([a], [b]) => (a < b ? -1 : 1));
}
