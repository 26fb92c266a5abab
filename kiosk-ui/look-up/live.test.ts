import { expect, it } from 'vitest';
import type { ChangesAnswer } from '#central-api';
import { createLive } from './live.ts';

/** A live feed whose clock and centre a test drives. */
function aFeed() {
  const waits: { ms: number; then: () => void }[] = [];
  const asked: { since: number; answer(cursor: number): void; fail(): void }[] = [];
  const heard: string[] = [];
  let seen: 'seen' | 'hidden' = 'seen';
  const live = createLive({
    ask: {
      changes: (since) =>
        new Promise((resolve, reject) =>
          asked.push({
            since,
            answer: (cursor) => resolve({ cursor, changes: [] } as unknown as ChangesAnswer),
            fail: () => reject(new Error('no line')),
          }),
        ),
    },
    after(ms, then) {
      const wait = { ms, then };
      waits.push(wait);
      return () => waits.splice(waits.indexOf(wait), 1);
    },
    seen: () => seen,
    answered: ({ cursor }) => void heard.push(`answered ${cursor}`),
    silent: () => void heard.push('silent'),
  });
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return {
    ...{ live, waits, asked, heard, settled },
    hide: (now: typeof seen) => {
      seen = now;
    },
    pass: () => {
      for (const { then } of waits.splice(0)) then();
    },
  };
}

it('asks every three seconds, from the cursor of the last answer', async () => {
  const { live, waits, asked, pass, settled } = aFeed();
  live.start(7);
  expect(waits.map(({ ms }) => ms)).toEqual([3000]);
  pass();
  asked[0]?.answer(9);
  await settled();
  pass();
  expect(asked.map(({ since }) => since)).toEqual([7, 9]);
});

it('leaves a silent centre more and more alone, and says so each time', async () => {
  const { live, waits, asked, heard, pass, settled } = aFeed();
  live.start(7);
  const pauses: (number | undefined)[] = [];
  for (let n = 0; n < 6; n++) {
    pass();
    asked[n]?.fail();
    await settled();
    pauses.push(waits[0]?.ms);
  }
  expect(pauses).toEqual([6000, 12_000, 24_000, 48_000, 60_000, 60_000]);
  expect(heard).toHaveLength(6);
  pass();
  asked[6]?.answer(8);
  await settled();
  expect(waits[0]?.ms).toBe(3000);
});

it('does not ask while nobody looks, and asks at once when somebody does', () => {
  const { live, asked, waits, hide, pass } = aFeed();
  live.start(7);
  hide('hidden');
  pass();
  expect(asked).toEqual([]);
  expect(waits).toEqual([]);
  hide('seen');
  live.now();
  expect(asked).toHaveLength(1);
  // A second call changes nothing while the first is under way.
  live.now();
  expect(asked).toHaveLength(1);
});

it('asks once more for what changed since older figures, also where they come while it asks', async () => {
  const { live, asked, pass, settled } = aFeed();
  live.start(9);
  live.goBack(12);
  pass();
  live.goBack(7);
  asked[0]?.answer(20);
  await settled();
  pass();
  asked[1]?.answer(21);
  await settled();
  pass();
  expect(asked.map(({ since }) => since)).toEqual([9, 7, 21]);
});
