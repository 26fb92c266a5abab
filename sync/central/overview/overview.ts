import type { OutletRow, Overview } from '#central-api';
import { type BusinessDay, businessDayOf, type Clock, type OutletCode } from '#rules';
import type { Reading } from '../database/database.ts';
import type { Board } from '../opendata/board.ts';
import type { ListedOutlet } from '../outlets/outlet.ts';
import { rowOf } from './outlet-row.ts';
import { countConflicts, readParts } from './read-parts.ts';
import { readUsualDays, type SoldDay } from './sold-figures.ts';

/** Every outlet as its managers see it, in memory, and kept up while somebody looks. */
export interface OutletRows {
  /** In the order of their codes. */
  rows(): Promise<Overview>;
  /** Told of rows that changed, within a quarter of a second; `anew`: too many, so ask for all. @returns what ends it */
  watch(changed: (news: News | 'anew') => void): () => void;
}

/** Rows that changed, and others of which only the time goes on at which their tills were heard. */
export interface News extends Overview {
  readonly heard: readonly OutletRow[];
}

export interface OverviewDeps {
  readonly reading: Reading;
  readonly board: Pick<Board, 'figures' | 'subscribe'>;
  readonly outlets: { all(): Promise<readonly ListedOutlet[]> };
  readonly clock: Pick<Clock, 'now'>;
  readonly promises: () => 'left-out' | 'counted';
  readonly after: (ms: number, run: () => void) => () => void;
  readonly onFault: (error: unknown) => void;
}

const gatherMs = 250;
/** Silence, conflicts and the time at which stock will be gone change without a word from a till. */
const allAnewMs = 30_000;
const usualAnewMs = 3_600_000;
/** Of more than these, such as at midnight, each page reads the whole, packed. */
const mostTold = 1_000;

export function createOverview(deps: OverviewDeps): OutletRows {
  const { reading, board, outlets, clock, promises, after, onFault } = deps;
  const watchers = new Set<(news: News | 'anew') => void>();
  let kept = new Map<OutletCode, { readonly row: OutletRow; readonly text: string }>();
  let usual: {
    readonly day: BusinessDay;
    readonly at: number;
    readonly days: ReadonlyMap<OutletCode, SoldDay>;
  };
  let conflicts: ReadonlyMap<OutletCode, number> = new Map();
  let listed: readonly ListedOutlet[] = [];
  let working: Promise<unknown> = Promise.resolve();

  /** One after another, so that an older reading never replaces a newer one. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = working.then(work);
    working = next.catch(() => {});
    return next;
  }

  async function usualDays(day: BusinessDay): Promise<ReadonlyMap<OutletCode, SoldDay>> {
    if (usual?.day !== day || clock.now() - usual.at > usualAnewMs) {
      usual = { day, at: clock.now(), days: await readUsualDays(reading, day) };
    }
    return usual.days;
  }

  /** @returns those that are other than before */
  async function read(which: readonly OutletCode[] | 'all'): Promise<Pick<News, 'rows' | 'heard'>> {
    const now = clock.now();
    if (which === 'all') listed = await outlets.all();
    const codes = which === 'all' ? null : new Set(which);
    const meant = codes ? listed.filter(({ outlet }) => codes.has(outlet)) : listed;
    const days = await usualDays(businessDayOf(now));
    // They change with a sale here and there, and are read whole.
    if (which === 'all') conflicts = await countConflicts(reading);
    const parts = await readParts(reading, board, meant, days, conflicts, now, which);
    const made = parts.map((each) => rowOf(each, now, promises()));
    // That a till was heard goes on everywhere all the time, and is told in a few bytes.
    const texts = made.map((row) => JSON.stringify({ ...row, heardAt: null }));
    const isSame = ({ code }: OutletRow, i: number) => kept.get(code)?.text === texts[i];
    const rows = made.filter((row, i) => !isSame(row, i));
    const heard = made.filter((row, i) => isSame(row, i) && kept.get(row.code)?.row.heardAt !== row.heardAt);
    if (which === 'all') kept = new Map();
    made.forEach((row, i) => void kept.set(row.code, { row, text: texts[i] ?? '' }));
    return { rows, heard };
  }

  function tell({ rows, heard }: Pick<News, 'rows' | 'heard'>): void {
    if (rows.length + heard.length === 0) return;
    const at = clock.now();
    const news: News | 'anew' = rows.length > mostTold ? 'anew' : { at, day: businessDayOf(at), rows, heard };
    for (const watcher of watchers) watcher(news);
  }

  let stopWatching = (): void => {};
  function startWatching(): () => void {
    let anew = new Set<OutletCode>();
    let cancelSoon: (() => void) | null = null;
    let cancelAll = (): void => {};
    const refresh = (which: readonly OutletCode[] | 'all') => inTurn(() => read(which)).then(tell, onFault);
    const end = board.subscribe((outlet) => {
      if (outlet !== 'all') anew.add(outlet);
      cancelSoon ??= after(gatherMs, () => {
        const changed = [...anew];
        [anew, cancelSoon] = [new Set(), null];
        void refresh(changed);
      });
    });
    const planAll = () => {
      cancelAll = after(allAnewMs, () => void refresh('all').finally(planAll));
    };
    planAll();
    return () => {
      end();
      cancelSoon?.();
      cancelAll();
    };
  }

  return {
    async rows() {
      const first = kept.size === 0;
      const changed = await inTurn(() => read('all'));
      // What is found on the way is news to those who watch.
      if (!first) tell(changed);
      const now = clock.now();
      return { at: now, day: businessDayOf(now), rows: [...kept.values()].map(({ row }) => row) };
    },
    watch(changed) {
      if (watchers.size === 0) stopWatching = startWatching();
      watchers.add(changed);
      return () => {
        if (watchers.delete(changed) && watchers.size === 0) stopWatching();
      };
    },
  };
}
