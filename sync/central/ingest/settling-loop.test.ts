import { expect, it } from 'vitest';
import type { TillId, TillName } from '#protocol';
import type { OutletCode } from '#rules';
import { createSettlingLoop, type RoundSettled } from './settling-loop.ts';

const till = (n: number): TillName => ({
  outlet: `590000000${n}` as OutletCode,
  tillId: `till ${n}` as TillId,
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
      async settle(tills) {
        rounds.push(tills.map(({ outlet }) => Number(outlet.at(-1))));
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
  loop.begin(till(1));
  await turn();
  for (const n of [2, 3, 4]) {
    loop.begin(till(n));
    await turn();
  }
  expect(rounds).toEqual([[1]]);
  goOn();
  await turn();
  expect(rounds).toEqual([[1], [2, 3, 4]]);
});

it('says after each round whether more waits, so that pushes can go before it', async () => {
  const { loop, rounds, settled, turn, goOn } = open((round) => (round < 3 ? [till(1)] : []));
  loop.begin(till(1));
  for (let i = 0; i < 3; i++) {
    await turn();
    goOn();
  }
  expect(rounds).toEqual([[1], [1], [1]]);
  expect(settled).toEqual(['some', 'some', 'all']);
});

it('rests between no rounds while somebody waits for all of it', async () => {
  const { loop, rounds, settled } = open((round) => (round < 3 ? [till(1)] : []));
  loop.begin(till(2));
  await loop.work();
  expect(rounds).toEqual([[2], [1], [1]]);
  expect(settled).toEqual([]);
});

it('ends its rest when somebody comes who waits for all of it', async () => {
  const { loop, rounds, settled, turn } = open();
  loop.begin(till(1));
  await turn();
  loop.begin(till(2));
  await loop.work();
  expect(rounds).toEqual([[1], [2]]);
  expect(settled).toEqual(['all']);
});

it('begins no round after its end', async () => {
  const { loop, rounds, turn, goOn } = open();
  loop.begin(till(1));
  await turn();
  loop.begin(till(2));
  const ended = loop.end();
  goOn();
  await ended;
  loop.begin(till(3));
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
    loop.begin(till(n));
    await turn();
  }
  goOn();
  await turn();
  expect(told).toEqual([new Error('the disk is full')]);
});
