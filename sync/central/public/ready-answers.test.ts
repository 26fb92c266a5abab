import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { createReadyAnswers } from './ready-answers.ts';

function counting(mostBytes = 100_000) {
  const answers = createReadyAnswers({ mostBytes });
  const made: string[] = [];
  const ask = (version: number, key: string, text = `answer to ${key}`) =>
    answers.of(version, key, () => {
      made.push(key);
      return Buffer.from(text);
    });
  return { answers, made, ask };
}

it('an answer is made once, and packed once each way', () => {
  const { ask, made } = counting();
  expect(ask(1, 'a').bytes.toString()).toBe('answer to a');
  expect(gunzipSync(ask(1, 'a').gzip).toString()).toBe('answer to a');
  expect(brotliDecompressSync(ask(1, 'a').brotli ?? '').toString()).toBe('answer to a');
  expect(ask(1, 'a').brotli).toBe(ask(1, 'a').brotli);
  expect(ask(1, 'b').etag).not.toBe(ask(1, 'a').etag);
  expect(made).toEqual(['a', 'b']);
});

it('a packing holds little more memory than it has bytes', () => {
  const { gzip, brotli } = counting().ask(1, 'a');
  expect(gzip.buffer.byteLength).toBeLessThan(8_192);
  expect(brotli?.buffer.byteLength).toBeLessThan(8_192);
});

it('an answer is made anew once something changed, and is then the same only if its bytes are', () => {
  const { ask, made } = counting();
  const { etag } = ask(1, 'a');
  expect(ask(2, 'a').etag).toBe(etag);
  expect(ask(3, 'a', 'other').etag).not.toBe(etag);
  expect(made).toEqual(['a', 'a', 'a']);
});

it('no more is kept than it may hold, and what was asked for last stays', () => {
  const { ask, answers, made } = counting(10_000);
  ask(1, 'often');
  for (let n = 0; n < 1_000; n++) {
    ask(1, `question ${n}`);
    ask(1, 'often');
  }
  expect(answers.held.bytes).toBeLessThanOrEqual(10_000);
  expect(answers.held.answers).toBeLessThan(150);
  expect(made.filter((key) => key === 'often')).toHaveLength(1);
  ask(1, 'large', 'x'.repeat(50_000));
  expect(answers.held.answers).toBe(1);
});
