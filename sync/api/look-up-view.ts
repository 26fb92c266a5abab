import type { OutletsAnswer, OutletsQuery } from './outlet.ts';
import type { PlacesAnswer } from './places.ts';
import type { TurnsAnswer } from './turns.ts';

export const publicLanguages = ['zh', 'en', 'id', 'vi', 'th'] as const;
export type PublicLanguage = (typeof publicLanguages)[number];

/** Everything that the public page shows before its program runs, or where none runs. */
export interface LookUpView {
  readonly language: PublicLanguage;
  readonly query: Pick<OutletsQuery, 'q' | 'county' | 'town' | 'has' | 'after'>;
  readonly list: OutletsAnswer;
  readonly places: PlacesAnswer;
  readonly turns: TurnsAnswer;
  /** What was keyed in for 「今天輪到我嗎？」 where no program runs: last digit and year of birth. */
  readonly asked: { readonly digit: number; readonly bornIn: number } | null;
  /** A tile server's address with {z}, {x} and {y}, where one is configured, and whom to thank for it. */
  readonly tiles: { readonly url: string; readonly thanks: string } | null;
}
