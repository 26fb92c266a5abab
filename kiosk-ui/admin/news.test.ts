import { describe, expect, it } from 'vitest';
import { noNews, rowSays, withRow } from './news.ts';
import { rowFor } from './outlets/sample-rows.ts';
import type { Instant, OutletCode, OutletRow } from './wall.ts';

const row = rowFor({
  ...{ code: '5901010058' as OutletCode, name: '示範藥局', county: '臺北市', town: '松山區', adult: 90 },
});
const pieces = (adult: number) => ({ adult, child: 0 });

describe('news of a row', () => {
  it.each<[string, Partial<OutletRow>, Partial<typeof noNews>]>([
    ['an announcement for today', { announced: pieces(600) }, { goods: 1 }],
    ['goods that came', { received: pieces(600), onHand: pieces(690) }, { goods: 1 }],
    ['goods of a later day', { notYetOnSale: pieces(600) }, { goods: 1 }],
    ['a sale', { onHand: pieces(87), soldToday: pieces(3) }, {}],
    ['a conflict', { conflicts: 1 }, { conflicts: 1 }],
    ['a word of its till', { heardAt: 1 as Instant }, {}],
  ])('is %s', (_, change, news) => {
    expect(withRow(noNews, row, { ...row, ...change })).toEqual({ ...noNews, ...news });
  });

  it('is not that its till was heard', () => {
    expect(rowSays({ ...row, heardAt: 1 as Instant })).toBe(rowSays(row));
    expect(rowSays({ ...row, soldToday: pieces(3) })).not.toBe(rowSays(row));
  });
});
