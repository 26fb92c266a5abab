import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { stationInMemory } from '#fixtures/sync-kit';
import { type JournalPlace, parsePushText } from '#protocol';
import { instant } from '#rules';
import type { Answer, Exchange } from './exchange.ts';
import { createPushLine } from './push-line.ts';

const journalId = '1b4e28ba-2fa1-4d7c-8d9a-0c1f6f3f8a11';
const batch = 4;

/** A line of pushes whose other end, disk and timer a test plays. */
function begun(entries: number) {
  const station = stationInMemory(journalId);
  for (let i = 0; i < entries; i++) station.append({ kind: 'signed-in', i });
  const sent: { readonly after: number; readonly head: number; readonly size: number }[] = [];
  const answers: ((answer: Answer<never>) => void)[] = [];
  const exchange: Exchange = (_path, body) => {
    const { push, entries } = parsePushText(gunzipSync(body)) ?? {};
    sent.push({ after: push?.after.seq ?? -1, head: push?.head ?? -1, size: entries?.length ?? -1 });
    return new Promise((resolve) => answers.push(resolve as (typeof answers)[number]));
  };
  let timers: (() => void)[] = [];
  let disk: 'whole' | 'broken' = 'whole';
  const line = createPushLine({
    station: {
      ...station,
      entriesAfter(seq, limit) {
        if (disk === 'broken') throw new Error('the disk cannot be read');
        return station.entriesAfter(seq, limit);
      },
    },
    ...{ exchange, timeoutMs: 1_000 },
    after(_ms, run) {
      timers.push(run);
      return () => {
        timers = timers.filter((one) => one !== run);
      };
    },
  });
  const placeAt = (seq: number) => ({ seq, hash: station.hashAt(seq) }) as JournalPlace;
  return {
    ...{ station, sent, placeAt },
    push: (seq: number, most = batch) => line.push({ after: placeAt(seq), batch: most }),
    answer: (nth: number) =>
      answers[nth]?.({
        ok: true,
        value: { acknowledged: placeAt(0), feed: nth, policy: 0, slotMs: 0, now: instant(0) } as never,
      }),
    lose: (nth: number) => answers[nth]?.({ ok: false, why: { kind: 'no-line' }, retryAfterMs: null }),
    runTimers() {
      for (const run of timers.splice(0)) run();
    },
    breakDisk() {
      disk = 'broken';
    },
  };
}

it('sends the next part while the one before is under way, and each once', async () => {
  const { push, answer, runTimers, sent } = begun(10);
  const first = push(0);
  expect(sent).toEqual([{ after: 0, head: 10, size: 4 }]);
  runTimers();
  expect(sent.map(({ after }) => after)).toEqual([0, 4]);
  answer(0);
  expect(await first).toMatchObject({ ok: true, value: { feed: 0 } });
  const second = push(4);
  runTimers();
  answer(1);
  expect(await second).toMatchObject({ ok: true, value: { feed: 1 } });
  const third = push(8);
  runTimers();
  answer(2);
  expect(await third).toMatchObject({ ok: true, value: { feed: 2 } });
  expect(sent.map(({ after, size }) => [after, size])).toEqual([
    ...[
      [0, 4],
      [4, 4],
      [8, 2],
    ],
  ]);
});

it('sends ahead as much as is asked for now, and not as much as before', async () => {
  const { push, answer, runTimers, sent } = begun(20);
  const first = push(0);
  runTimers();
  answer(0);
  await first;
  const second = push(4, 6);
  runTimers();
  answer(1);
  await second;
  expect(sent.map(({ after, size }) => [after, size])).toEqual([
    ...[
      [0, 4],
      [4, 4],
      [8, 6],
    ],
  ]);
});

it('sends nothing ahead where the answer was there before', async () => {
  const { push, answer, runTimers, sent } = begun(10);
  const first = push(0);
  answer(0);
  await first;
  runTimers();
  expect(sent).toHaveLength(1);
});

it('sends a part anew where less was acknowledged, and what it had sent ahead was for nothing', async () => {
  const { push, answer, lose, runTimers, sent } = begun(10);
  const first = push(0);
  runTimers();
  lose(0);
  expect(await first).toMatchObject({ ok: false });
  lose(1);
  const again = push(0);
  answer(2);
  expect(await again).toMatchObject({ ok: true, value: { feed: 2 } });
  const second = push(2);
  answer(3);
  await second;
  expect(sent.map(({ after }) => after)).toEqual([0, 4, 0, 2]);
});

it('goes on with what was sent ahead though the journal has grown since', async () => {
  const { station, push, answer, runTimers, sent } = begun(8);
  const first = push(0);
  runTimers();
  station.append({ kind: 'signed-in', i: 8 });
  answer(0);
  await first;
  const second = push(4);
  answer(1);
  await second;
  const third = push(8);
  answer(2);
  await third;
  expect(sent).toEqual([
    ...[
      { after: 0, head: 8, size: 4 },
      { after: 4, head: 8, size: 4 },
      { after: 8, head: 9, size: 1 },
    ],
  ]);
});

it('a disk that breaks while the next part is read is told to whoever asks for that part', async () => {
  const { push, answer, runTimers, breakDisk } = begun(10);
  const first = push(0);
  breakDisk();
  runTimers();
  answer(0);
  expect(await first).toMatchObject({ ok: true });
  await expect(push(4)).rejects.toThrow('the disk cannot be read');
});
