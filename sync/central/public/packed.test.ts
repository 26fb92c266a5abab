import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { packedBetterAndBetter } from './packed.ts';

const text = Buffer.from(Array.from({ length: 4_000 }, (_, n) => `${n * n},${n % 7}`).join('\n'));

it('whoever asks first is answered quickly, and those after with less', async () => {
  const ready = packedBetterAndBetter(text);
  const first = await ready();
  await expect.poll(ready).not.toBe(first);
  const better = await ready();
  expect(better.brotli?.length).toBeLessThan(first.brotli?.length ?? 0);
  expect(better.etag).toBe(first.etag);
  for (const { brotli, gzip, bytes } of [first, better]) {
    expect(brotliDecompressSync(brotli ?? '')).toEqual(text);
    expect(gunzipSync(gzip)).toEqual(text);
    expect(bytes).toBe(text);
  }
});

it('is packed once for all who ask at the same time', () => {
  const ready = packedBetterAndBetter(text);
  expect(ready()).toBe(ready());
});
