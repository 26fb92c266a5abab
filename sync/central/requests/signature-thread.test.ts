import { describe, expect, it, onTestFinished } from 'vitest';
import type { PublicKey } from '#protocol';
import { openSignatureThread } from './signature-thread.ts';

/** A program that does so with what it is asked at once, and answers with `say([…])`. */
const programOf = (answer: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads';
      const say = (held) => parentPort.postMessage(held);
      let messages = 0;
      parentPort.on('message', (asked) => { messages++; ${answer} });`)}`,
  );

const key = 'ab'.repeat(32) as PublicKey;

function opened(answer: string) {
  const faults: string[] = [];
  const thread = openSignatureThread(programOf(answer), (error) =>
    faults.push(error instanceof Error ? error.message : String(error)),
  );
  onTestFinished(() => thread.end());
  return { thread, faults };
}

describe('the thread that verifies signatures', () => {
  it('gives each its own answer, those of one turn together', async () => {
    const { thread } = opened('say(asked.map(([text]) => text === "good in " + messages));');
    const held = ['good in 1', 'bad', 'good in 1'].map((text) => thread.verify(text, key, 'signature'));
    expect(await Promise.all(held)).toEqual([true, false, true]);
    expect(await thread.verify('good in 2', key, 'signature')).toBe(true);
  });

  it.each([
    ['throws', 'throw new Error("broken");', 'broken'],
    ['ends', 'process.exit(1);', 'the thread that verifies signatures has ended'],
  ])(
    'that %s fails what it had not answered, and the next question begins another',
    async (_how, deed, why) => {
      const { thread, faults } = opened(
        `if (asked.some(([text]) => text === "bad")) { ${deed} } else say(asked.map(() => true));`,
      );
      await expect(Promise.all(['good', 'bad'].map((text) => thread.verify(text, key, '')))).rejects.toThrow(
        why,
      );
      expect(await thread.verify('good', key, '')).toBe(true);
      expect(faults).toEqual([why]);
    },
  );

  it('ends with what is under way, and is not begun again', async () => {
    const { thread } = opened('');
    const first = thread.verify('never answered', key, '');
    await new Promise(setImmediate);
    const second = thread.verify('never sent', key, '');
    await Promise.all([
      expect(first).rejects.toThrow('the centre closes'),
      expect(second).rejects.toThrow('the centre closes'),
      thread.end(),
    ]);
    await expect(thread.verify('too late', key, '')).rejects.toThrow('the centre closes');
  });
});
