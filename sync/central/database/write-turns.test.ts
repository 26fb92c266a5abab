import { expect, it } from 'vitest';
import { createWriteTurns } from './write-turns.ts';

it('turns to write are given in the order in which they were asked for, one at a time', async () => {
  const turns = createWriteTurns();
  const writing: string[] = [];
  const giveBack = await turns.take();
  const others = ['first', 'second'].map(async (name) => {
    const done = await turns.take();
    writing.push(name);
    return done;
  });
  await new Promise(setImmediate);
  expect(writing).toEqual([]);
  giveBack();
  (await others[0])?.();
  (await others[1])?.();
  expect(writing).toEqual(['first', 'second']);
  await turns.take();
});
