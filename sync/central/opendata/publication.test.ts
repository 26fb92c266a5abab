import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { manualTime } from '#fixtures/sync-kit';
import { type Instant, instantOf, type OutletCode, type PiecesByKind } from '#rules';
import type { ListedOutlet } from '../outlets/outlet.ts';
import type { AnnouncedRules } from '../standing-policy.ts';
import type { Board, OutletFigures } from './board.ts';
import { createPublication } from './publication.ts';

const [one, two] = ['5901010058', '5931010012'] as [OutletCode, OutletCode];
const listed = (outlet: OutletCode): ListedOutlet => ({
  ...{
    outlet,
    name: `Outlet ${outlet}`,
    address: '臺北市',
    phone: '02',
    county: '臺北市',
    town: '',
    village: '',
  },
  ...{
    chain: '',
    place: { longitude: 121.5, latitude: 25 },
    servicePeriods: '',
    note: '',
    ownNote: '',
    website: '',
  },
});
const figuresOf = (onHand: PiecesByKind, change: Partial<OutletFigures> = {}): OutletFigures => ({
  ...{ onHand, promised: { adult: 0, child: 0 }, lots: [], heardAt: null, hours: null, hoursNote: '' },
  ...{ selling: { state: 'open', day: null, note: '' }, ...change },
});

/** A board whose figures a test sets, and time that a test drives. */
async function open(iso = '2020-03-12T09:00:00+08:00') {
  // The files were made a while before.
  const time = manualTime(instantOf(iso) - 5_000);
  const figures = new Map<OutletCode, OutletFigures>();
  let readAt: Instant | null = null;
  const listeners = new Set<(outlet: OutletCode | 'all') => void>();
  const board: Board = {
    load: async () => {},
    refresh: async () => {},
    refreshChanged: async () => {},
    refreshHeard: async () => {},
    readAt: () => readAt ?? time.now(),
    figures: (outlet) => figures.get(outlet) ?? figuresOf({ adult: 0, child: 0 }),
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
  let counted: { readonly from: Instant } | null = null;
  const ruleListeners = new Set<() => void>();
  const rules: Pick<AnnouncedRules, 'promises' | 'nextFrom' | 'subscribe'> = {
    promises: () => (counted && counted.from <= time.now() ? 'counted' : 'left-out'),
    nextFrom: () => (counted && counted.from > time.now() ? counted.from : null),
    subscribe(changed) {
      ruleListeners.add(changed);
      return () => ruleListeners.delete(changed);
    },
  };
  const faults: unknown[] = [];
  const publication = createPublication({
    ...{ board, clock: time, rules, after: time.after },
    onFault: (error) => faults.push(error),
  });
  publication.list([listed(two), listed(one)]);
  await publication.make();
  time.after(5_000, () => {});
  time.next();
  const end = publication.keepUp();
  const set = (outlet: OutletCode, to: OutletFigures) => {
    figures.set(outlet, to);
    for (const listener of listeners) listener(outlet);
  };
  const hear = (outlet: OutletCode, heardAt: Instant) => {
    figures.set(outlet, { ...board.figures(outlet), heardAt });
  };
  /** Code, adult and child masks, time of day of each line. */
  const lines = () =>
    (publication.latest()?.maskdata.bytes.toString() ?? '')
      .split('\r\n')
      .slice(1, -1)
      .map((line) => {
        const [code, , , , adult, child, at = ''] = line.split(',');
        return [code, Number(adult), Number(child), at.slice(11)];
      });
  /** Runs the next timer, and waits for what it makes. */
  const next = async () => {
    const before = time.now();
    expect(time.next()).toBe(true);
    await publication.make();
    return time.now() - before;
  };
  return {
    ...{ publication, set, hear, lines, next, end, faults, time },
    /** The database answers no more. */
    goSilent() {
      readAt = time.now();
    },
    /** Rules that count promised pieces are announced. */
    announceCounted: (iso: string) => {
      counted = { from: instantOf(iso) };
      for (const listener of ruleListeners) listener();
    },
  };
}

describe('the publication', () => {
  it('shows a change half a second later, in the order of the codes', async () => {
    const { set, lines, next, publication } = await open();
    expect(lines()).toEqual([]);
    set(two, figuresOf({ adult: 10, child: 5 }));
    set(one, figuresOf({ adult: 3, child: 0 }));
    expect(await next()).toBe(500);
    expect(lines()).toEqual([
      [one, 3, 0, '09:00:00'],
      [two, 10, 5, '09:00:00'],
    ]);
    const latest = publication.latest();
    expect(gunzipSync(latest?.maskdata.gzip ?? '')).toEqual(latest?.maskdata.bytes);
    expect(JSON.parse(latest?.points.bytes.toString() ?? '').features).toHaveLength(2);
  });

  it('goes on with the time every 30 seconds where nothing changed', async () => {
    const { set, lines, next, publication } = await open();
    set(one, figuresOf({ adult: 3, child: 0 }));
    await next();
    const { etag } = publication.latest()?.maskdata ?? {};
    expect(await next()).toBe(30_000);
    expect(lines()).toEqual([[one, 3, 0, '09:00:30']]);
    expect(publication.latest()?.maskdata.etag).not.toBe(etag);
    expect(await next()).toBe(30_000);
  });

  it('has the time of the last reading, so that a database that is away makes it old', async () => {
    const { set, goSilent, lines, next, publication } = await open();
    set(one, figuresOf({ adult: 3, child: 0 }));
    await next();
    const at = publication.latest()?.maskdata.at;
    goSilent();
    await next();
    await next();
    expect(lines()).toEqual([[one, 3, 0, '09:00:00']]);
    expect(publication.latest()?.maskdata.at).toBe(at);
  });

  it('a steady stream of changes does not put it off, and does not make them all the time', async () => {
    const { set, next } = await open();
    set(one, figuresOf({ adult: 3, child: 0 }));
    set(one, figuresOf({ adult: 2, child: 0 }));
    expect(await next()).toBe(500);
    for (const adult of [1, 0, 3]) {
      set(one, figuresOf({ adult, child: 0 }));
      expect(await next()).toBe(3_000);
    }
  });

  it('at midnight goods of the new day are on sale and what was sold out is open again', async () => {
    const { set, lines, next } = await open('2020-03-12T23:59:50+08:00');
    const day = '2020-03-12' as NonNullable<OutletFigures['selling']['day']>;
    const lot = { kind: 'adult' as const, onSaleFrom: '2020-03-13' as typeof day, pieces: 200 };
    set(one, figuresOf({ adult: 0, child: 0 }, { lots: [lot] }));
    set(two, figuresOf({ adult: 7, child: 0 }, { selling: { state: 'sold-out', day, note: '' } }));
    await next();
    expect(lines()).toEqual([]);
    expect(await next()).toBe(9_500);
    expect(lines()).toEqual([
      [one, 200, 0, '00:00:00'],
      [two, 7, 0, '00:00:00'],
    ]);
    expect(await next()).toBe(30_000);
  });

  it('leaves out what is promised by ticket, unless the policy counts it', async () => {
    const { set, lines, next, announceCounted } = await open();
    set(one, figuresOf({ adult: 30, child: 20 }, { promised: { adult: 12, child: 20 } }));
    await next();
    expect(lines()).toEqual([[one, 18, 0, '09:00:00']]);
    announceCounted('2020-03-12T09:00:10.500+08:00');
    expect(await next()).toBe(3_000);
    expect(lines()).toEqual([[one, 18, 0, '09:00:03']]);
    expect(await next()).toBe(7_000);
    expect(lines()).toEqual([[one, 30, 20, '09:00:10']]);
    expect(await next()).toBe(30_000);
  });

  it('follows rules that stand as soon as they are announced', async () => {
    const { set, lines, next, announceCounted } = await open();
    set(one, figuresOf({ adult: 30, child: 20 }, { promised: { adult: 12, child: 20 } }));
    await next();
    announceCounted('2020-03-12T09:00:00+08:00');
    expect(await next()).toBe(3_000);
    expect(lines()).toEqual([[one, 30, 20, '09:00:03']]);
  });

  it('goes on with the time at which tills were heard, where nobody was told of a change', async () => {
    const { publication, set, hear, next } = await open();
    set(one, figuresOf({ adult: 3, child: 0 }));
    await next();
    const updated = () =>
      JSON.parse(publication.latest()?.points.bytes.toString() ?? '').features[0].properties.updated;
    expect(updated()).toBe('');
    hear(one, instantOf('2020-03-12T09:00:20+08:00'));
    await next();
    expect(updated()).toBe('2020/03/12 09:00:20');
  });

  it('follows the list of outlets', async () => {
    const { publication, set, lines, next } = await open();
    set(one, figuresOf({ adult: 3, child: 0 }));
    publication.list([listed(two)]);
    await next();
    expect(lines()).toEqual([]);
  });

  it('ends with its timers', async () => {
    const { end, set, time } = await open();
    end();
    set(one, figuresOf({ adult: 3, child: 0 }));
    expect(time.next()).toBe(false);
  });
});
