import type { OutletCode } from '#rules';
import type { CentralDatabase, Reading, Statements, Value } from '../database/database.ts';
import { knownAfter, type ListedOutlet, type ListedPart } from './outlet.ts';

/** The authority's list of outlets, as the centre keeps it. */
export interface OutletList {
  /** Adds them, or replaces what is known of them; with `parts` only those, and the rest stays as it is known. */
  keep(outlets: readonly ListedOutlet[], parts?: ReadonlySet<ListedPart>): Promise<void>;
  /** In the order of their codes. */
  all(): Promise<readonly ListedOutlet[]>;
  one(outlet: OutletCode): Promise<ListedOutlet | null>;
  /** Told after each change that was made here. @returns what ends it */
  subscribe(changed: () => Promise<void>): () => void;
}

const columns = {
  outlet: 'outlet',
  name: 'name',
  address: 'address',
  phone: 'phone',
  county: 'county',
  town: 'town',
  village: 'village',
  chain: 'chain',
  longitude: 'longitude',
  latitude: 'latitude',
  servicePeriods: 'service_periods',
  note: 'note',
  ownNote: 'own_note',
  website: 'website',
} as const;

interface Row extends Omit<ListedOutlet, 'place'> {
  readonly longitude: number | null;
  readonly latitude: number | null;
}

const selected = Object.entries(columns)
  .map(([name, column]) => `${column} AS "${name}"`)
  .join(', ');
const kept = Object.values(columns);
const insert = `INSERT INTO outlets (${kept.join(', ')}) VALUES (${kept.map(() => '?').join(', ')})
  ON CONFLICT (outlet) DO UPDATE SET ${kept.map((column) => `${column} = excluded.${column}`).join(', ')}`;

export function createOutletList({ reading, inOutlet }: CentralDatabase): OutletList {
  const listeners = new Set<() => Promise<void>>();
  return {
    async keep(outlets, parts) {
      // Begun together, so that a database that commits in groups does so for hundreds at a time.
      await Promise.all(
        outlets.map((listed) => inOutlet(listed.outlet, (statements) => keepOne(statements, listed, parts))),
      );
      for (const listener of listeners) await listener();
    },
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    all: async () =>
      (await reading.all<Row>(`SELECT ${selected} FROM outlets ORDER BY outlet`)).map(listedOf),
    one: (outlet) => readOne(reading, outlet),
  };
}

async function keepOne(
  statements: Statements,
  listed: ListedOutlet,
  parts: ReadonlySet<ListedPart> | undefined,
): Promise<void> {
  const before = parts ? await readOne(statements, listed.outlet) : null;
  await statements.run(insert, valuesOf(before && parts ? knownAfter(before, listed, parts) : listed));
}

async function readOne(reading: Pick<Reading, 'get'>, outlet: OutletCode): Promise<ListedOutlet | null> {
  const row = await reading.get<Row>(`SELECT ${selected} FROM outlets WHERE outlet = ?`, [outlet]);
  return row && listedOf(row);
}

function valuesOf({ place, ...listed }: ListedOutlet): Value[] {
  const row: Row = { ...listed, longitude: place?.longitude ?? null, latitude: place?.latitude ?? null };
  return (Object.keys(columns) as (keyof typeof columns)[]).map((name) => row[name]);
}

const listedOf = ({ longitude, latitude, ...listed }: Row): ListedOutlet => ({
  ...listed,
  place: longitude === null || latitude === null ? null : { longitude, latitude },
});
