import { expect, it } from 'vitest';
import type { TillId, TillName } from '#protocol';
import type { OutletCode } from '#rules';
import { createSettlingLoop } from './settling-loop.ts';
import type { SoldBatch } from './waiting-sales.ts';

const till = (n: number): TillName => ({
  outlet: `590000000${n}` as OutletCode,
  tillId: `till ${n}` as TillId,
});
/** One that has to be read, since it takes something back. */
const batch = (n: number): SoldBatch => ({
  ...till(n),
  ...{ lastSeq: 1, sales: '', purchases: 0, voids: 1 },
});

const sold = (n: number, count: number): SoldBatch => ({
  ...till(n),
  ...{ lastSeq: n, sales: '', purchases: count, voids: 0 },
});

function open(
  unfinished: (round: number) => TillName[] = () => [],
  onFault = (error: unknown): void => {
    throw error;
  },
) {
  const rounds: number[][] = [];
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
    gather: () => new Promise((resolve) => waits.push(resolve)),
  });
  const turn = () => new Promise(setImmediate);
  const goOn = () => {
    for (const resolve of waits.splice(0)) resolve();
  };
  return { loop, rounds, waits, turn, goOn };
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

it('rests only when a round has left nothing', async () => {
  const { loop, rounds, waits, turn } = open((round) => (round < 3 ? [till(1)] : []));
  loop.begin(batch(1));
  await turn();
  expect(rounds).toEqual([[1], [1], [1]]);
  expect(waits).toHaveLength(1);
});

it('ends its rest, or does without, when so many purchases have come that more would not make them cheaper', async () => {
  const { loop, rounds, waits, turn } = open();
  loop.begin(batch(1));
  await turn();
  loop.begin(sold(2, 3_999));
  await turn();
  expect(rounds).toEqual([[1]]);
  loop.begin(sold(3, 1));
  loop.begin(sold(4, 4_000));
  loop.begin(sold(5, 4_000));
  await turn();
  expect(rounds).toEqual([[1], [2, 3, 4], [5]]);
  expect(waits).toHaveLength(2);
});

it('rests between no rounds while somebody waits for all of it', async () => {
  const { loop, rounds, waits } = open((round) => (round < 3 ? [till(1)] : []));
  loop.begin(batch(2));
  await loop.work();
  expect(rounds).toEqual([[2], [1], [1]]);
  expect(waits).toEqual([]);
});

it('ends its rest when somebody comes who waits for all of it', async () => {
  const { loop, rounds, waits, turn } = open();
  loop.begin(batch(1));
  await turn();
  loop.begin(batch(2));
  await loop.work();
  expect(rounds).toEqual([[1], [2]]);
  expect(waits).toHaveLength(1);
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
