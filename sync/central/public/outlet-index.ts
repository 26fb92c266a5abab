import type { PublicOutlet } from '#central-api';
import { counties } from '../outlets/address.ts';
import { englishCounty, englishTown } from './english-places.ts';

/** Which outlets a search finds. Made once for a list, since words do not change with the stock. */
export interface OutletIndex {
  /** Where in the list those stand that are found; by county, town and name. */
  matching(wanted: WantedPlace): Uint16Array;
}

export interface WantedPlace {
  /** All have to be found. */
  readonly words: readonly string[];
  /** Empty: any. */
  readonly county: string;
  readonly town: string;
}

/** So many searches are kept: as many as people repeat, and few megabytes. */
const searchesMost = 1_000;

export function createOutletIndex(outlets: readonly PublicOutlet[]): OutletIndex {
  const texts = outlets.map(({ code, name, address, county, town }) =>
    searched(
      [code, name, address, county, town, englishCounty(county), englishTown(county, town)].join('\n'),
    ),
  );
  const countyOf = outlets.map(({ county }) => searched(county));
  const townOf = outlets.map(({ town }) => searched(town));
  const inOrder = Uint16Array.from(byPlace(outlets));
  const known = new Map<string, Uint16Array>();

  const find = ({ words, county, town }: WantedPlace): Uint16Array =>
    inOrder.filter(
      (i) =>
        (county === '' || countyOf[i] === county) &&
        (town === '' || townOf[i] === town) &&
        words.every((word) => texts[i]?.includes(word)),
    );

  return {
    matching(wanted) {
      const key = JSON.stringify(wanted);
      const found = known.get(key) ?? find(wanted);
      known.delete(key);
      known.set(key, found);
      if (known.size > searchesMost) known.delete(known.keys().next().value ?? '');
      return found;
    },
  };
}

/** As it is searched: full-width digits are digits, 台 is 臺, 巿 is 市, letters have one size, and Da'an is Daan. */
export const searched = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replaceAll('臺', '台').replaceAll('\u5DFF', '市').replace(/['’]/g, '');

export const wordsOf = (text: string): string[] =>
  [...new Set(searched(text).split(/\s+/))].filter(Boolean).sort();

function byPlace(outlets: readonly PublicOutlet[]): number[] {
  // Towns in the order of their codes, which is the authority's.
  const ranks = new Map<string, number>();
  for (const { county, town } of outlets) ranks.set(placeKey(county, town), ranks.size);
  const rankOf = outlets.map(({ county, town }) => {
    const place = counties.indexOf(county);
    return (
      (place < 0 ? counties.length : place) * (ranks.size + 1) + (ranks.get(placeKey(county, town)) ?? 0)
    );
  });
  const rank = (i: number): number => rankOf[i] ?? 0;
  const name = (i: number): string => outlets[i]?.name ?? '';
  return outlets
    .map((_, i) => i)
    .sort((a, b) => rank(a) - rank(b) || (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : a - b));
}

const placeKey = (county: string, town: string): string => `${county}\n${town}`;
