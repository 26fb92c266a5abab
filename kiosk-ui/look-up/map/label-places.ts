type Point = readonly [longitude: number, latitude: number];
type Ring = readonly Point[];

/** Where a name stands best in a land: the middle of the largest circle that fits into it. */
export interface LabelPlace {
  readonly longitude: number;
  readonly latitude: number;
  /** Of the circle, in degrees of longitude. */
  readonly radius: number;
}

const steps = 48;
/** A degree of latitude is so many of longitude, on the map, in the middle of Taiwan. */
const stretch = 1.1;

/** @param polygons the outer ring first, as in GeoJSON; the name stands in the largest of them */
export function labelPlaceOf(polygons: readonly (readonly Ring[])[]): LabelPlace {
  const rings = polygons.toSorted((a, b) => areaOf(b[0] ?? []) - areaOf(a[0] ?? []))[0] ?? [];
  const outer = rings[0] ?? [];
  const [west, east] = extentOf(outer.map(([x]) => x));
  const [south, north] = extentOf(outer.map(([, y]) => y));
  let best: LabelPlace = { longitude: (west + east) / 2, latitude: (south + north) / 2, radius: 0 };
  for (let n = 0; n < steps * steps; n++) {
    const longitude = west + ((east - west) * ((n % steps) + 0.5)) / steps;
    const latitude = south + ((north - south) * (Math.floor(n / steps) + 0.5)) / steps;
    const at: Point = [longitude, latitude];
    if (!rings.every((ring, i) => isWithin(ring, at) === (i === 0))) continue;
    const radius = Math.min(...rings.map((ring) => distanceTo(ring, at)));
    if (radius > best.radius) best = { longitude, latitude, radius };
  }
  return best;
}

const extentOf = (values: readonly number[]): [number, number] => [Math.min(...values), Math.max(...values)];

const sidesOf = (ring: Ring): [Point, Point][] =>
  ring.slice(1).map((to, n): [Point, Point] => [ring[n] as Point, to]);

const areaOf = (ring: Ring): number =>
  Math.abs(sidesOf(ring).reduce((sum, [[ax, ay], [bx, by]]) => sum + ax * by - bx * ay, 0)) / 2;

/** Whether a line from there to the east crosses the ring an odd number of times. */
const isWithin = (ring: Ring, [x, y]: Point): boolean =>
  sidesOf(ring).filter(
    ([[ax, ay], [bx, by]]) => ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax,
  ).length %
    2 ===
  1;

const distanceTo = (ring: Ring, [x, y]: Point): number =>
  Math.min(
    ...sidesOf(ring).map(([[ax, ay], [bx, by]]) => {
      const [dx, dy] = [bx - ax, (by - ay) * stretch];
      const [px, py] = [x - ax, (y - ay) * stretch];
      const along = Math.max(0, Math.min(1, (px * dx + py * dy) / (dx * dx + dy * dy || 1)));
      return Math.hypot(px - along * dx, py - along * dy);
    }),
  );
