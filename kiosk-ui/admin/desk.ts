import { ask } from './ask.ts';
import type { DeskState, Section } from './desk-state.ts';
import { later } from './later.ts';
import { noNews, withRow } from './news.ts';
import { arranged, type Filter, type Kept, keep, type Sorting } from './outlets/sorting.ts';
import { createOverviewLine } from './overview-line.ts';
import type { Instant, LiveRows, Me, OutletCode, OutletRow } from './wall.ts';

/** What the page knows, kept up with the centre. */
export interface Desk {
  state(): DeskState;
  open(section: Section): void;
  filter(change: Partial<Filter>): void;
  sort(sorting: Sorting): void;
  choose(outlet: OutletCode | null): void;
  /** Tries to reach the centre now, and not only after a while. */
  retry(): void;
  /** Ends with the session. */
  end(): void;
}

export interface DeskDeps {
  readonly me: Me;
  readonly section: Section;
  readonly show: (state: DeskState) => void;
  readonly onSignedOut: () => void;
  /** Milliseconds since 1970 by this device, until the centre has said its own. */
  wall(): number;
  /** Milliseconds that only go forward. */
  elapsed(): number;
  /** From 0 up to 1. */
  random(): number;
}

const secondMs = 1_000;

export function createDesk(deps: DeskDeps): Desk {
  const { me, section, show, onSignedOut, wall, elapsed, random } = deps;
  let kept: ReadonlyMap<string, Kept> = new Map();
  let drawing: 'planned' | 'no' = 'no';
  // The centre's clock, and this machine's since then.
  let clock = { said: wall(), at: elapsed() };
  const now = () => Math.floor(clock.said + elapsed() - clock.at) as Instant;
  let state: DeskState = {
    ...{ me, section, line: 'connecting', trouble: null, at: null, day: null, now: now() },
    ...{ rows: [], all: [], chosen: null, news: noNews },
    filter: { text: '', county: '', notice: 'any' },
    sorting: { by: 'notices', way: 'down' },
  };

  /** At most once a frame, however many rows change. */
  function change(part: Partial<DeskState>): void {
    state = { ...state, ...part };
    if (drawing === 'planned') return;
    drawing = 'planned';
    requestAnimationFrame(() => {
      drawing = 'no';
      show(state);
    });
  }
  function arrange(part: Partial<Pick<DeskState, 'filter' | 'sorting'>> = {}): void {
    const { filter, sorting } = { ...state, ...part };
    change({
      ...part,
      rows: arranged(kept.values(), filter, sorting),
      all: [...kept.values()].map(({ row }) => row),
    });
  }
  function take({ at, day }: Pick<LiveRows, 'at' | 'day'>, next: ReadonlyMap<string, Kept>): void {
    clock = { said: at, at: elapsed() };
    kept = next;
    change({ at, day, now: now() });
    arrange();
  }
  const newsOf = (rows: readonly OutletRow[]) =>
    rows.reduce((news, row) => withRow(news, kept.get(row.code)?.row, row), state.news);

  const line = createOverviewLine({
    ...{ ask, after: later, elapsed, random, onSignedOut },
    openEvents: (path) => new EventSource(path),
    onOverview(overview) {
      const news = newsOf(overview.rows);
      const back = state.line === 'lost' ? 1 : 0;
      take(overview, keep(overview.rows, kept));
      change({ line: 'live', trouble: null, news: { ...news, line: news.line + back } });
    },
    onRows(live) {
      const news = newsOf(live.rows);
      const next = new Map(kept);
      for (const row of live.rows) {
        const before = next.get(row.code);
        if (before) next.set(row.code, { ...before, row });
      }
      for (const [code, heardAt] of live.heard) {
        const before = next.get(code);
        if (before) next.set(code, { ...before, row: { ...before.row, heardAt } });
      }
      take(live, next);
      change({ news });
    },
    onQuiet() {
      if (state.line === 'live') change({ at: now() });
    },
    onLost: (trouble) => change({ line: 'lost', trouble }),
  });
  const ticking = setInterval(() => {
    change({ now: now() });
    line.look();
  }, secondMs);

  return {
    state: () => state,
    open: (next) => change({ section: next, chosen: null }),
    filter: (part) => arrange({ filter: { ...state.filter, ...part } }),
    sort: (sorting) => arrange({ sorting }),
    choose: (chosen) => change({ chosen }),
    retry: line.retry,
    end() {
      clearInterval(ticking);
      line.end();
    },
  };
}
