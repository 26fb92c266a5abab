import { type Answer, ask, isRefused } from './ask.ts';
import { arranged, type Filter, type Kept, keep, type Sorting } from './outlets/sorting.ts';
import type { Day, Instant, LiveRows, Me, OutletCode, OutletRow, Overview } from './wall.ts';

export const sections = [
  'outlets',
  'outlook',
  'goods',
  'policy',
  'conflicts',
  'exports',
  'people',
  'audit',
] as const;
export type Section = (typeof sections)[number];

export interface DeskState {
  readonly me: Me;
  readonly section: Section;
  readonly line: 'live' | 'lost' | 'connecting';
  /** When the figures were last known to be those of now. */
  readonly at: Instant | null;
  readonly day: Day | null;
  readonly now: Instant;
  readonly rows: readonly OutletRow[];
  /** All of the scope, in no order. */
  readonly all: readonly OutletRow[];
  readonly filter: Filter;
  readonly sorting: Sorting;
  readonly chosen: OutletCode | null;
}

/** What the page knows, kept up with the centre. */
export interface Desk {
  state(): DeskState;
  open(section: Section): void;
  filter(change: Partial<Filter>): void;
  sort(sorting: Sorting): void;
  choose(outlet: OutletCode | null): void;
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
/** The centre speaks every ten seconds at least. */
const silentAfterMs = 25_000;
const againMs = 3_000;

export function createDesk(deps: DeskDeps): Desk {
  const { me, section, show, onSignedOut, wall, elapsed, random } = deps;
  let kept: ReadonlyMap<string, Kept> = new Map();
  let events: EventSource | null = null;
  let heardAt = elapsed();
  let drawing: 'planned' | 'no' = 'no';
  // The centre's clock, and this machine's since then.
  let clock = { said: wall(), at: elapsed() };
  const now = () => Math.floor(clock.said + elapsed() - clock.at) as Instant;
  let state: DeskState = {
    ...{ me, section, line: 'connecting', at: null, day: null, now: now(), rows: [], all: [], chosen: null },
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

  async function readAll(): Promise<void> {
    const answer: Answer<Overview> = await ask('GET', '/overview');
    if (!isRefused(answer)) {
      take(answer.done, keep(answer.done.rows, kept));
      change({ line: 'live' });
    } else if (answer.status === 401) onSignedOut();
    else change({ line: 'lost' });
  }

  function listen(): void {
    events?.close();
    events = new EventSource('/admin/api/live');
    const heard = () => {
      heardAt = elapsed();
    };
    // Between reading and listening something may change, so it listens first.
    events.addEventListener('open', () => void readAll());
    events.addEventListener('quiet', () => {
      heard();
      if (state.line === 'live') change({ at: now() });
    });
    events.addEventListener('rows', (event) => {
      heard();
      const live = JSON.parse((event as MessageEvent<string>).data) as LiveRows;
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
    });
    // Not all pages in the same moment.
    events.addEventListener('anew', () => {
      heard();
      setTimeout(() => void readAll(), random() * againMs);
    });
    events.addEventListener('error', () => {
      change({ line: 'lost' });
      if (events?.readyState === EventSource.CLOSED) setTimeout(() => void readAll().then(listen), againMs);
    });
  }

  const ticking = setInterval(() => {
    change({ now: now() });
    if (elapsed() - heardAt < silentAfterMs) return;
    heardAt = elapsed();
    change({ line: 'lost' });
    listen();
  }, secondMs);
  listen();

  return {
    state: () => state,
    open: (next) => change({ section: next, chosen: null }),
    filter: (part) => arrange({ filter: { ...state.filter, ...part } }),
    sort: (sorting) => arrange({ sorting }),
    choose: (chosen) => change({ chosen }),
    end() {
      clearInterval(ticking);
      events?.close();
    },
  };
}
