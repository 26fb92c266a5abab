import Supercluster from 'supercluster';
import type { Country } from '../country.ts';

export interface Grouped {
  /** Its place in the columns. */
  readonly n: number;
}
export interface Counted {
  withMasks: number;
}

/** As much of a country as is grouped. */
export interface GroupedCountry extends Pick<Country, 'size' | 'place' | 'revision'> {
  stock(n: number): { readonly adult: number; readonly child: number };
}

/** Outlets that stand close together at a zoom, as groups. */
export interface Groups {
  within(box: [west: number, south: number, east: number, north: number], zoom: number): readonly Group[];
  /** At which zoom a group of this zoom falls apart. */
  opensAt(group: number, zoom: number): number;
  /** Makes those of the whole country's view, before somebody asks for them. */
  prepare(): void;
}
type Index = Supercluster<Grouped, Counted>;
type Group = ReturnType<Index['getClusters']>[number];
type Points = Parameters<Index['load']>[0];

export const leastZoom = 6;
/** The whole country is seen up to here: few groups, which are quickly made. */
const farZoom = 8;
/** Nearer than this every outlet stands for itself. */
const nearZoom = 15;

const made = new WeakMap<GroupedCountry, { readonly groups: Groups; readonly revision: number }>();

/** Of the figures as they are: made once for as long as they stay. */
export function groupsOf(country: GroupedCountry): Groups {
  const known = made.get(country);
  const revision = country.revision();
  if (known?.revision === revision) return known.groups;
  const groups = createGroups(country);
  made.set(country, { groups, revision });
  return groups;
}

/**
 * Made in two parts, because all zooms at once take a telephone a quarter of a second, and whoever opens the map sees the
 * whole country first.
 */
function createGroups(country: GroupedCountry): Groups {
  const points = pointsOf(country);
  let far: Index | null = null;
  let near: Index | null = null;
  const at = (zoom: number) => {
    if (zoom <= farZoom) {
      far ??= grouped(country, points, leastZoom, farZoom);
      return far;
    }
    near ??= grouped(country, points, farZoom + 1, nearZoom);
    return near;
  };
  return {
    within: (box, zoom) => at(zoom).getClusters(box, zoom),
    opensAt: (group, zoom) => at(zoom).getClusterExpansionZoom(group),
    prepare: () => void at(farZoom),
  };
}

function grouped(country: GroupedCountry, points: Points, minZoom: number, maxZoom: number): Index {
  const groups = new Supercluster<Grouped, Counted>({
    ...{ radius: 60, extent: 256, minPoints: 3, minZoom, maxZoom },
    map: ({ n }) => {
      const { adult, child } = country.stock(n);
      return { withMasks: adult + child > 0 ? 1 : 0 };
    },
    reduce: (sum, { withMasks }) => {
      sum.withMasks += withMasks;
    },
  });
  return groups.load(points);
}

const pointsOf = (country: GroupedCountry): Points =>
  Array.from({ length: country.size }, (_, n) => n).flatMap((n) => {
    const place = country.place(n);
    const coordinates = place && [place.longitude, place.latitude];
    return coordinates
      ? [{ type: 'Feature' as const, properties: { n }, geometry: { type: 'Point' as const, coordinates } }]
      : [];
  });
