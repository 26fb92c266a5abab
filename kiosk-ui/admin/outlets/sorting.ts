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

/** All rows of the scope, and what ordering and searching them needs. */
export interface Listing {
  /** In the centre's order. */
  readonly rows: readonly OutletRow[];
  /** Where in `rows` an outlet is. */
  readonly at: ReadonlyMap<string, number>;
  readonly texts: Texts;
  /** The orders that were asked for: places in `rows`. */
  readonly ordered: Map<string, readonly number[]>;
}

/** Worked out once, because names do not change with stock: the n-th of each is of the n-th row. */
interface Texts {
  readonly searched: readonly string[];
  /** Place in the order of all names, and of all places. */
  readonly nameRank: readonly number[];
  readonly placeRank: readonly number[];
}

export const noListing: Listing = {
  ...{ rows: [], at: new Map(), ordered: new Map() },
  texts: { searched: [], nameRank: [], placeRank: [] },
};

/** A comparison of texts in Chinese is slow, so each text is compared once and never again while sorting. */
export function listingOf(rows: readonly OutletRow[], before: Listing): Listing {
  const same = rows.length === before.rows.length && rows.every((row, n) => isSameText(row, before.rows[n]));
  if (same) return withRows(before, rows);
  const names = ranks(rows, ({ name }) => name);
  const places = ranks(rows, placeOf);
  return {
    ...{ rows, at: new Map(rows.map(({ code }, n) => [code, n])), ordered: new Map() },
    texts: {
      searched: rows.map((row) =>
        normalText([row.code, row.name, row.county, row.town, row.chain].join(' ')),
      ),
      nameRank: rows.map(({ name }) => names.get(name) ?? 0),
      placeRank: rows.map((row) => places.get(placeOf(row)) ?? 0),
    },
  };
}

/** The same outlets with other figures; those that are not in the listing are passed over. */
export function withFigures(listing: Listing, changed: Iterable<OutletRow>): Listing {
  const rows = [...listing.rows];
  for (const row of changed) {
    const n = listing.at.get(row.code);
    if (n !== undefined) rows[n] = row;
  }
  return withRows(listing, rows);
}

function withRows(listing: Listing, rows: readonly OutletRow[]): Listing {
  // Figures change many times a second where the whole country sells: an order of texts outlives them.
  const lasting = [...listing.ordered].filter(([order]) => byText.has(order));
  return { ...listing, rows, ordered: new Map(lasting) };
}

const isSameText = (row: OutletRow, before: OutletRow | undefined): boolean =>
  row.code === before?.code &&
  row.name === before.name &&
  row.county === before.county &&
  row.town === before.town &&
  row.chain === before.chain;

const placeOf = ({ county, town }: OutletRow): string => `${county}${town}`;

const collator = new Intl.Collator('zh-Hant-TW');

function ranks(rows: readonly OutletRow[], of: (row: OutletRow) => string): ReadonlyMap<string, number> {
  const texts = [...new Set(rows.map(of))].sort(collator.compare);
  return new Map(texts.map((text, i) => [text, i]));
}

/** The rows that are wanted, in their order. */
export function arranged(listing: Listing, filter: Filter, sorting: Sorting): OutletRow[] {
  const { rows, texts } = listing;
  const words = wordsOf(filter.text);
  const wanted: OutletRow[] = [];
  for (const n of inOrder(listing, sorting)) {
    const row = rows[n] as OutletRow;
    if (filter.county !== '' && row.county !== filter.county) continue;
    if (filter.notice !== 'any' && !row.notices.includes(filter.notice)) continue;
    if (words.length > 0 && !words.every((word) => texts.searched[n]?.includes(word))) continue;
    wanted.push(row);
  }
  return wanted;
}

const nameOf = ({ by, way }: Sorting): string => `${by} ${way}`;
const byText: ReadonlySet<string> = new Set(
  (['name', 'place'] as const).flatMap((by) => [nameOf({ by, way: 'up' }), nameOf({ by, way: 'down' })]),
);

/** All rows, sorted once for all filters, until their figures change. */
function inOrder(listing: Listing, sorting: Sorting): readonly number[] {
  const known = listing.ordered.get(nameOf(sorting));
  if (known) return known;
  const { rows, texts } = listing;
  const keys = Float64Array.from(rows, (row, n) => keyOf(row, n, texts, sorting.by));
  const key = (n: number) => keys[n] as number;
  const name = (n: number) => texts.nameRank[n] as number;
  const sign = sorting.way === 'up' ? 1 : -1;
  // What is equal keeps to its name, so that rows do not change places when nothing about them did.
  const order = [...rows.keys()].sort((a, b) =>
    key(a) === key(b) ? name(a) - name(b) : key(a) < key(b) ? -sign : sign,
  );
  listing.ordered.set(nameOf(sorting), order);
  return order;
}

function keyOf(row: OutletRow, n: number, texts: Texts, by: Order): number {
  switch (by) {
    case 'name':
      return texts.nameRank[n] ?? 0;
    case 'place':
      return texts.placeRank[n] ?? 0;
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
