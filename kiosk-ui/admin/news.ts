import { kinds, type OutletRow } from './wall.ts';

/** How often each of these changed: a number that is another is a reason to ask again. */
export interface News {
  /** Deliveries were announced or received. */
  readonly goods: number;
  readonly conflicts: number;
  /** The line was lost and is back. */
  readonly line: number;
}

export const noNews: News = { goods: 0, conflicts: 0, line: 0 };

/** @param before the row as it was known; `undefined`: it was not */
export function withRow(news: News, before: OutletRow | undefined, after: OutletRow): News {
  if (!before) return news;
  return {
    ...news,
    goods: news.goods + (goodsCame(before, after) ? 1 : 0),
    conflicts: news.conflicts + (before.conflicts === after.conflicts ? 0 : 1),
  };
}

/** What is for today is counted in the row; what came for another day shows in what lies there. */
const goodsCame = (before: OutletRow, after: OutletRow): boolean =>
  kinds.some(
    (kind) =>
      before.announced[kind] !== after.announced[kind] ||
      before.received[kind] !== after.received[kind] ||
      before.notYetOnSale[kind] !== after.notYetOnSale[kind] ||
      before.onHand[kind] < after.onHand[kind],
  );

/** All of a row that can change but the time at which it was heard, which changes all the time. */
export const rowSays = (row: OutletRow): string => JSON.stringify({ ...row, heardAt: null });
