import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import {
  bandsFrom,
  type CountryStock,
  type Directory,
  type Positions,
  type PublicOutlet,
} from '#central-api';
import { regularPlace } from '../outlets/address.ts';
import { keptWhile } from './kept-while.ts';
import { freshness } from './public-outlet.ts';
import type { PublicStock, Shown } from './public-stock.ts';
import { etagOf, type ReadyAnswer } from './ready-answers.ts';

/** The country in columns, ready to be sent; packed on other threads when the first one asks. */
export interface CountryColumns {
  /** The hash of the list as it is. */
  list(): string;
  positions(): Promise<ReadyAnswer>;
  directory(): Promise<ReadyAnswer>;
  stock(): Promise<ReadyAnswer>;
}

/** Of files that stay for a day, and of one that stays for a second. */
const brotliQuality = { list: 11, stock: 5 } as const;

export function createCountryColumns(stock: Pick<PublicStock, 'shown' | 'cursor'>): CountryColumns {
  const ofList = keptWhile(
    () => stock.shown().listVersion,
    () => listOf(stock.shown().outlets),
  );
  const positions = keptWhile(ofList, ({ list, positions }) => pack({ list, ...positions }, 'list'));
  const directory = keptWhile(ofList, ({ list, directory }) => pack({ list, ...directory }, 'list'));
  const figures = keptWhile(
    () => stock.shown().version,
    () => pack(stockColumns(stock.shown(), ofList().list, stock.cursor().cursor), 'stock'),
  );
  return { list: () => ofList().list, positions, directory, stock: figures };
}

interface ListColumns {
  readonly list: string;
  readonly positions: Omit<Positions, 'list'>;
  readonly directory: Omit<Directory, 'list'>;
}

function listOf(outlets: readonly PublicOutlet[]): ListColumns {
  const positions = positionColumns(outlets);
  const directory = directoryColumns(outlets);
  return { list: hash('sha256', JSON.stringify([positions, directory])).slice(0, 16), positions, directory };
}

const positionColumns = (outlets: readonly PublicOutlet[]): Omit<Positions, 'list'> => ({
  codes: outlets.map(({ code }) => code),
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

function directoryColumns(outlets: readonly PublicOutlet[]): Omit<Directory, 'list'> {
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
    counties,
    towns,
    names: outlets.map(({ name }) => name),
    addresses: outlets.map(shortAddress),
    phones: outlets.map(({ phone }) => phone),
    town,
  };
}

/** Real addresses write 台 for 臺, of the same length. */
function shortAddress({ address, county, town }: PublicOutlet): string {
  const head = `${county}${town}`;
  return regularPlace(address).startsWith(head) ? address.slice(head.length) : `=${address}`;
}

const stockColumns = ({ at, outlets }: Shown, list: string, cursor: number): CountryStock => ({
  ...{ list, at, cursor },
  adult: outlets.map(({ pieces }) => pieces.adult),
  child: outlets.map(({ pieces }) => pieces.child),
  notSelling: outlets.flatMap(({ selling }, i): CountryStock['notSelling'] =>
    selling.state === 'open' ? [] : [[i, selling.state]],
  ),
  heardMinutesAgo: outlets.map(({ heardAt }) =>
    heardAt === null ? -1 : Math.max(0, Math.floor((at - heardAt) / 60_000)),
  ),
  ...{ bandsFrom, freshness },
});

const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);

async function pack(columns: object, what: keyof typeof brotliQuality): Promise<ReadyAnswer> {
  const bytes = Buffer.from(JSON.stringify(columns));
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: brotliQuality[what],
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  const [zipped, brotli] = await Promise.all([gzipped(bytes, { level: 6 }), brotlied(bytes, { params })]);
  return { bytes, gzip: zipped, brotli, etag: etagOf(bytes) };
}
