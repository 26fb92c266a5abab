import { normalText, wordsOf } from '../../look-up/normal-text.ts';
import type { Notice, OutletRow } from '../wall.ts';
import { soonest } from './runs-out.ts';

/** What the table can be ordered by. */
export const orders = ['name', 'place', 'adult', 'child', 'sold', 'runs-out', 'heard', 'notices'] as const;
export type Order = (typeof orders)[number];
export interface Sorting {
  readonly by: Order;
  readonly way: 'up' | 'down';
}

export interface Filter {
  /** As it was typed. */
  readonly text: string;
  readonly county: string;
  readonly notice: Notice | 'any';
}

/** A row, and what ordering and searching it needs: worked out once, because names do not change with stock. */
export interface Kept {
  readonly row: OutletRow;
  readonly searched: string;
  /** Place in the order of all names, and of all places. */
  readonly nameRank: number;
  readonly placeRank: number;
}

/** A comparison of texts in Chinese is slow, so each text is compared once and never again while sorting. */
export function keep(rows: readonly OutletRow[], before: ReadonlyMap<string, Kept>): Map<string, Kept> {
  const same = rows.length === before.size && rows.every((row) => isSameText(row, before.get(row.code)?.row));
  if (same) {
    return new Map(rows.map((row) => [row.code, { ...(before.get(row.code) as Kept), row }]));
  }
  const names = ranks(rows, ({ name }) => name);
  const places = ranks(rows, ({ county, town }) => `${county}${town}`);
  return new Map(
    rows.map((row) => [
      row.code,
      {
        row,
        searched: normalText([row.code, row.name, row.county, row.town, row.chain].join(' ')),
        nameRank: names.get(row.name) ?? 0,
        placeRank: places.get(`${row.county}${row.town}`) ?? 0,
      },
    ]),
  );
}

const isSameText = (row: OutletRow, before: OutletRow | undefined): boolean =>
  row.name === before?.name && row.county === before.county && row.town === before.town;

const collator = new Intl.Collator('zh-Hant-TW');

function ranks(rows: readonly OutletRow[], of: (row: OutletRow) => string): ReadonlyMap<string, number> {
  const texts = [...new Set(rows.map(of))].sort(collator.compare);
  return new Map(texts.map((text, i) => [text, i]));
}

/** The rows that are wanted, in their order. */
export function arranged(rows: Iterable<Kept>, filter: Filter, { by, way }: Sorting): OutletRow[] {
  const words = wordsOf(filter.text);
  const wanted: { readonly kept: Kept; readonly key: number }[] = [];
  for (const kept of rows) {
    const { row, searched } = kept;
    if (filter.county !== '' && row.county !== filter.county) continue;
    if (filter.notice !== 'any' && !row.notices.includes(filter.notice)) continue;
    if (!words.every((word) => searched.includes(word))) continue;
    wanted.push({ kept, key: keyOf(kept, by) });
  }
  const sign = way === 'up' ? 1 : -1;
  // What is equal keeps to its name, so that rows do not change places when nothing about them did.
  wanted.sort((a, b) => sign * (a.key - b.key) || a.kept.nameRank - b.kept.nameRank);
  return wanted.map(({ kept }) => kept.row);
}

function keyOf({ row, nameRank, placeRank }: Kept, by: Order): number {
  switch (by) {
    case 'name':
      return nameRank;
    case 'place':
      return placeRank;
    case 'adult':
    case 'child':
      return row.available[by];
    case 'sold':
      return row.soldToday.adult + row.soldToday.child;
    case 'runs-out':
      return soonest(row.runsOut);
    case 'heard':
      return row.heardAt ?? 0;
    case 'notices':
      return row.notices.length;
  }
}
