import type { Place } from './figures.ts';

const earthMetres = 6_371_008;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Metres along the surface, by the haversine formula. */
export function metresBetween(a: Place, b: Place): number {
  const [latitude, longitude] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)];
  const h =
    Math.sin(latitude / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(longitude / 2) ** 2;
  return 2 * earthMetres * Math.asin(Math.sqrt(h));
}

/** Farther away than this from every outlet, a place is not in Taiwan. */
export const outsideMetres = 100_000;

/** As people say it: 80 m, 350 m, 1.2 km, 34 km. */
export function distanceText(metres: number): string {
  if (metres < 995) return `${Math.max(10, Math.round(metres / 10) * 10)} m`;
  const km = metres / 1000;
  return `${km < 9.95 ? km.toFixed(1) : Math.round(km)} km`;
}
