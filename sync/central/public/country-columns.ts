import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { bandsFrom, type CountryStock, columnsFormat } from '#central-api';
import { detailsColumnsOf } from './details-columns.ts';
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
  details(): Promise<ReadyAnswer>;
  stock(): Promise<ReadyAnswer>;
}

/** Of files that stay for a day, of one that changes now and then, and of one that stays for a second. */
const brotliQuality = { list: 11, details: 8, stock: 5 } as const;

export function createCountryColumns(stock: Pick<PublicStock, 'shown' | 'cursor'>): CountryColumns {
  const ofList = () => stock.shown().ofList;
  const positions = keptWhile(ofList, ({ positions }) => pack(positions, 'list'));
  const directory = keptWhile(ofList, ({ directory }) => pack(directory, 'list'));
  const details = keptWhile(
    () => stock.shown().detailsVersion,
    () => pack(detailsColumnsOf(ofList().list, stock.shown().outlets), 'details'),
  );
  const figures = keptWhile(
    () => stock.shown().version,
    () => pack(stockColumns(stock.shown(), stock.cursor().cursor), 'stock'),
  );
  return { list: () => ofList().list, positions, directory, details, stock: figures };
}

const stockColumns = ({ at, readAt, outlets, ofList, promises }: Shown, cursor: number): CountryStock => ({
  ...{ format: columnsFormat, list: ofList.list, at, cursor },
  adult: outlets.map(({ pieces }) => pieces.adult),
  child: outlets.map(({ pieces }) => pieces.child),
  promised: outlets.flatMap(({ promised: { adult, child } }, i): CountryStock['promised'] =>
    adult + child === 0 ? [] : [[i, adult, child]],
  ),
  notSelling: outlets.flatMap(({ selling: { state, note } }, i): CountryStock['notSelling'] =>
    state === 'open' ? [] : [[i, state, note]],
  ),
  heardMinutesAgo: outlets.map(({ heardAt }) =>
    heardAt === null ? -1 : Math.max(0, Math.floor((at - heardAt) / 60_000)),
  ),
  ...{ bandsFrom, freshness, promises, readAt },
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
