import type { CountryStock, Directory, Positions } from '#central-api';
import type { Ask } from './ask.ts';
import { type Country, countryOf } from './country.ts';

/** The country's columns on this device: fetched when somebody needs them, once. */
export interface CountryColumns {
  /** Places and figures. */
  figures(): Promise<Country>;
  /** And names and addresses. */
  whole(): Promise<Country>;
  /** The figures anew, and everything if the list is another. */
  renew(): Promise<Country>;
}

export function createCountryColumns(deps: {
  readonly ask: Pick<Ask, 'stock' | 'positions' | 'directory'>;
  arrived(country: Country): void;
}): CountryColumns {
  const { ask, arrived } = deps;
  let stock: Promise<CountryStock> | null = null;
  let positions: Promise<Positions> | null = null;
  let directory: Promise<Directory> | null = null;

  async function gather(of: readonly [Promise<CountryStock>, Promise<Positions>, Promise<Directory> | null]) {
    try {
      const country = countryOf({ stock: await of[0], positions: await of[1], directory: await of[2] });
      // A new list came out between two of the answers; whoever asks again gets three of one list.
      if (!country) throw new Error('the columns are of different lists');
      arrived(country);
      return country;
    } catch (error) {
      [stock, positions, directory] = [null, null, null];
      throw error;
    }
  }

  function figures(list?: string): Promise<Country> {
    stock ??= ask.stock();
    positions ??= ask.positions(list);
    return gather([stock, positions, directory]);
  }

  function whole(list?: string): Promise<Country> {
    directory ??= ask.directory(list);
    return figures(list);
  }

  return {
    figures: () => figures(),
    whole: () => whole(),
    async renew() {
      const before = positions && (await positions);
      const newer = await ask.stock();
      const deep = directory !== null;
      if (newer.list !== before?.list) [positions, directory] = [null, null];
      stock = Promise.resolve(newer);
      // By its name, so that no cache on the way answers with the list before.
      return deep ? whole(newer.list) : figures(newer.list);
    },
  };
}
