import { bandsFrom, type CountryStock, columnsFormat } from '#central-api';
import { detailsColumnsOf } from './details-columns.ts';
import { keptWhile } from './kept-while.ts';
import { packed, packedBetterAndBetter } from './packed.ts';
import { freshness } from './public-outlet.ts';
import type { PublicStock, Shown } from './public-stock.ts';
import type { ReadyAnswer } from './ready-answers.ts';

/** The country in columns, ready to be sent; packed on other threads when the first one asks. */
export interface CountryColumns {
  /** The hash of the list as it is. */
  list(): string;
  positions(): Promise<ReadyAnswer>;
  directory(): Promise<ReadyAnswer>;
  details(): Promise<ReadyAnswer>;
  stock(): Promise<ReadyAnswer>;
}

/** Of one that changes now and then, and of one that stays for a second. */
const brotliQuality = { details: 8, stock: 5 } as const;

export function createCountryColumns(stock: Pick<PublicStock, 'shown' | 'cursor'>): CountryColumns {
  const ofList = () => stock.shown().ofList;
  const positions = keptWhile(ofList, ({ positions }) => packedBetterAndBetter(bytesOf(positions)));
  const directory = keptWhile(ofList, ({ directory }) => packedBetterAndBetter(bytesOf(directory)));
  const details = keptWhile(
    () => stock.shown().detailsVersion,
    () => packed(bytesOf(detailsColumnsOf(ofList().list, stock.shown().outlets)), brotliQuality.details),
  );
  const figures = keptWhile(
    () => stock.shown().version,
    () => packed(bytesOf(stockColumns(stock.shown(), stock.cursor().cursor)), brotliQuality.stock),
  );
  return {
    list: () => ofList().list,
    positions: () => positions()(),
    directory: () => directory()(),
    ...{ details, stock: figures },
  };
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

const bytesOf = (columns: object): Buffer => Buffer.from(JSON.stringify(columns));
