/** A step of the way: a question with answers, or where the way ends. */
export type GuideStep =
  | { readonly ask: string; readonly answers: readonly (readonly [answer: string, next: GuideStep])[] }
  | { readonly way: string; readonly bring: readonly string[]; readonly how: string };

/** The leaflet: which way of buying fits me. */
export interface GuideWords {
  readonly heading: string;
  readonly lead: string;
  readonly start: GuideStep;
  readonly bring: string;
  readonly rules: string;
  readonly rule: readonly string[];
}
