import type { ProxyCards, TurnsOfDay } from '#central-api';

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
  /** The rules of a day, as they were announced. */
  readonly rules: (date: string) => string;
  /** Others that are announced, with the day from which they stand. */
  readonly rulesFrom: (date: string) => string;
  readonly noRules: string;
  readonly rule: RuleWords;
}

/** One line for each rule that the centre announces. */
export interface RuleWords {
  readonly weekdays: Readonly<Record<TurnsOfDay['weekdayBinds'], string>>;
  readonly adultMasks: (pieces: number, days: number) => string;
  readonly childMasks: Readonly<
    Record<TurnsOfDay['childMasksFor'], (pieces: number, days: number, bornFrom: number) => string>
  >;
  readonly price: (each: number) => string;
  readonly proxy: (cards: ProxyCards) => string;
  readonly foreigners: string;
}
