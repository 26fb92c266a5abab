import { hash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** What is sent out, as bytes, and as those who ask unpack it. */
export interface ReadyAnswer {
  readonly bytes: Buffer;
  readonly gzip: Buffer;
  readonly brotli?: Buffer;
  /** Strong: of the bytes. */
  readonly etag: string;
}

/** Answers that many ask for, kept until what they show has changed; those asked for last stay longest. */
export interface ReadyAnswers {
  /** @param version of what is shown: with another, all that was kept is forgotten */
  of(version: number, key: string, make: () => Buffer): ReadyAnswer;
  /** What is kept, and as bytes. */
  readonly held: { readonly answers: number; readonly bytes: number };
}

/** A packing keeps the whole of the piece of memory into which it was written: most fit into one of these. */
const chunkSize = 4096;
/** Twice as quick as the usual level, and a tenth larger. */
const gzipOptions = { chunkSize, level: 3 };
/** A sixth smaller than that, for 0.2 ms more of a page. No answer needs the usual window, which is slow to allocate. */
const brotliOptions = {
  chunkSize,
  params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 18 },
};

export function createReadyAnswers({ mostBytes }: { readonly mostBytes: number }): ReadyAnswers {
  let kept = new Map<string, ReadyAnswer>();
  let keptOf = -1;
  let bytes = 0;

  function forgetOldest(): void {
    const [oldest] = kept;
    if (!oldest) return;
    kept.delete(oldest[0]);
    bytes -= sizeOf(oldest);
  }

  return {
    of(version, key, make) {
      if (version !== keptOf) {
        kept = new Map();
        [keptOf, bytes] = [version, 0];
      }
      const known = kept.get(key);
      if (known) {
        kept.delete(key);
        kept.set(key, known);
        return known;
      }
      const answer = readyAnswer(make());
      kept.set(key, answer);
      bytes += sizeOf([key, answer]);
      while (bytes > mostBytes && kept.size > 1) forgetOldest();
      return answer;
    },
    get held() {
      return { answers: kept.size, bytes };
    },
  };
}

/** With room for both packings, which together are hardly ever larger than what is packed. */
const sizeOf = ([key, { bytes }]: readonly [string, ReadyAnswer]): number => 2 * (key.length + bytes.length);

/** Packed each way when the first one asks for it so. */
export function readyAnswer(bytes: Buffer): ReadyAnswer {
  let gzip: Buffer | null = null;
  let brotli: Buffer | null = null;
  return {
    bytes,
    etag: etagOf(bytes),
    get gzip() {
      gzip ??= gzipSync(bytes, gzipOptions);
      return gzip;
    },
    get brotli() {
      brotli ??= brotliCompressSync(bytes, brotliOptions);
      return brotli;
    },
  };
}

export const etagOf = (bytes: Buffer): string => `"${hash('sha256', bytes).slice(0, 32)}"`;
