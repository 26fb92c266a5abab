import { openThread } from '../thread.ts';
import type { Verify } from './check-signature.ts';

/** Verifies in a thread of its own: a tenth of a millisecond each, and thousands come in a second. */
export interface SignatureThread {
  /** Rejects where the thread broke, and whoever asked may ask again. */
  readonly verify: Verify;
  end(): Promise<void>;
}

/** What the thread is asked at once; it answers with a boolean for each, in this order. */
export type SignaturesAsked = readonly Parameters<Verify>[];

interface Waiting {
  readonly resolve: (holds: boolean) => void;
  readonly reject: (error: unknown) => void;
}

const resourceLimits = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 8 };

/**
 * `crypto.verify` with the system's pool wakes a thread for each, which costs as much as verifying.
 * @param program of the build. A thread that breaks is told to `onFault`, and the next question begins another
 */
export function openSignatureThread(program: URL, onFault: (error: unknown) => void): SignatureThread {
  /** In the order in which they were asked. */
  const waiting: Waiting[] = [];
  let ended = false;
  const thread = openThread<Parameters<Verify>, readonly boolean[]>({
    ...{ program, options: { resourceLimits }, does: 'verifies signatures' },
    onSaid(held) {
      for (const [n, { resolve }] of waiting.splice(0, held.length).entries()) resolve(held[n] === true);
    },
    onBroken(error) {
      for (const { reject } of waiting.splice(0)) reject(error);
      onFault(error);
    },
  });

  return {
    verify: (...asked) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(closes());
        waiting.push({ resolve, reject });
        thread.ask(asked);
      }),
    async end() {
      ended = true;
      for (const { reject } of waiting.splice(0)) reject(closes());
      await thread.end();
    },
  };
}

const closes = (): Error => new Error('the centre closes');
