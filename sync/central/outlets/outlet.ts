import type { OutletCode } from '#rules';

/** What the authority's list says of an outlet. Unknown texts are empty. */
export interface ListedOutlet {
  readonly outlet: OutletCode;
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly county: string;
  readonly town: string;
  readonly village: string;
  readonly chain: string;
  /** Degrees, WGS 84. */
  readonly place: { readonly longitude: number; readonly latitude: number } | null;
  /** 21 letters, N open and Y closed: mornings Monday to Sunday, afternoons, evenings. */
  readonly servicePeriods: string;
  readonly note: string;
  readonly ownNote: string;
  readonly website: string;
}

export type ListedPart = keyof ListedOutlet;

/**
 * What is known of an outlet after a list that says only some parts of it. County and town follow from an address that
 * names them, where the list has no columns for them.
 */
export function knownAfter(
  before: ListedOutlet,
  listed: ListedOutlet,
  parts: ReadonlySet<ListedPart>,
): ListedOutlet {
  const said = Object.fromEntries([...parts].map((part) => [part, listed[part]])) as Partial<ListedOutlet>;
  if (parts.has('county') || parts.has('town') || listed.county === '') return { ...before, ...said };
  const { county } = listed;
  // An address without a town takes away none, unless the outlet has moved.
  const town = listed.town === '' && county === before.county ? before.town : listed.town;
  return { ...before, ...said, county, town };
}
