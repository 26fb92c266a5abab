import { expect, it } from 'vitest';
import { afterBeat, afterExit, afterMessage, newSupervision } from './supervision.ts';

const limits = { unanswered: 2, respawnAfter: 250, respawnAtMost: 1000 };

const beats = (count: number) => {
  let supervision = newSupervision;
  const asked = Array.from({ length: count }, () => {
    const beat = afterBeat(supervision, limits);
    supervision = beat.supervision;
    return beat.next;
  });
  return { supervision, asked };
};

it('kills a child that leaves the heartbeats unanswered', () => {
  expect(beats(3).asked).toEqual(['ask', 'ask', 'kill']);
});

it('forgets unanswered heartbeats when the child says anything', () => {
  expect(afterBeat(afterMessage(beats(2).supervision), limits).next).toBe('ask');
});

it('replaces a child that spoke at once, and one that never spoke after longer and longer', () => {
  let supervision = newSupervision;
  const waits = Array.from({ length: 4 }, () => {
    const exit = afterExit(supervision, limits);
    supervision = exit.supervision;
    return exit.respawnAfter;
  });
  expect(waits).toEqual([500, 1000, 1000, 1000]);
  expect(afterExit(afterMessage(supervision), limits).respawnAfter).toBe(250);
});
