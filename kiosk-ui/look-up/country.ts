import type {
  Band,
  CountryStock,
  Directory,
  Freshness,
  Positions,
  Promises,
  PublicOutlet,
  StockNow,
} from '#central-api';
import type { Query } from './address.ts';
import { englishOf, type NameColumns, toldBy, whereIs } from './columns-told.ts';
import { metresBetween } from './distance.ts';
import type { Instant, MaskKind, OutletCode, Place, SellingState } from './figures.ts';
import { normalText, wordsOf } from './normal-text.ts';

/** The whole country on this device: the n-th of every column is one outlet. */
export interface Country {
  readonly list: string;
  /** From which on changes are missing in its figures. */
  readonly cursor: number;
  readonly size: number;
  /** Without the directory nothing has a name, so that words cannot be looked for. */
  readonly depth: 'figures' | 'directory';
  readonly freshness: Freshness;
  readonly promises: Promises;
  code(n: number): OutletCode;
  indexOf(code: OutletCode): number | undefined;
  place(n: number): Place | null;
  stock(n: number): CountryFigure;
  /** How much that is, by what the centre counts as plenty. */
  bands(n: number): Readonly<Record<MaskKind, Band>>;
  /** An outlet as its own answer tells it; `null` without the directory. */
  outlet(n: number): PublicOutlet | null;
  /** Figures of some outlets are replaced, in place. */
  replace(changes: readonly StockNow[]): void;
  /** How often that was: what was made of the figures before is of no use when it is another. */
  revision(): number;
  /**
   * Which outlets match: most pieces first, or nearest first where a place is given. Codes, names, addresses, counties
   * and towns are searched.
   */
  search(query: Query, near: Place | null): number[];
  /** The distance of the nearest outlet; `Infinity` where none has a place. */
  nearestMetres(from: Place): number;
}

export interface CountryFigure {
  readonly adult: number;
  readonly child: number;
  readonly promised: Readonly<Record<MaskKind, number>>;
  readonly state: SellingState;
  /** What the outlet says of its state. */
  readonly note: string;
  readonly heardAt: Instant | null;
}

export interface Columns {
  readonly positions: Positions;
  readonly stock: CountryStock;
  readonly names: NameColumns | null;
}

/** `null`: the columns are of different lists, so that one of them has to be asked for again. */
export function countryOf({ positions, stock, names }: Columns): Country | null {
  const lists = [stock, ...(names ? [names.directory, names.details] : [])].map(({ list }) => list);
  if (lists.some((list) => list !== positions.list)) return null;
  const directory = names?.directory ?? null;
  const told = names && toldBy(names);
  const places = placesOf(positions);
  const figures = figuresOf(stock);
  const byCode = new Map(positions.codes.map((code, n) => [code, n]));
  const texts = directory ? searchTexts(positions.codes, directory) : null;
  const size = positions.codes.length;
  const figure = (n: number): CountryFigure => figures[n] ?? nothing;
  const band = bandIn(stock.bandsFrom);
  const bands = (n: number) => ({ adult: band(figure(n).adult), child: band(figure(n).child) });
  let revision = 0;
  let byStock: number[] | null = null;
  const mostFirst = () => {
    const pieces = (n: number) => figure(n).adult + figure(n).child;
    byStock ??= Array.from({ length: size }, (_, n) => n).sort((a, b) => pieces(b) - pieces(a) || a - b);
    return byStock;
  };
  // Whoever has the directory is about to search: the first key finds the order made.
  if (directory) mostFirst();
  const metresTo = (from: Place, n: number) => {
    const place = places[n];
    return place ? metresBetween(from, place) : Number.POSITIVE_INFINITY;
  };

  return {
    ...{ list: positions.list, cursor: stock.cursor, size },
    ...{ freshness: stock.freshness, promises: stock.promises },
    depth: directory ? 'directory' : 'figures',
    code: (n) => positions.codes[n] as OutletCode,
    indexOf: (code) => byCode.get(code),
    place: (n) => places[n] ?? null,
    stock: figure,
    bands,
    outlet(n) {
      if (!told) return null;
      const { adult, child, promised, state, note, heardAt } = figure(n);
      return {
        ...{ code: positions.codes[n] as OutletCode, ...told(n), place: places[n] ?? null },
        ...{ pieces: { adult, child }, bands: bands(n), promised, selling: { state, note }, heardAt },
      };
    },
    replace(changes) {
      if (changes.length === 0) return;
      for (const { code, pieces, promised, selling, heardAt } of changes) {
        const n = byCode.get(code);
        if (n !== undefined) figures[n] = { ...pieces, promised, ...selling, heardAt };
      }
      byStock = null;
      revision += 1;
    },
    revision: () => revision,
    search(query, near) {
      const matches = matcherOf(query, texts, directory);
      const has = { adult: (f: CountryFigure) => f.adult > 0, child: (f: CountryFigure) => f.child > 0 };
      const wanted = (f: CountryFigure) =>
        query.has === undefined ||
        (query.has === 'either' ? has.adult(f) || has.child(f) : has[query.has](f));
      const found = mostFirst().filter((n) => matches(n) && wanted(figure(n)));
      if (!near) return found;
      const metres = new Map(found.map((n) => [n, metresTo(near, n)]));
      return found
        .filter((n) => metres.get(n) !== Number.POSITIVE_INFINITY)
        .sort((a, b) => (metres.get(a) ?? 0) - (metres.get(b) ?? 0));
    },
    nearestMetres(from) {
      let least = Number.POSITIVE_INFINITY;
      for (let n = 0; n < size; n++) least = Math.min(least, metresTo(from, n));
      return least;
    },
  };
}

const none = { adult: 0, child: 0 };
const nothing: CountryFigure = { ...none, promised: none, state: 'open', note: '', heardAt: null };

/** Columns of differences as places. */
function placesOf({ longitudes, latitudes }: Positions): (Place | null)[] {
  let [x, y] = [0, 0];
  return longitudes.map((dx, n) => {
    const dy = latitudes[n];
    if (dx === null || dy === null || dy === undefined) return null;
    x += dx;
    y += dy;
    return { longitude: x / 1e4, latitude: y / 1e4 };
  });
}

function figuresOf(stock: CountryStock): CountryFigure[] {
  const { at, adult, child, heardMinutesAgo } = stock;
  const states = new Map(stock.notSelling.map(([n, state, note]) => [n, { state, note }]));
  const promised = new Map(stock.promised.map(([n, adult, child]) => [n, { adult, child }]));
  return adult.map((pieces, n) => {
    const ago = heardMinutesAgo[n] ?? -1;
    return {
      ...{ adult: pieces, child: child[n] ?? 0, promised: promised.get(n) ?? none },
      ...(states.get(n) ?? { state: 'open', note: '' }),
      heardAt: ago < 0 ? null : ((at - ago * 60_000) as Instant),
    };
  });
}

const bandIn =
  ({ plenty, some }: CountryStock['bandsFrom']) =>
  (pieces: number): Band =>
    pieces >= plenty ? 'plenty' : pieces >= some ? 'some' : pieces > 0 ? 'few' : 'none';

function searchTexts(codes: readonly string[], directory: Directory): string[] {
  return codes.map((code, n) => {
    const { county, town, address } = whereIs(directory, n);
    const english = englishOf(directory, n);
    return normalText([code, directory.names[n], address, county, town, english].join('\n'));
  });
}

function matcherOf(
  { q, county, town }: Query,
  texts: readonly string[] | null,
  directory: Directory | null,
): (n: number) => boolean {
  const words = wordsOf(q);
  const towns = directory && county ? townsWanted(directory, county, town) : null;
  return (n) =>
    (towns === null || towns.has(directory?.town[n] ?? -1)) &&
    (words.length === 0 || words.every((word) => texts?.[n]?.includes(word)));
}

const townsWanted = ({ towns, counties }: Directory, county: string, town: string): Set<number> =>
  new Set(
    towns.flatMap(([name, of], n) => (counties[of] === county && (town === '' || town === name) ? [n] : [])),
  );
