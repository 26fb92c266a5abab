import type { ChangesAnswer, LookUpView } from '#central-api';
import type { Query } from './address.ts';
import type { Ask } from './ask.ts';
import type { Country } from './country.ts';
import { createCountryColumns } from './country-columns.ts';
import { outsideMetres } from './distance.ts';
import type { Instant, Place } from './figures.ts';
import { createLive } from './live.ts';
import { type LookUpState, shownIn, stateOf, withCountry, withFigures, withListed } from './look-up-state.ts';
import { createMapSteps, type MapGroups, type MapProgram, type MapSteps } from './map-steps.ts';
import { createOneQuestion } from './one-question.ts';
import type { Person } from './turn.ts';

export interface LookUpDeps {
  readonly view: LookUpView;
  readonly ask: Ask;
  readonly clock: { now(): Instant; learn(at: Instant): void };
  after(ms: number, then: () => void): () => void;
  seen(): 'seen' | 'hidden';
  locate(): Promise<Place | 'refused' | 'silent'>;
  readonly family: { kept(): readonly Person[] | null; keep(people: readonly Person[] | null): void };
  /** The map's program is fetched when somebody wants the map. */
  loadMap(): Promise<MapProgram>;
  loadGroups(): Promise<MapGroups>;
  /** Loads the page again. */
  reload(): void;
  /** The state is another. */
  show(): void;
}

/** The page's program. What it does to the list it does at once where the country is on this device. */
export interface LookUp extends MapSteps {
  state(): LookUpState;
  start(): void;
  seenAgain(): void;
  /** Fetches the places and figures of all outlets, once: the map wants them. */
  fetchFigures(): void;
  /** Their names and addresses too: whoever is about to search wants them. */
  fetchCountry(): void;
  search(query: Query): void;
  more(): void;
  nearMe(): void;
  notNear(): void;
  reload(): void;
  addPerson(person: Person): void;
  removePerson(place: number): void;
  keepPeople(keep: LookUpState['keepPeople']): void;
}

export const pageSize = 30;
/** As many as stand above the fold beneath the search: the others follow in the pause after a key. */
const atOnce = 4;
/** Well before a figure counts as aged: that a till was heard is told by whole answers alone. */
const hearAgainMs = 120_000;

export function createLookUp(deps: LookUpDeps): LookUp {
  const { view, ask, clock, after, seen, locate, family, show } = deps;
  let state = stateOf(view);
  const question = createOneQuestion({ after });
  /** Answers in a row that belong to another list than the columns on this device. */
  let otherLists = 0;

  const set = (change: Partial<LookUpState>) => {
    state = { ...state, ...change };
    show();
  };
  const answered = ({ at, promises, readAt }: Pick<ChangesAnswer, 'at' | 'promises' | 'readAt'>) => {
    clock.learn(at);
    // A process of the centre that is not of this version yet does not say.
    const said = { promises: promises ?? state.promises, readAt: readAt ?? at };
    return { line: 'answers', at, now: clock.now(), ...said } as const;
  };

  const columns = createCountryColumns({
    ask,
    arrived(country) {
      set({ country, promises: country.promises });
      live.goBack(country.cursor);
    },
    // What was drawn of columns that can no longer be renewed would become wrong.
    outdated: () =>
      set({
        ...{ page: 'outdated', country: null, chosen: null, chosenCode: null },
        ...(state.map !== 'closed' && { map: 'failed' }),
        ...(state.near.stage === 'on' && { near: { stage: 'no-figures' } }),
      }),
  });

  const live = createLive({
    ...{ ask, after, seen },
    answered(answer) {
      state.country?.replace(answer.changes);
      set({ ...withFigures(state, answer.changes), ...answered(answer) });
      if (answer.state === 'gap' || isOfAnotherList(answer)) renew();
    },
    silent: () => set({ line: 'silent', now: clock.now() }),
  });

  /** Processes of the centre may not agree for a while: then it is looked into less and less often. */
  function isOfAnotherList({ list }: ChangesAnswer): boolean {
    otherLists = state.country && state.country.list !== list ? otherLists + 1 : 0;
    return otherLists > 0 && Number.isInteger(Math.log2(otherLists));
  }

  const whereNear = (): Place | null => (state.near.stage === 'on' ? state.near.place : null);

  function searchable(): Country | null {
    return state.country?.depth === 'directory' ? state.country : null;
  }

  /** Everything that is shown, asked for anew; what is on the screen stays until the answer is there. */
  function renew(): void {
    if (state.country) {
      columns.renew().then((country) => {
        set(withCountry(state, country));
        if (state.near.stage === 'on' && country.depth === 'directory')
          searchHere(country, state.outlets.length);
      }, quiet);
    }
    // Columns with names tell all that a card says, and whoever is near must not name what is shown.
    if (searchable()) return;
    const codes = state.outlets.slice(0, 50).map(({ code }) => code);
    const answer = codes.length > 0 ? ask.these(codes) : ask.outlets(state.query);
    answer.then(
      (list) => {
        const change = codes.length > 0 ? withListed(state, codes, list) : shownIn(list);
        set({ ...change, ...answered(list) });
      },
      () => set({ line: 'silent', now: clock.now() }),
    );
  }

  function hearAgain(): void {
    after(hearAgainMs, () => {
      if (seen() === 'seen') renew();
      hearAgain();
    });
  }

  /** The answer from this device. */
  function searchHere(country: Country, upTo = pageSize): void {
    const found = country.search(state.query, whereNear());
    const outlets = found.slice(0, upTo).flatMap((n) => country.outlet(n) ?? []);
    const next = found.length > upTo ? upTo : null;
    set({
      outlets,
      next,
      total: found.length,
      freshness: country.freshness,
      list: 'ready',
      now: clock.now(),
    });
  }

  function searchThere(): void {
    set({ list: 'asking' });
    question.ask((signal) => ask.outlets(state.query, signal), {
      answered: (answer) => set({ ...shownIn(answer), ...answered(answer), list: 'ready' }),
      failed: () => set({ list: 'failed', line: 'silent', now: clock.now() }),
    });
  }

  function refresh(): void {
    const country = searchable();
    if (country) {
      searchHere(country, atOnce);
      question.later(() => searchHere(country));
    } else searchThere();
  }

  async function nearMe(): Promise<void> {
    set({ near: { stage: 'asking' } });
    const [place, country] = await Promise.all([locate(), columns.whole().catch(() => null)]);
    if (state.near.stage !== 'asking') return;
    if (typeof place === 'string') return set({ near: { stage: place } });
    if (!country) return set({ near: { stage: 'no-figures' } });
    if (country.nearestMetres(place) > outsideMetres) return set({ near: { stage: 'outside' } });
    set({ near: { stage: 'on', place } });
    question.drop();
    searchHere(country);
  }

  function tick(): void {
    after(15_000, () => {
      if (seen() === 'seen') set({ now: clock.now() });
      tick();
    });
  }

  async function more(): Promise<void> {
    const { next, query, outlets } = state;
    const country = searchable();
    if (next === null) return;
    if (country) return searchHere(country, outlets.length + pageSize);
    set({ list: 'asking' });
    try {
      const answer = await ask.outlets({ ...query, after: next });
      const shown = new Set(state.outlets.map(({ code }) => code));
      const added = answer.outlets.filter(({ code }) => !shown.has(code));
      const page = { outlets: [...state.outlets, ...added], next: answer.next, total: answer.total };
      set({ ...page, ...answered(answer), list: 'ready' });
    } catch {
      set({ list: 'failed', line: 'silent', now: clock.now() });
    }
  }

  const map = createMapSteps({
    ...{
      state: () => state,
      set,
      now: clock.now,
      answered,
      ask,
      columns,
      load: deps.loadMap,
      loadGroups: deps.loadGroups,
    },
  });

  function setPeople(people: readonly Person[], keepPeople = state.keepPeople): void {
    set({ people, keepPeople });
    family.keep(keepPeople === 'kept' ? people : null);
  }

  return {
    state: () => state,
    start() {
      const kept = family.kept();
      set({
        running: 'live',
        ...(kept && { keepPeople: 'kept', people: [...kept, ...state.people.filter(notIn(kept))] }),
      });
      // The first question is a change since the page was made; a page of this device's memory learns its age so.
      live.start(view.list.at);
      live.now();
      hearAgain();
      tick();
      ask.turns().then((turns) => {
        // One of before the rules came with it may still be on the way.
        if (turns.days.every(({ proxy }) => proxy)) set({ turns });
      }, quiet);
    },
    seenAgain() {
      set({ now: clock.now() });
      live.now();
      renew();
    },
    fetchFigures: () => void columns.figures().catch(quiet),
    fetchCountry: () => void columns.whole().catch(quiet),
    search(query) {
      set({ query: { ...query, after: 0 } });
      refresh();
    },
    more: () => void more(),
    nearMe: () => void nearMe(),
    notNear() {
      set({ near: { stage: 'off' } });
      refresh();
    },
    ...map,
    reload: deps.reload,
    addPerson: (person) => setPeople([...state.people.filter(notIn([person])), person]),
    removePerson: (place) => setPeople(state.people.filter((_, n) => n !== place)),
    keepPeople: (keep) => setPeople(state.people, keep),
  };
}

/** What is missing is missed where it is needed, and said there. */
const quiet = () => {};

const notIn = (others: readonly Person[]) => (person: Person) =>
  !others.some(({ digit, bornIn }) => digit === person.digit && bornIn === person.bornIn);
