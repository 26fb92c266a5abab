import { describe, expect, it, onTestFinished } from 'vitest';
import { sampleOutlets } from '#fixtures/central-kit';
import { noHash, type TillId, type TillName } from '#protocol';
import type { OutletCode } from '#rules';
import type { SentBatch } from './accept.ts';
import { openIntakeThread } from './intake-thread.ts';

/** A program that does so with each question, and says `say({ … })`. */
const programOf = (answer: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads';
      const say = (...said) => parentPort.postMessage(said);
      let asked = 0;
      parentPort.on('message', (all) => { for (const { id, ask, till } of all) { asked++; ${answer} } });`)}`,
  );

const till: TillName = { outlet: sampleOutlets[0] as OutletCode, tillId: 'till' as TillId };
const batch = (): SentBatch => ({
  push: { protocol: 1, journalId: 'j', after: { seq: 0, hash: noHash }, entries: 0, head: 0 },
  ...{ entries: [], way: 'line' },
});

function opened(answer: string) {
  const faults: string[] = [];
  const news: OutletCode[] = [];
  const thread = openIntakeThread({
    program: programOf(answer),
    beginning: { store: { type: 'sqlite', folder: 'nowhere' }, purpose: 'shop' },
    onSettled: (outlets) => news.push(...outlets),
    onFault: (error) => faults.push(error instanceof Error ? error.message : String(error)),
  });
  onTestFinished(async () => void (await thread.end().catch(() => {})));
  return { thread, faults, news };
}

describe('the thread that takes pushes', () => {
  it('gives each its own answer, though many are under way', async () => {
    const { thread } = opened('setTimeout(() => say({ say: "done", id, value: ask + " " + id }), 20 / id);');
    expect(await Promise.all([1, 2, 3].map(() => thread.take(till, batch)))).toEqual([
      ...['take 1', 'take 2', 'take 3'],
    ]);
  });

  it('says what it settled, what broke, and which question failed', async () => {
    const { thread, faults, news } = opened(`
      say({ say: "settled", outlets: [till.outlet] }, { say: "fault", error: new Error("a round") });
      say({ say: "failed", id, error: new Error("the disk is full") });`);
    await expect(thread.take(till, batch)).rejects.toThrow('the disk is full');
    expect({ faults, news }).toEqual({ faults: ['a round'], news: [till.outlet] });
  });

  it.each([
    ['throws', 'throw new Error("broken");', 'broken'],
    ['ends', 'process.exit(1);', 'the thread that takes pushes has ended'],
  ])(
    'that %s fails what it had not answered, and the next question begins another',
    async (_how, deed, why) => {
      // The first question of every thread but the second breaks it.
      const { thread, faults } = opened(
        `if (till.tillId === "bad") { ${deed} } else say({ say: "done", id, value: asked });`,
      );
      await expect(thread.take({ ...till, tillId: 'bad' as TillId }, batch)).rejects.toThrow(why);
      expect(await thread.take(till, batch)).toBe(1);
      expect(faults).toEqual([why]);
    },
  );

  it('lets others write in turns that it gives, and is told when they are over', async () => {
    const { thread } = opened(`
      const value = globalThis.heard ?? "";
      globalThis.heard = value + ask + " ";
      if (ask !== "turn-over") say({ say: "done", id, value });`);
    const giveBack = await thread.turns.take();
    giveBack();
    expect(await thread.take(till, batch)).toBe('turn turn-over ');
  });

  it('is not begun again by what comes after its end', async () => {
    const { thread } = opened('say({ say: "done", id, value: ask });');
    expect(await thread.take(till, batch)).toBe('take');
    await thread.end();
    await expect(thread.take(till, batch)).rejects.toThrow('the centre closes');
    (await thread.turns.take())();
  });
});
