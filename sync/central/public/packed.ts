import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { etagOf, type ReadyAnswer } from './ready-answers.ts';

const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);

/** Ten times as quick as the smallest, and a tenth larger. */
const quick = 9;
const smallest = 11;

/** Packed on other threads. @param quality of brotli */
export async function packed(
  bytes: Buffer,
  quality: number,
  text: 'text' | 'any' = 'text',
): Promise<ReadyAnswer> {
  const { BROTLI_PARAM_MODE, BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = {
    ...(text === 'text' && { [BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT }),
    [BROTLI_PARAM_QUALITY]: quality,
    [BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  const [zipped, brotli] = await Promise.all([gzipped(bytes, { level: 6 }), brotlied(bytes, { params })]);
  return { bytes, gzip: zipped, brotli, etag: etagOf(bytes) };
}

/**
 * For what stays for a day: whoever asks first does not wait the second that the smallest packing takes; it is there for
 * those after. @returns the best that there is
 */
export function packedBetterAndBetter(
  bytes: Buffer,
  text: 'text' | 'any' = 'text',
): () => Promise<ReadyAnswer> {
  let best: Promise<ReadyAnswer> | null = null;
  return () => {
    if (best) return best;
    const first = packed(bytes, quick, text);
    best = first;
    // Where the better one fails, the first one stays.
    first
      .then(() => packed(bytes, smallest, text))
      .then(
        (better) => {
          best = Promise.resolve(better);
        },
        () => {},
      );
    return first;
  };
}
