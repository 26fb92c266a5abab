import type { Freshness, OutletsAnswer, PublicOutlet, TurnsOfDay } from '#central-api';

/** The names by which the page calls the parts of an answer. Types only: the schemas stay with the centre. */
export type Instant = OutletsAnswer['at'];
export type Day = TurnsOfDay['day'];
export type OutletCode = PublicOutlet['code'];
export type MaskKind = keyof PublicOutlet['pieces'];
export type Place = NonNullable<PublicOutlet['place']>;
export type SellingState = PublicOutlet['selling']['state'];

export const kinds: readonly MaskKind[] = ['adult', 'child'];

export type Age =
  | { readonly tone: 'fresh' | 'aged' | 'old'; readonly minutes: number }
  | { readonly tone: 'never' };

/** How old a figure is that was heard then. The clocks of a centre's processes may differ by a second or two. */
export function ageAt(heardAt: Instant | null, now: Instant, { agedAfterMs, oldAfterMs }: Freshness): Age {
  if (heardAt === null) return { tone: 'never' };
  const ms = Math.max(0, now - heardAt);
  return {
    tone: ms >= oldAfterMs ? 'old' : ms >= agedAfterMs ? 'aged' : 'fresh',
    minutes: Math.floor(ms / 60_000),
  };
}
