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
  /** An outlet as far as columns tell; `null` without the directory. */
  outlet(n: number): PublicOutlet | null;
  /** Figures of some outlets are replaced, in place. */
  replace(changes: readonly StockNow[]): void;
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
  readonly state: SellingState;
  readonly heardAt: Instant | null;
}

export interface Columns {
  readonly positions: Positions;
  readonly stock: CountryStock;
  readonly directory: Directory | null;
}

/** `null`: the columns are of different lists, so that one of them has to be asked for again. */
export function countryOf({ positions, stock, directory }: Columns): Country | null {
  if (stock.list !== positions.list || (directory && directory.list !== positions.list)) return null;
  const places = placesOf(positions);
  const figures = figuresOf(stock);
  const byCode = new Map(positions.codes.map((code, n) => [code, n]));
  const texts = directory ? searchTexts(positions.codes, directory) : null;
  const size = positions.codes.length;
  const figure = (n: number): CountryFigure => figures[n] ?? nothing;
  const band = bandIn(stock.bandsFrom);
  const bands = (n: number) => ({ adult: band(figure(n).adult), child: band(figure(n).child) });
  let byStock: number[] | null = null;
  const mostFirst = () => {
    const pieces = (n: number) => figure(n).adult + figure(n).child;
    byStock ??= Array.from({ length: size }, (_, n) => n).sort((a, b) => pieces(b) - pieces(a) || a - b);
    return byStock;
  };
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
      if (!directory) return null;
      const { adult, child, state, heardAt } = figure(n);
      return {
        ...{ code: positions.codes[n] as OutletCode, ...whereIs(directory, n), place: places[n] ?? null },
        ...{ name: directory.names[n] ?? '', phone: directory.phones[n] ?? '' },
        ...{ pieces: { adult, child }, bands: bands(n) },
        ...{ promised: { adult: 0, child: 0 }, selling: { state, note: '' }, heardAt },
        ...{ hours: null, hoursNote: '', servicePeriods: '', note: '', ownNote: '', website: '' },
      };
    },
    replace(changes) {
      for (const { code, pieces, selling, heardAt } of changes) {
        const n = byCode.get(code);
        if (n !== undefined) figures[n] = { ...pieces, state: selling.state, heardAt };
      }
      byStock = null;
    },
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

const nothing: CountryFigure = { adult: 0, child: 0, state: 'open', heardAt: null };

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

function figuresOf({ at, adult, child, notSelling, heardMinutesAgo }: CountryStock): CountryFigure[] {
  const states = new Map(notSelling);
  return adult.map((pieces, n) => {
    const ago = heardMinutesAgo[n] ?? -1;
    return {
      ...{ adult: pieces, child: child[n] ?? 0, state: states.get(n) ?? 'open' },
      heardAt: ago < 0 ? null : ((at - ago * 60_000) as Instant),
    };
  });
}

const bandIn =
  ({ plenty, some }: CountryStock['bandsFrom']) =>
  (pieces: number): Band =>
    pieces >= plenty ? 'plenty' : pieces >= some ? 'some' : pieces > 0 ? 'few' : 'none';

function whereIs({ towns, counties, town, addresses }: Directory, n: number) {
  const [name = '', county = 0] = towns[town[n] ?? -1] ?? [];
  const [where, address] = [counties[county] ?? '', addresses[n] ?? ''];
  // What begins with its county and town comes without them; what does not says so by a sign in front.
  const whole = address.startsWith('=') ? address.slice(1) : `${where}${name}${address}`;
  return { county: where, town: name, address: whole };
}

function searchTexts(codes: readonly string[], directory: Directory): string[] {
  return codes.map((code, n) => {
    const { county, town, address } = whereIs(directory, n);
    return normalText(`${code}\n${directory.names[n]}\n${address}\n${county}\n${town}`);
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
