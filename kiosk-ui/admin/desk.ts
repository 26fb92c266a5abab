import { ask } from './ask.ts';
import type { DeskState, Section } from './desk-state.ts';
import { later } from './later.ts';
import { noNews, withRow } from './news.ts';
import {
  arranged,
  type Filter,
  type Listing,
  listingOf,
  noListing,
  type Sorting,
  withFigures,
} from './outlets/sorting.ts';
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

type Pace = 'at-once' | 'with-the-frame';

export function createDesk(deps: DeskDeps): Desk {
  const { me, section, show, onSignedOut, wall, elapsed, random } = deps;
  let listing: Listing = noListing;
  let drawing: 'no' | Pace = 'no';
  let frame = 0;
  // The centre's clock, and this machine's since then.
  let clock = { said: wall(), at: elapsed() };
  const now = () => Math.floor(clock.said + elapsed() - clock.at) as Instant;
  let state: DeskState = {
    ...{ me, section, line: 'connecting', trouble: null, at: null, day: null, now: now() },
    ...{ rows: [], all: [], chosen: null, news: noNews },
    filter: { text: '', county: '', notice: 'any' },
    sorting: { by: 'notices', way: 'down' },
  };

  function draw(): void {
    cancelAnimationFrame(frame);
    drawing = 'no';
    show(state);
  }
  /** At most once a frame, however many rows change; what somebody did need not wait for the frame to begin. */
  function change(part: Partial<DeskState>, pace: Pace = 'with-the-frame'): void {
    state = { ...state, ...part };
    if (drawing === 'at-once' || drawing === pace) return;
    drawing = pace;
    if (pace === 'at-once') queueMicrotask(draw);
    else frame = requestAnimationFrame(draw);
  }
  function arrange(part: Partial<Pick<DeskState, 'filter' | 'sorting'>>, pace: Pace): void {
    const { filter, sorting } = { ...state, ...part };
    change({ ...part, rows: arranged(listing, filter, sorting), all: listing.rows }, pace);
  }
  function take({ at, day }: Pick<LiveRows, 'at' | 'day'>, next: Listing): void {
    clock = { said: at, at: elapsed() };
    listing = next;
    change({ at, day, now: now() });
    arrange({}, 'with-the-frame');
  }
  const known = (code: string): OutletRow | undefined => listing.rows[listing.at.get(code) ?? -1];
  const newsOf = (rows: readonly OutletRow[]) =>
    rows.reduce((news, row) => withRow(news, known(row.code), row), state.news);

  const line = createOverviewLine({
    ...{ ask, after: later, elapsed, random, onSignedOut },
    openEvents: (path) => new EventSource(path),
    onOverview(overview) {
      const news = newsOf(overview.rows);
      const back = state.line === 'lost' ? 1 : 0;
      take(overview, listingOf(overview.rows, listing));
      change({ line: 'live', trouble: null, news: { ...news, line: news.line + back } });
    },
    onRows(live) {
      const news = newsOf(live.rows);
      const changed = new Map<string, OutletRow>(live.rows.map((row) => [row.code, row]));
      for (const [code, heardAt] of live.heard) {
        const row = changed.get(code) ?? known(code);
        if (row) changed.set(code, { ...row, heardAt });
      }
      take(live, withFigures(listing, changed.values()));
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
    open: (next) => change({ section: next, chosen: null }, 'at-once'),
    filter: (part) => arrange({ filter: { ...state.filter, ...part } }, 'at-once'),
    sort: (sorting) => arrange({ sorting }, 'at-once'),
    choose: (chosen) => change({ chosen }, 'at-once'),
    retry: line.retry,
    end() {
      clearInterval(ticking);
      line.end();
    },
  };
}
