import { expect, it } from 'vitest';
import type { TillId, TillName } from '#protocol';
import type { BusinessDay, HolderKey, Instant, OutletCode } from '#rules';
import { createSettlingLoop, type RoundSettled } from './settling-loop.ts';
import type { SoldBatch } from './waiting-sales.ts';

const till = (n: number): TillName => ({
  outlet: `590000000${n}` as OutletCode,
  tillId: `till ${n}` as TillId,
});
/** One that has to be read, since it takes something back. */
const batch = (n: number): SoldBatch => ({
  ...till(n),
  ...{ lastSeq: 1, purchases: [], voids: [{ tillId: till(n).tillId, seq: 1, holderKey: '' as HolderKey }] },
});

function open(
  unfinished: (round: number) => TillName[] = () => [],
  onFault = (error: unknown): void => {
    throw error;
  },
) {
  const rounds: number[][] = [];
  const settled: RoundSettled[] = [];
  const waits: (() => void)[] = [];
  const loop = createSettlingLoop({
    settling: {
      async settle(tills, atHand = []) {
        rounds.push([...tills, ...atHand].map(({ outlet }) => Number(outlet.at(-1))));
        return { slots: [], unfinished: unfinished(rounds.length) };
      },
      waiting: async () => [],
    },
    carryOver: { carry: async () => [] },
    onSettled: () => {},
    onFault,
    gather: (what) => {
      settled.push(what);
      return new Promise((resolve) => waits.push(resolve));
    },
  });
  const turn = () => new Promise(setImmediate);
  const goOn = () => {
    for (const resolve of waits.splice(0)) resolve();
  };
  return { loop, rounds, settled, turn, goOn };
}

it('settles what comes alone at once, and what comes soon after it together', async () => {
  const { loop, rounds, turn, goOn } = open();
  loop.begin(batch(1));
  await turn();
  for (const n of [2, 3, 4]) {
    loop.begin(batch(n));
    await turn();
  }
  expect(rounds).toEqual([[1]]);
  goOn();
  await turn();
  expect(rounds).toEqual([[1], [2, 3, 4]]);
});

it('says after each round whether more waits, so that pushes can go before it', async () => {
  const { loop, rounds, settled, turn, goOn } = open((round) => (round < 3 ? [till(1)] : []));
  loop.begin(batch(1));
  for (let i = 0; i < 3; i++) {
    await turn();
    goOn();
  }
  expect(rounds).toEqual([[1], [1], [1]]);
  expect(settled).toEqual(['some', 'some', 'all']);
});

it('rests between no rounds while somebody waits for all of it', async () => {
  const { loop, rounds, settled } = open((round) => (round < 3 ? [till(1)] : []));
  loop.begin(batch(2));
  await loop.work();
  expect(rounds).toEqual([[2], [1], [1]]);
  expect(settled).toEqual([]);
});

it('ends its rest when somebody comes who waits for all of it', async () => {
  const { loop, rounds, settled, turn } = open();
  loop.begin(batch(1));
  await turn();
  loop.begin(batch(2));
  await loop.work();
  expect(rounds).toEqual([[1], [2]]);
  expect(settled).toEqual(['all']);
});

it('begins no round after its end', async () => {
  const { loop, rounds, turn, goOn } = open();
  loop.begin(batch(1));
  await turn();
  loop.begin(batch(2));
  const ended = loop.end();
  goOn();
  await ended;
  loop.begin(batch(3));
  await turn();
  expect(rounds).toEqual([[1]]);
});

it('keeps nobody waiting for a run: what breaks it is told once, however many came meanwhile', async () => {
  const told: unknown[] = [];
  const breaksThen = (round: number): TillName[] => {
    if (round === 2) throw new Error('the disk is full');
    return [];
  };
  const { loop, turn, goOn } = open(breaksThen, (error) => told.push(error));
  for (const n of [1, 2, 3, 4]) {
    loop.begin(batch(n));
    await turn();
  }
  goOn();
  await turn();
  expect(told).toEqual([new Error('the disk is full')]);
});

it('settles purchases from what is at hand, in rounds that are bounded, and after a fault from the database', async () => {
  const sold = (n: number, count: number): SoldBatch => ({
    ...till(n),
    ...{ lastSeq: n, voids: [] },
    purchases: Array.from({ length: count }, (_, i) => ({
      ...{ seq: i + 1, at: 0 as Instant, day: '2020-03-12' as BusinessDay, holderKey: `${i}` as HolderKey },
      ...{ kind: 'adult', pieces: 3, intervalDays: 7 },
    })),
  });
  const calls: { read: number[]; atHand: number[] }[] = [];
  const faults: unknown[] = [];
  const numbers = (of: readonly TillName[]) => of.map(({ outlet }) => Number(outlet.at(-1)));
  const loop = createSettlingLoop({
    settling: {
      async settle(tills, atHand = []) {
        calls.push({ read: numbers(tills), atHand: numbers(atHand) });
        if (calls.length === 1) throw new Error('the disk is full');
        return { slots: [], unfinished: [] };
      },
      waiting: async () => [],
    },
    carryOver: { carry: async () => [] },
    onSettled: () => {},
    onFault: (error) => void faults.push(error),
  });
  for (const n of [1, 2, 3]) loop.begin(sold(n, 5_000));
  await new Promise(setImmediate);
  loop.begin(sold(4, 15_001));
  await loop.work();
  expect(calls).toEqual([
    { read: [], atHand: [1] },
    { read: [1, 4], atHand: [2, 3] },
  ]);
  expect(faults).toEqual([new Error('the disk is full')]);
});
