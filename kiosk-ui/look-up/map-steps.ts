import type { ChangesAnswer } from '#central-api';
import type { Ask } from './ask.ts';
import type { CountryColumns } from './country-columns.ts';
import type { Instant, OutletCode } from './figures.ts';
import { type LookUpState, withAnswer } from './look-up-state.ts';

export type MapProgram = Pick<typeof import('./map/stock-map.ts'), 'createStockMap'>;
export type MapGroups = Pick<typeof import('./map/groups.ts'), 'groupsOf'>;

/** Whoever draws the map says what is missing. */
const quiet = () => {};

/** What the page does about the map, and about the outlet that is chosen on it. */
export interface MapSteps {
  openMap(): void;
  loadMap(): Promise<MapProgram>;
  closeMap(): void;
  mapStage(stage: 'open' | 'failed'): void;
  choose(code: OutletCode | null): void;
}

export function createMapSteps(page: {
  state(): LookUpState;
  set(change: Partial<LookUpState>): void;
  now(): Instant;
  /** What an answer says of the centre and its figures. */
  answered(answer: Pick<ChangesAnswer, 'at' | 'promises' | 'readAt'>): Partial<LookUpState>;
  readonly ask: Pick<Ask, 'outlet'>;
  readonly columns: Pick<CountryColumns, 'figures'>;
  /** The map's program is fetched when somebody wants the map. */
  load(): Promise<MapProgram>;
  loadGroups(): Promise<MapGroups>;
}): MapSteps {
  const { state, set, now, answered, ask, columns, load, loadGroups } = page;

  function learn(code: OutletCode): void {
    ask.outlet(code).then(
      (answer) => set({ ...withAnswer(state(), { outlets: [answer.outlet] }), ...answered(answer) }),
      () => set({ line: 'silent', now: now() }),
    );
  }

  return {
    openMap() {
      // Its program and its figures come side by side; whoever draws it waits for both.
      void load().catch(quiet);
      const figures = columns.figures();
      void figures.catch(() => set({ map: 'failed' }));
      // A smaller part of it comes first, and groups the outlets while the larger part is on the line.
      void Promise.all([loadGroups(), figures]).then(
        ([{ groupsOf }, country]) => groupsOf(country).prepare(),
        quiet,
      );
      set({ map: 'loading' });
    },
    async loadMap() {
      try {
        return await load();
      } catch (error) {
        // Where the centre answers, and yet has this program no more, it has a newer one.
        if (state().line === 'answers') set({ page: 'outdated' });
        throw error;
      }
    },
    closeMap: () => set({ map: 'closed', chosen: null, chosenCode: null }),
    mapStage: (map) => set({ map }),
    choose(code) {
      const { country, outlets } = state();
      const n = code === null ? undefined : country?.indexOf(code);
      const outlet = n === undefined ? null : (country?.outlet(n) ?? null);
      const chosen = outlets.find((one) => one.code === code) ?? outlet;
      set({ chosenCode: code, chosen });
      // The map alone knows neither names nor hours. Whoever is near has a directory, so that nobody is asked.
      if (code !== null && chosen === null) learn(code);
    },
  };
}
