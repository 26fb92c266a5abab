import type { PlacesAnswer, PublicOutlet } from '#central-api';
import { counties } from '../outlets/address.ts';
import type { Shown } from './public-stock.ts';

type Counts = { outlets: number; withAdult: number; withChild: number };

/** Counties in the authority's order, and their towns in that of the codes. Outlets of no known county are left out. */
export function placesOf({ at, outlets }: Pick<Shown, 'at' | 'outlets'>): PlacesAnswer {
  const found = new Map<string, { counts: Counts; towns: Map<string, Counts> }>();
  for (const outlet of outlets) {
    if (outlet.county === '') continue;
    const county = found.get(outlet.county) ?? { counts: none(), towns: new Map<string, Counts>() };
    found.set(outlet.county, county);
    count(county.counts, outlet);
    if (outlet.town === '') continue;
    const town = county.towns.get(outlet.town) ?? none();
    county.towns.set(outlet.town, town);
    count(town, outlet);
  }
  const inOrder = [...found].sort(([a], [b]) => placeOf(a) - placeOf(b));
  return {
    at,
    counties: inOrder.map(([county, { counts, towns }]) => ({
      county,
      ...counts,
      towns: [...towns].map(([town, countsOfTown]) => ({ town, ...countsOfTown })),
    })),
  };
}

const none = (): Counts => ({ outlets: 0, withAdult: 0, withChild: 0 });

function count(counts: Counts, { pieces }: PublicOutlet): void {
  counts.outlets++;
  if (pieces.adult > 0) counts.withAdult++;
  if (pieces.child > 0) counts.withChild++;
}

const placeOf = (county: string): number => counties.indexOf(county) + 1 || counties.length + 1;
