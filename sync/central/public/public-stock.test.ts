import { describe, expect, it } from 'vitest';
import type { ChangesAnswer } from '#central-api';
import { manualTime } from '#fixtures/sync-kit';
import { type Instant, instant, instantOf, type OutletCode, type PiecesByKind } from '#rules';
import type { Board, OutletFigures } from '../opendata/board.ts';
import type { ListedOutlet } from '../outlets/outlet.ts';
import { createPublicStock } from './public-stock.ts';

const [one, two] = ['5901010058', '5931010012'] as [OutletCode, OutletCode];
const listed = (outlet: OutletCode): ListedOutlet => ({
  ...{ outlet, name: `Outlet ${outlet}`, address: '', phone: '', county: '', town: '', village: '' },
  ...{ chain: '', place: null, servicePeriods: '', note: '', ownNote: '', website: '' },
});
const nothing: OutletFigures = {
  ...{ onHand: { adult: 0, child: 0 }, promised: { adult: 0, child: 0 }, lots: [], heardAt: null },
  ...{ selling: { state: 'open', day: null, note: '' }, hours: null, hoursNote: '' },
};

/** A board whose figures a test sets, and time that a test drives. */
function open(iso = '2020-03-12T09:00:00+08:00') {
  const time = manualTime(instantOf(iso) - 1_000);
  const figures = new Map<OutletCode, OutletFigures>();
  const listeners = new Set<(outlet: OutletCode | 'all') => void>();
  const faults: unknown[] = [];
  let readAt: Instant | null = null;
  let reading: () => Promise<void> = async () => {};
  const board: Board = {
    load: async () => {},
    refresh: async () => {},
    refreshChanged: async () => {},
    refreshHeard: () => reading(),
    readAt: () => readAt ?? time.now(),
    figures: (outlet) => figures.get(outlet) ?? nothing,
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
  let promises: 'left-out' | 'counted' = 'left-out';
  const stock = createPublicStock({
    ...{ board, clock: time, promises: () => promises, after: time.after },
    onFault: (error) => faults.push(error),
  });
  stock.list([listed(two), listed(one)]);
  // That was a while before.
  time.after(1_000, () => {});
  time.next();
  const end = stock.keepUp();
  const told: ChangesAnswer[] = [];
  stock.subscribe((changes) => told.push(changes));
  const set = (outlet: OutletCode, change: Partial<OutletFigures>) => {
    figures.set(outlet, { ...(figures.get(outlet) ?? nothing), ...change });
    for (const listener of listeners) listener(outlet);
  };
  return {
    ...{ stock, time, figures, faults, told, end, set },
    sets: (pieces: PiecesByKind) => set(one, { onHand: pieces }),
    piecesOf: (outlet: OutletCode) => stock.one(outlet)?.pieces,
    /** Runs the next timer, and what it begins. @returns how much later it was */
    async next() {
      const before = time.now();
      time.next();
      await Promise.resolve();
      await Promise.resolve();
      await new Promise(setImmediate);
      return time.now() - before;
    },
    promise(to: typeof promises) {
      promises = to;
    },
    /** @param at of the last reading; `null`: it is read all the time */
    read(at: Instant | null) {
      readAt = at;
    },
    whenHeard(read: () => Promise<void>) {
      reading = read;
    },
  };
}

describe('the public stock', () => {
  it('shows a change half a second later, and a steady stream of them once a second', async () => {
    const { stock, sets, next, piecesOf, told } = open();
    expect(piecesOf(one)).toEqual({ adult: 0, child: 0 });
    sets({ adult: 120, child: 30 });
    sets({ adult: 117, child: 30 });
    expect(await next()).toBe(500);
    expect(stock.one(one)).toMatchObject({
      ...{ pieces: { adult: 117, child: 30 }, bands: { adult: 'plenty', child: 'some' } },
    });
    expect(told).toMatchObject([{ state: 'complete', changes: [{ code: one }] }]);
    expect(stock.one('5901999992' as OutletCode)).toBeNull();
    for (const adult of [114, 111, 108]) {
      sets({ adult, child: 30 });
      expect(await next()).toBe(1_000);
      expect(piecesOf(one)?.adult).toBe(adult);
    }
  });

  it('never changes what it has shown', async () => {
    const { stock, sets, next } = open();
    const before = stock.shown();
    sets({ adult: 3, child: 0 });
    await next();
    expect(before.outlets[0]?.pieces.adult).toBe(0);
    expect(stock.shown().version).toBeGreaterThan(before.version);
    expect(stock.shown().outlets[1]).toBe(before.outlets[1]);
  });

  it('answers what changed after a cursor, some of it twice', async () => {
    const { stock, sets, set, next, time } = open();
    const { cursor } = stock.cursor();
    expect(stock.changesSince(cursor)).toMatchObject({ state: 'complete', changes: [] });
    sets({ adult: 3, child: 0 });
    await next();
    const first = stock.changesSince(cursor);
    expect(first.changes.map(({ code }) => code)).toEqual([one]);
    expect(first.cursor).toBe(time.now());
    set(two, { onHand: { adult: 1, child: 0 } });
    await next();
    expect(stock.changesSince(first.cursor).changes.map(({ code }) => code)).toEqual([one, two]);
    // Fifteen seconds later both are older than the overlap.
    await next();
    expect(stock.changesSince(stock.cursor().cursor).changes).toEqual([]);
  });

  it('calls it a gap where it cannot know: before its start, after a quarter of an hour, and in the future', async () => {
    const { stock, next } = open();
    const { cursor } = stock.cursor();
    const stateOf = (at: number) => stock.changesSince(at).state;
    expect([stateOf(cursor), stateOf(cursor - 1), stateOf(0)]).toEqual(['complete', 'gap', 'gap']);
    expect([stateOf(cursor + 30_000), stateOf(cursor + 61_000)]).toEqual(['complete', 'gap']);
    for (let at = 0; at <= 15 * 60_000; ) at += await next();
    expect([stateOf(cursor), stateOf(stock.cursor().cursor)]).toEqual(['gap', 'complete']);
  });

  it('goes on with the time at which tills were heard, which is no change', async () => {
    const { stock, figures, next, told, whenHeard, time } = open();
    whenHeard(async () => void figures.set(one, { ...nothing, heardAt: time.now() }));
    expect(stock.one(one)?.heardAt).toBeNull();
    const { cursor } = stock.cursor();
    expect(await next()).toBe(15_000);
    expect(stock.one(one)?.heardAt).toBe(time.now());
    expect([stock.shown().at, told, stock.changesSince(cursor).changes]).toEqual([time.now(), [], []]);
  });

  it('tells of what it cannot read, keeps its age, and goes on later', async () => {
    const { stock, next, faults, whenHeard, read, time } = open();
    const { at } = stock.shown();
    read(at);
    whenHeard(() => Promise.reject(new Error('the database is away')));
    await next();
    expect([faults.length, stock.shown().readAt, stock.changesSince(at).readAt]).toEqual([1, at, at]);
    // By which whoever asks knows how old that is.
    expect([stock.shown().at, stock.changesSince(at).at]).toEqual([time.now(), time.now()]);
    whenHeard(async () => {});
    read(null);
    await next();
    expect(stock.shown().readAt).toBe(time.now());
  });

  it('goes on with the time where a reading never ends, and begins no other', async () => {
    const { stock, next, whenHeard, read, time } = open();
    const { at } = stock.shown();
    let begun = 0;
    read(at);
    whenHeard(() => {
      begun += 1;
      return new Promise(() => {});
    });
    await next();
    await next();
    await next();
    expect([begun, stock.shown().at, stock.shown().readAt]).toEqual([1, time.now(), at]);
  });

  it('at midnight goods of the new day are on sale and what was sold out is open again', async () => {
    const { set, next, piecesOf, stock, told } = open('2020-03-12T23:59:58+08:00');
    const day = '2020-03-12' as NonNullable<OutletFigures['selling']['day']>;
    set(one, { lots: [{ kind: 'adult', onSaleFrom: '2020-03-13' as typeof day, pieces: 200 }] });
    set(two, { onHand: { adult: 7, child: 0 }, selling: { state: 'sold-out', day, note: '明天請早' } });
    await next();
    expect([piecesOf(one)?.adult, stock.one(two)?.selling]).toEqual([
      0,
      { state: 'sold-out', note: '明天請早' },
    ]);
    expect(await next()).toBe(1_500);
    expect([piecesOf(one)?.adult, piecesOf(two)?.adult]).toEqual([200, 7]);
    expect(stock.one(two)?.selling).toEqual({ state: 'open', note: '' });
    expect(stock.shown().day).toBe('2020-03-13');
    expect(told.at(-1)?.changes.map(({ code }) => code)).toEqual([one, two]);
  });

  it('leaves out what is promised by ticket, unless the rules count it', async () => {
    const { set, next, promise, stock } = open();
    set(one, { onHand: { adult: 30, child: 20 }, promised: { adult: 12, child: 20 } });
    await next();
    expect(stock.one(one)).toMatchObject({
      pieces: { adult: 18, child: 0 },
      promised: { adult: 12, child: 20 },
    });
    expect([stock.shown().promises, stock.changesSince(0).promises]).toEqual(['left-out', 'left-out']);
    promise('counted');
    await next();
    expect(stock.one(one)?.pieces).toEqual({ adult: 30, child: 20 });
    expect([stock.shown().promises, stock.changesSince(0).promises]).toEqual(['counted', 'counted']);
  });

  it('follows the list, of which everybody has to hear; the same list again is no news', async () => {
    const { stock, told, sets, next } = open();
    sets({ adult: 3, child: 0 });
    await next();
    told.length = 0;
    const { version } = stock.shown();
    stock.list([listed(one), listed(two)]);
    expect([stock.shown().version, told]).toEqual([version, []]);
    const { cursor } = stock.cursor();
    await next();
    stock.list([listed(one)]);
    expect(stock.shown().outlets.map(({ code, pieces }) => [code, pieces.adult])).toEqual([[one, 3]]);
    expect(told).toMatchObject([{ state: 'gap', changes: [] }]);
    expect(stock.changesSince(cursor).state).toBe('gap');
    expect(stock.one(two)).toBeNull();
  });

  it('names the list that it answers by, the same in every process', () => {
    const { stock, told } = open();
    const { list } = stock.shown().ofList;
    const { cursor } = stock.cursor();
    expect(stock.changesSince(cursor).list).toBe(list);
    stock.list([listed(one)]);
    const after = stock.shown().ofList.list;
    expect(after).not.toBe(list);
    // Within the same millisecond no cursor tells that the list is another.
    expect([told.at(-1)?.list, stock.changesSince(cursor).list]).toEqual([after, after]);
    stock.list([listed(one), { ...listed(two), note: 'said beside the columns' }]);
    expect(stock.shown().ofList.list).toBe(list);
    expect(open().stock.shown().ofList.list).toBe(list);
  });

  it('answers a change of nearly everything by a gap, since the whole is smaller', async () => {
    const { stock, set, next, told } = open();
    const codes = Array.from({ length: 501 }, (_, n) => `590101${1000 + n}` as OutletCode);
    stock.list(codes.map(listed));
    const { cursor } = stock.cursor();
    for (const code of codes.slice(0, 500)) set(code, { onHand: { adult: 1, child: 0 } });
    await next();
    expect([told.at(-1)?.changes.length, stock.changesSince(cursor).changes.length]).toEqual([500, 500]);
    for (const code of codes) set(code, { onHand: { adult: 2, child: 0 } });
    await next();
    expect(told.at(-1)).toMatchObject({ state: 'gap', changes: [] });
    expect(stock.changesSince(cursor)).toMatchObject({ state: 'gap', changes: [] });
  });

  it('hides no change behind a clock that was set back', async () => {
    const { stock, sets, next, time } = open();
    await next();
    const { cursor } = stock.cursor();
    const back = instant(time.now() - 60_000);
    time.now = () => back;
    sets({ adult: 3, child: 0 });
    await next();
    expect(stock.changesSince(cursor).changes).toHaveLength(1);
    expect(stock.cursor().cursor).toBeGreaterThanOrEqual(cursor);
  });

  it('ends with its timers', () => {
    const { end, sets, time } = open();
    end();
    sets({ adult: 3, child: 0 });
    expect(time.next()).toBe(false);
  });
});
