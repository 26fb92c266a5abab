import { hash } from 'node:crypto';
import type { ChangesAnswer, Promises, PublicOutlet, Quiet } from '#central-api';
import {
  addDays,
  type BusinessDay,
  businessDayOf,
  type Clock,
  type Instant,
  instant,
  type OutletCode,
  startOfDay,
} from '#rules';
import { type MakingPace, waitBeforeMaking } from '../making-pace.ts';
import type { Board } from '../opendata/board.ts';
import type { ListedOutlet } from '../outlets/outlet.ts';
import { type ListColumns, listColumnsOf } from './list-columns.ts';
import { detailsDiffer, publicOutletOf, stockDiffers, stockNowOf } from './public-outlet.ts';

/** What everybody sees at one moment. Never changed once it is made. */
export interface Shown {
  /** Another for everything that an answer could show otherwise, times included. */
  readonly version: number;
  /** Another for every list of outlets. */
  readonly listVersion: number;
  /** Another for every list, and for every change of what outlets tell beside their stock. */
  readonly detailsVersion: number;
  readonly ofList: ListColumns;
  readonly at: Instant;
  /** Every figure is at least as new as this. */
  readonly readAt: Instant;
  readonly day: BusinessDay;
  readonly promises: Promises;
  /** In the order of their codes. */
  readonly outlets: readonly PublicOutlet[];
}

/** The stock of the country as the public sees it, in memory: no public request ever waits for the database. */
export interface PublicStock {
  shown(): Shown;
  one(code: OutletCode): PublicOutlet | null;
  /** For `changesSince`, and the time of it. */
  cursor(): Quiet;
  changesSince(cursor: number): ChangesAnswer;
  /** Told what changed, whenever something did. @returns what ends it */
  subscribe(changed: (changes: ChangesAnswer) => void): () => void;
  /** The authority's list changed. */
  list(outlets: readonly ListedOutlet[]): void;
  /** Follows the board, the day, and the tills that are heard. @returns what ends it */
  keepUp(): () => void;
}

export interface PublicStockDeps {
  readonly board: Board;
  readonly clock: Pick<Clock, 'now'>;
  readonly promises: () => Promises;
  readonly after: (ms: number, run: () => void) => () => void;
  readonly onFault: (error: unknown) => void;
}

/** Each making throws away what was made ready for searches. */
const pace: MakingPace = { gatherMs: 500, betweenMs: 1_000 };
/** Tills are heard all the time, and only the minute counts. */
const hearMs = 15_000;
/** Another process learns of a change later than this one, and its clock is another. */
export const overlapMs = 5_000;
const memoryMs = 15 * 60_000;
/** Of more outlets, the columns of the whole country are the smaller answer. */
export const changesMost = 500;
/** A cursor so far ahead is no other process's of this centre. */
const aheadMostMs = 60_000;

export function createPublicStock(deps: PublicStockDeps): PublicStock {
  const { board, clock, after, onFault } = deps;
  const listeners = new Set<(changes: ChangesAnswer) => void>();
  let listed: readonly ListedOutlet[] = [];
  let places = new Map<OutletCode, number>();
  let changedAt = new Map<OutletCode, Instant>();
  let knownSince = 0;
  let madeOn = '';
  let listText = '';
  let shown: Shown = {
    version: 0,
    listVersion: 0,
    detailsVersion: 0,
    ofList: listColumnsOf([]),
    ...{ at: instant(0), readAt: instant(0) },
    day: businessDayOf(clock.now()),
    promises: deps.promises(),
    outlets: [],
  };

  const cursor = (): Quiet => ({ at: shown.at, cursor: shown.at });

  /** @param anew outlets of which the board has other figures */
  function make(anew: ReadonlySet<OutletCode>): void {
    // A clock that was set back would hide changes behind cursors that were given out already.
    const at = instant(Math.max(clock.now(), shown.at));
    const day = businessDayOf(at);
    const promises = deps.promises();
    const basis = `${day} ${promises} ${shown.listVersion}`;
    const all = basis !== madeOn;
    madeOn = basis;
    const outlets = listed.map((one, i) => {
      const known = shown.outlets[i];
      const figures = board.figures(one.outlet);
      if (known && !all && !anew.has(one.outlet)) {
        return known.heardAt === figures.heardAt ? known : { ...known, heardAt: figures.heardAt };
      }
      return publicOutletOf(one, figures, day, promises);
    });
    const changed = outlets.filter((outlet, i) => {
      const known = shown.outlets[i];
      return known !== undefined && known !== outlet && stockDiffers(known, outlet);
    });
    for (const { code } of changed) changedAt.set(code, at);
    const isTold = outlets.some(
      (outlet, i) => outlet !== shown.outlets[i] && detailsDiffer(shown.outlets[i], outlet),
    );
    const detailsVersion = shown.detailsVersion + (isTold ? 1 : 0);
    const readAt = board.readAt();
    shown = { ...shown, version: shown.version + 1, detailsVersion, at, readAt, day, promises, outlets };
    if (changed.length > 0) say(answerOf(changed));
  }

  const now = () => ({
    ...cursor(),
    list: shown.ofList.list,
    promises: shown.promises,
    readAt: shown.readAt,
  });
  const gap = (): ChangesAnswer => ({ ...now(), state: 'gap', changes: [] });
  const answerOf = (changed: readonly PublicOutlet[]): ChangesAnswer =>
    changed.length > changesMost ? gap() : { ...now(), state: 'complete', changes: changed.map(stockNowOf) };

  function say(changes: ChangesAnswer): void {
    for (const listener of listeners) listener(changes);
  }

  async function hear(): Promise<void> {
    try {
      await board.refreshHeard();
    } finally {
      // The time goes on, and with it the age of what could not be read.
      make(new Set());
    }
  }

  return {
    shown: () => shown,
    one: (code) => shown.outlets[places.get(code) ?? -1] ?? null,
    cursor,
    changesSince(asked) {
      const oldest = Math.max(knownSince, shown.at - memoryMs);
      if (asked < oldest || asked > shown.at + aheadMostMs) return gap();
      const since = asked - overlapMs;
      const changes = shown.outlets.filter(
        ({ code }) => (changedAt.get(code) ?? Number.NEGATIVE_INFINITY) > since,
      );
      return answerOf(changes);
    },
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    list(next) {
      const sorted = [...next].sort((a, b) => (a.outlet < b.outlet ? -1 : 1));
      const text = hash('sha256', JSON.stringify(sorted));
      // Read now and then where other processes may have changed it, and mostly the same.
      if (text === listText) return;
      listText = text;
      listed = sorted;
      places = new Map(listed.map(({ outlet }, i) => [outlet, i]));
      changedAt = new Map();
      const [listVersion, detailsVersion] = [shown.listVersion + 1, shown.detailsVersion + 1];
      shown = { ...shown, listVersion, detailsVersion, ofList: listColumnsOf(listed), outlets: [] };
      make(new Set());
      // Whoever has columns of the list before has to ask for those of this one.
      knownSince = shown.at;
      say(gap());
    },
    keepUp() {
      let anew = new Set<OutletCode>();
      let cancelSoon: (() => void) | null = null;
      let cancelHearing = (): void => {};
      let hearing: Promise<void> | null = null;
      let ended = false;
      const end = board.subscribe((outlet) => {
        if (outlet === 'all') madeOn = '';
        else anew.add(outlet);
        cancelSoon ??= after(waitBeforeMaking(clock.now() - shown.at, pace), () => {
          cancelSoon = null;
          const changed = anew;
          anew = new Set();
          make(changed);
        });
      });
      const planHearing = () => {
        if (ended) return;
        cancelHearing = after(Math.min(hearMs, untilTomorrow(clock.now())), () => {
          // A database that hangs holds nothing up: the time goes on, and with it the age of what cannot be read.
          if (hearing) make(new Set());
          hearing ??= hear()
            .catch(onFault)
            .finally(() => {
              hearing = null;
            });
          planHearing();
        });
      };
      planHearing();
      return () => {
        ended = true;
        end();
        cancelSoon?.();
        cancelHearing();
      };
    },
  };
}

/** What is on sale changes with the day. */
const untilTomorrow = (at: Instant): number => startOfDay(addDays(businessDayOf(at), 1)) - at;
