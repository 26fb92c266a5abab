import type { LookUpView, PublicLanguage } from '#central-api';

export type Query = LookUpView['query'];

/** The page's own address for a query, so that a link works without a program and can be passed on. */
export function pageAddress(language: PublicLanguage, query: Partial<Query>, anchor = ''): string {
  const search = parametersOf(query);
  if (language !== 'zh') search.set('lang', language);
  const text = search.toString();
  return `/${text && `?${text}`}${anchor && `#${anchor}`}`;
}

/** What the list is asked for; what is empty is left out, so that one question has one address for every cache. */
export function parametersOf({
  q = '',
  county = '',
  town = '',
  has,
  after = 0,
}: Partial<Query>): URLSearchParams {
  const search = new URLSearchParams();
  if (q.trim()) search.set('q', q.trim());
  if (county) search.set('county', county);
  if (county && town) search.set('town', town);
  if (has) search.set('has', has);
  if (after > 0) search.set('after', String(after));
  return search;
}

/** Where a telephone's own map shows it. */
export const mapAddress = (place: { latitude: number; longitude: number } | null, address: string): string =>
  `https://www.openstreetmap.org/${
    place
      ? `?mlat=${place.latitude}&mlon=${place.longitude}#map=18/${place.latitude}/${place.longitude}`
      : `search?query=${encodeURIComponent(address)}`
  }`;

/** A number to dial: 02-2577-4551. `null` where there is none. */
export function telephone(phone: string): string | null {
  const digits = phone
    .normalize('NFKC')
    .replace(/[^\d#+]/g, '')
    .replace('#', ',');
  return digits.length >= 6 ? `tel:${digits}` : null;
}
