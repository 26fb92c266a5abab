import type { OutletsQuery, PublicOutlet } from '#central-api';
import type { OutletCode } from '#rules';
import { createOutletIndex, type OutletIndex, searched, wordsOf } from './outlet-index.ts';
import { freshness } from './public-outlet.ts';
import type { PublicStock, Shown } from './public-stock.ts';

/** One page of what a search finds. */
export interface Found {
  readonly total: number;
  readonly outlets: readonly PublicOutlet[];
  readonly next: number | null;
}

export interface Search {
  find(query: OutletsQuery): Found;
  /** `OutletsAnswer` as JSON. */
  text(query: OutletsQuery): string;
  /** The same for all queries that have the same answer. */
  keyOf(query: OutletsQuery): string;
}

export function createSearch(stock: Pick<PublicStock, 'shown'>): Search {
  let index: { readonly of: number; readonly is: OutletIndex } | null = null;
  const texts = new WeakMap<PublicOutlet, string>();

  function indexOf({ listVersion, outlets }: Shown): OutletIndex {
    if (index?.of !== listVersion) index = { of: listVersion, is: createOutletIndex(outlets) };
    return index.is;
  }

  function find({ q, county, town, codes, has, order, limit, after }: OutletsQuery): Found {
    const shown = stock.shown();
    const wanted = { words: wordsOf(q), county: searched(county.trim()), town: searched(town.trim()) };
    const matching = indexOf(shown).matching(wanted);
    const having = has ? matching.filter((place) => piecesAt(shown, place, has) > 0) : matching;
    const ordered = codes
      ? inOrderOf(codes, having, shown)
      : order === 'place'
        ? having
        : mostFirst(having, shown, has ?? 'either');
    const outlets = [...ordered.subarray(after, after + limit)].flatMap(
      (place) => shown.outlets[place] ?? [],
    );
    return { total: ordered.length, outlets, next: after + limit < ordered.length ? after + limit : null };
  }

  /** An outlet is in many answers before it changes. */
  function textOf(outlet: PublicOutlet): string {
    const known = texts.get(outlet) ?? JSON.stringify(outlet);
    texts.set(outlet, known);
    return known;
  }

  return {
    find,
    text(query) {
      const { at, day } = stock.shown();
      const { total, outlets, next } = find(query);
      const head = JSON.stringify({ at, day, total, next, freshness }).slice(0, -1);
      return `${head},"outlets":[${outlets.map(textOf).join(',')}]}`;
    },
    keyOf: ({ q, county, town, codes, has, order, limit, after }) =>
      JSON.stringify([
        wordsOf(q),
        searched(county.trim()),
        searched(town.trim()),
        codes,
        has,
        order,
        limit,
        after,
      ]),
  };
}

type Kind = NonNullable<OutletsQuery['has']>;

function piecesAt({ outlets }: Shown, place: number, kind: Kind): number {
  const pieces = outlets[place]?.pieces;
  if (!pieces) return 0;
  return kind === 'either' ? pieces.adult + pieces.child : pieces[kind];
}

/** Those that have the same stay by their place. */
function mostFirst(places: Uint16Array, shown: Shown, kind: Kind): Uint16Array {
  // Numbers alone are sorted five times as quickly as by a function that compares.
  const keys = Float64Array.from(places, (place, i) => i - piecesAt(shown, place, kind) * places.length);
  keys.sort();
  return Uint16Array.from(
    keys,
    (key) => places[((key % places.length) + places.length) % places.length] ?? 0,
  );
}

/** Each once, however often it is asked for. */
function inOrderOf(codes: readonly OutletCode[], places: Uint16Array, { outlets }: Shown): Uint16Array {
  const wanted = new Map([...new Set(codes)].map((code, i) => [code, i]));
  const rank = (place: number): number | undefined => wanted.get(outlets[place]?.code as OutletCode);
  return places.filter((place) => rank(place) !== undefined).sort((a, b) => (rank(a) ?? 0) - (rank(b) ?? 0));
}
