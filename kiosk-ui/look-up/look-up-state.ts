import type { Freshness, LookUpView, OutletsAnswer, PlacesAnswer, StockNow, TurnsAnswer } from '#central-api';
import type { Query } from './address.ts';
import type { Country } from './country.ts';
import type { Instant, OutletCode, Place, ShownOutlet } from './figures.ts';
import type { Person } from './turn.ts';

/** Where the browser says that one is, as far as it is known. It is never sent and never kept. */
export type Near =
  | { readonly stage: 'off' | 'asking' | 'refused' | 'outside' | 'silent' | 'no-figures' }
  | { readonly stage: 'on'; readonly place: Place };

/** Everything that the page shows. */
export interface LookUpState {
  /** `still`: no program runs, or not yet. */
  readonly running: 'still' | 'live';
  readonly language: LookUpView['language'];
  readonly tiles: LookUpView['tiles'];
  readonly query: Query;
  readonly outlets: readonly ShownOutlet[];
  readonly total: number;
  readonly next: number | null;
  readonly freshness: Freshness;
  readonly places: PlacesAnswer;
  readonly turns: TurnsAnswer;
  /** When the newest figures were made. */
  readonly at: Instant;
  readonly now: Instant;
  /** `silent`: the centre does not answer, so figures get older. */
  readonly line: 'answers' | 'silent';
  readonly list: 'ready' | 'asking' | 'failed';
  readonly near: Near;
  readonly map: 'closed' | 'loading' | 'open' | 'failed';
  readonly country: Country | null;
  /** What was chosen on the map. */
  readonly chosen: ShownOutlet | null;
  readonly chosenCode: OutletCode | null;
  readonly people: readonly Person[];
  readonly keepPeople: 'kept' | 'forgotten';
}

export const stateOf = (view: LookUpView): LookUpState => ({
  ...{ running: 'still', line: 'answers', list: 'ready', near: { stage: 'off' }, map: 'closed' },
  ...{ language: view.language, tiles: view.tiles, query: view.query, ...shownIn(view.list) },
  ...{ places: view.places, turns: view.turns, now: view.list.at, country: null },
  ...{ chosen: null, chosenCode: null },
  ...{ people: view.asked ? [view.asked] : [], keepPeople: 'forgotten' },
});

export const shownIn = ({ outlets, total, next, freshness, at }: OutletsAnswer) => ({
  outlets: outlets.map((outlet): ShownOutlet => ({ outlet, known: 'whole' })),
  ...{ total, next, freshness, at },
});

/** What is shown, with new figures in the same order: a list must not jump under a finger. */
export function withFigures(state: LookUpState, changes: readonly StockNow[]): Partial<LookUpState> {
  if (changes.length === 0) return {};
  const byCode = new Map<OutletCode, StockNow>(changes.map((change) => [change.code, change]));
  const renewed = (shown: ShownOutlet): ShownOutlet => {
    const change = byCode.get(shown.outlet.code);
    return change ? { ...shown, outlet: { ...shown.outlet, ...change } } : shown;
  };
  return {
    outlets: state.outlets.map(renewed),
    chosen: state.chosen && renewed(state.chosen),
  };
}

/** The same outlets with what was learned of them since: hours, notes, tickets, and when they were heard. */
export function withAnswer(
  state: LookUpState,
  { outlets }: Pick<OutletsAnswer, 'outlets'>,
): Partial<LookUpState> {
  const byCode = new Map(outlets.map((outlet) => [outlet.code, outlet]));
  const renewed = (shown: ShownOutlet): ShownOutlet => {
    const outlet = byCode.get(shown.outlet.code);
    return outlet ? { outlet, known: 'whole' } : shown;
  };
  const chosen = state.chosenCode && byCode.get(state.chosenCode);
  return {
    outlets: state.outlets.map(renewed),
    chosen: chosen ? { outlet: chosen, known: 'whole' } : state.chosen,
  };
}
