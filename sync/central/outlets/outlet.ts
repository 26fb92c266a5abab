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
