import type {
  Freshness,
  LookUpView,
  OutletsAnswer,
  PlacesAnswer,
  Promises,
  PublicOutlet,
  StockNow,
  TurnsAnswer,
} from '#central-api';
import type { Query } from './address.ts';
import type { Country } from './country.ts';
import type { Instant, OutletCode, Place } from './figures.ts';
import type { Person } from './turn.ts';

/** Where the browser says that one is, as far as it is known. It is never sent and never kept. */
export type Near =
  | { readonly stage: 'off' | 'asking' | 'refused' | 'outside' | 'silent' | 'no-figures' }
  | { readonly stage: 'on'; readonly place: Place };

/** Everything that the page shows. */
export interface LookUpState {
  /** `still`: no program runs, or not yet. */
  readonly running: 'still' | 'live';
  /** `outdated`: the centre speaks as only a newer page understands, so this one should be loaded again. */
  readonly page: 'current' | 'outdated';
  readonly language: LookUpView['language'];
  readonly tiles: LookUpView['tiles'];
  readonly query: Query;
  readonly outlets: readonly PublicOutlet[];
  readonly total: number;
  readonly next: number | null;
  readonly freshness: Freshness;
  /** Whether the figures have what is promised by ticket in them. */
  readonly promises: Promises;
  readonly places: PlacesAnswer;
  readonly turns: TurnsAnswer;
  /** When the newest answer was made. */
  readonly at: Instant;
  /** Every figure is at least as new as this. */
  readonly readAt: Instant;
  readonly now: Instant;
  /** `silent`: the centre does not answer, so figures get older. */
  readonly line: 'answers' | 'silent';
  readonly list: 'ready' | 'asking' | 'failed';
  readonly near: Near;
  readonly map: 'closed' | 'loading' | 'open' | 'failed';
  readonly country: Country | null;
  /** What was chosen on the map. */
  readonly chosen: PublicOutlet | null;
  readonly chosenCode: OutletCode | null;
  readonly people: readonly Person[];
  readonly keepPeople: 'kept' | 'forgotten';
}

export const stateOf = (view: LookUpView): LookUpState => ({
  ...{
    running: 'still',
    page: 'current',
    line: 'answers',
    list: 'ready',
    near: { stage: 'off' },
    map: 'closed',
  },
  ...{ language: view.language, tiles: view.tiles, query: view.query, ...shownIn(view.list) },
  ...{ promises: view.list.promises, readAt: view.list.readAt },
  ...{ places: view.places, turns: view.turns, now: view.list.at, country: null },
  ...{ chosen: null, chosenCode: null },
  ...{ people: view.asked ? [view.asked] : [], keepPeople: 'forgotten' },
});

export const shownIn = ({ outlets, total, next, freshness, at }: OutletsAnswer) => ({
  ...{ outlets, total, next, freshness, at },
});

/** What is shown, with new figures in the same order: a list must not jump under a finger. */
export function withFigures(state: LookUpState, changes: readonly StockNow[]): Partial<LookUpState> {
  if (changes.length === 0) return {};
  const byCode = new Map<OutletCode, StockNow>(changes.map((change) => [change.code, change]));
  return renewed(state, (outlet) => ({ ...outlet, ...byCode.get(outlet.code) }));
}

/** The answer for outlets that were asked for by their codes: those that are listed no more are not shown. */
export function withListed(
  state: LookUpState,
  asked: readonly OutletCode[],
  answer: Pick<OutletsAnswer, 'outlets'>,
): Partial<LookUpState> {
  const listed = new Set(answer.outlets.map(({ code }) => code));
  const gone = new Set(asked.filter((code) => !listed.has(code)));
  const outlets = state.outlets.filter(({ code }) => !gone.has(code));
  const total = Math.max(outlets.length, state.total - (state.outlets.length - outlets.length));
  const chosen = state.chosenCode && gone.has(state.chosenCode) ? { chosen: null, chosenCode: null } : {};
  const left = { ...state, outlets, total, ...chosen };
  return { outlets, total, ...chosen, ...withAnswer(left, answer) };
}

/** What is shown, as the columns have it now; what they do not tell without a directory stays as it was learned. */
export function withCountry(state: LookUpState, country: Country): Partial<LookUpState> {
  const anew = (outlet: PublicOutlet): PublicOutlet | null => {
    const n = country.indexOf(outlet.code);
    if (n === undefined) return null;
    const told = country.outlet(n) ?? { ...outlet, ...stockOf(country, n) };
    return { ...told, heardAt: later(outlet.heardAt, told.heardAt) };
  };
  const chosen = state.chosen && anew(state.chosen);
  return {
    outlets: state.outlets.flatMap((outlet) => anew(outlet) ?? []),
    ...(state.chosen && { chosen, chosenCode: chosen && state.chosenCode }),
  };
}

/** The same outlets with what was learned of them since: hours, notes, and when they were heard. */
export function withAnswer(
  state: LookUpState,
  { outlets }: Pick<OutletsAnswer, 'outlets'>,
): Partial<LookUpState> {
  const byCode = new Map(outlets.map((outlet) => [outlet.code, outlet]));
  const change = renewed(state, (outlet) => byCode.get(outlet.code) ?? outlet);
  const chosen = state.chosenCode && byCode.get(state.chosenCode);
  return chosen ? { ...change, chosen } : change;
}

const renewed = (
  { outlets, chosen }: LookUpState,
  anew: (outlet: PublicOutlet) => PublicOutlet,
): Pick<LookUpState, 'outlets' | 'chosen'> => ({
  outlets: outlets.map(anew),
  chosen: chosen && anew(chosen),
});

function stockOf(country: Country, n: number) {
  const { adult, child, promised, state, note, heardAt } = country.stock(n);
  const bands = country.bands(n);
  return { pieces: { adult, child }, bands, promised, selling: { state, note }, heardAt };
}

/** Columns count whole minutes. */
const later = (before: Instant | null, columns: Instant | null): Instant | null =>
  before !== null && columns !== null && before > columns ? before : columns;
