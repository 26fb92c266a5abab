import type { CountryStock, Directory, Positions } from '#central-api';
import type { Ask } from './ask.ts';
import { type Country, countryOf } from './country.ts';

/** The country's columns on this device: fetched when somebody needs them, and again when they no longer fit. */
export interface CountryColumns {
  /** Places and figures. */
  figures(): Promise<Country>;
  /** And names, addresses, hours and notes: all that an outlet's card says. */
  whole(): Promise<Country>;
  /** The figures anew, and everything if the list is another. One that is under way is waited for. */
  renew(): Promise<Country>;
}

/** As this program reads columns: whoever changes the format comes by here. */
const format: CountryStock['format'] = 3;
/** A new list may come out between two answers; hardly twice. */
const roundsMost = 3;

type Depth = Country['depth'];

/** @param deps.outdated the centre writes columns that this program does not know: nothing is read from then on */
export function createCountryColumns(deps: {
  readonly ask: Pick<Ask, 'stock' | 'positions' | 'directory' | 'details'>;
  arrived(country: Country): void;
  outdated(): void;
}): CountryColumns {
  const { ask, arrived, outdated } = deps;
  let page: 'current' | 'outdated' = 'current';
  let known: Country | null = null;
  let positions: Positions | null = null;
  let directory: Directory | null = null;
  let renewing: Promise<Country> | null = null;
  let before: Promise<unknown> = Promise.resolve();

  /** One after another, so that what was asked first never takes the place of what was asked later. */
  function inTurn(work: () => Promise<Country>): Promise<Country> {
    const mine = before.then(work);
    before = mine.catch(() => {});
    return mine;
  }

  function readable<Columns extends { readonly format: number }>(columns: Columns): Columns | null {
    // An answer of before there were formats may come out of some cache.
    const theirs = columns.format ?? 0;
    if (theirs > format && page === 'current') {
      page = 'outdated';
      outdated();
    }
    return theirs === format ? columns : null;
  }

  async function gather(depth: Depth): Promise<Country> {
    const isWhole = depth === 'directory';
    for (let round = 1; round <= roundsMost && page === 'current'; round++) {
      const [stock, anyPositions, anyDirectory, anyDetails] = await Promise.all([
        ask.stock().then(readable),
        positions ?? ask.positions().then(readable),
        isWhole ? (directory ?? ask.directory().then(readable)) : null,
        // Within one list they may be others than before.
        isWhole ? ask.details().then(readable) : null,
      ]);
      if (!stock) continue;
      // By its name, so that no cache on the way answers with the list before.
      const { list } = stock;
      const fits = (columns: { readonly list: string } | null) => columns?.list === list;
      const newest = await Promise.all([
        fits(anyPositions) ? anyPositions : ask.positions(list).then(readable),
        !isWhole || fits(anyDirectory) ? anyDirectory : ask.directory(list).then(readable),
        !isWhole || fits(anyDetails) ? anyDetails : ask.details(list).then(readable),
      ]);
      [positions, directory] = newest;
      const names = directory && newest[2] ? { directory, details: newest[2] } : null;
      const country = positions && countryOf({ stock, positions, names });
      if (!country || country.depth !== depth) continue;
      known = country;
      arrived(country);
      return country;
    }
    throw new Error('the columns do not belong together');
  }

  const reached = (depth: Depth) => known !== null && (known.depth === 'directory' || depth === 'figures');
  const atLeast = (depth: Depth) =>
    inTurn(async () => (known && reached(depth) && page === 'current' ? known : gather(depth)));

  return {
    figures: () => atLeast('figures'),
    whole: () => atLeast('directory'),
    renew() {
      renewing ??= inTurn(() => gather(known?.depth ?? 'figures')).finally(() => {
        renewing = null;
      });
      return renewing;
    },
  };
}
