import { hash } from 'node:crypto';
import { columnsFormat, type Directory, type Positions } from '#central-api';
import { regularPlace } from '../outlets/address.ts';
import type { ListedOutlet } from '../outlets/outlet.ts';
import { englishCounty, englishTown } from './english-places.ts';

/** What changes with the authority's list alone, and the name of that list. */
export interface ListColumns {
  /** The same for the same columns, whichever process makes them; another in another format. */
  readonly list: string;
  readonly positions: Positions;
  readonly directory: Directory;
}

/** @param outlets in the order of their codes */
export function listColumnsOf(outlets: readonly ListedOutlet[]): ListColumns {
  const positions = positionColumns(outlets);
  const directory = directoryColumns(outlets);
  const list = hash('sha256', JSON.stringify([columnsFormat, positions, directory])).slice(0, 16);
  const head = { format: columnsFormat, list } as const;
  return { list, positions: { ...head, ...positions }, directory: { ...head, ...directory } };
}

type Headless<Columns> = Omit<Columns, 'format' | 'list'>;

const positionColumns = (outlets: readonly ListedOutlet[]): Headless<Positions> => ({
  codes: outlets.map(({ outlet }) => outlet),
  longitudes: differences(outlets.map(({ place }) => place?.longitude ?? null)),
  latitudes: differences(outlets.map(({ place }) => place?.latitude ?? null)),
});

/** In ten-thousandths, about ten metres: what a map needs. */
function differences(degrees: readonly (number | null)[]): (number | null)[] {
  let before = 0;
  return degrees.map((degree) => {
    if (degree === null) return null;
    const units = Math.round(degree * 1e4);
    const difference = units - before;
    before = units;
    return difference;
  });
}

function directoryColumns(outlets: readonly ListedOutlet[]): Headless<Directory> {
  const counties = [...new Set(outlets.map(({ county }) => county))];
  const countyPlaces = new Map(counties.map((county, i) => [county, i]));
  const townPlaces = new Map<string, number>();
  const towns: [string, number][] = [];
  const town = outlets.map((outlet) => {
    const key = `${outlet.county}\n${outlet.town}`;
    const known = townPlaces.get(key);
    if (known !== undefined) return known;
    townPlaces.set(key, towns.length);
    return towns.push([outlet.town, countyPlaces.get(outlet.county) ?? 0]) - 1;
  });
  return {
    ...{ counties, towns },
    countiesEnglish: counties.map(englishCounty),
    townsEnglish: towns.map(([town, county]) => englishTown(counties[county] ?? '', town)),
    names: outlets.map(({ name }) => name),
    addresses: outlets.map(shortAddress),
    phones: outlets.map(({ phone }) => phone),
    town,
  };
}

/** Real addresses write 台 for 臺, of the same length. */
function shortAddress({ address, county, town }: ListedOutlet): string {
  const head = `${county}${town}`;
  return regularPlace(address).startsWith(head) ? address.slice(head.length) : `=${address}`;
}
