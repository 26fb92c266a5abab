import { Worker } from 'node:worker_threads';
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
  readonly asked: Parameters<Verify>;
  readonly resolve: (holds: boolean) => void;
  readonly reject: (error: unknown) => void;
}

const resourceLimits = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 8 };

/**
 * What is asked in one turn of the event loop goes over together: waking a thread for each, as `crypto.verify` does with
 * the system's pool, costs as much as verifying.
 * @param program of the build. A thread that breaks is told to `onFault`, and the next question begins another
 */
export function openSignatureThread(program: URL, onFault: (error: unknown) => void): SignatureThread {
  let worker: Worker | null = null;
  let toAsk: Waiting[] = [];
  /** Of each message that was not answered yet, oldest first. */
  let underWay: Waiting[][] = [];
  let ended = false;

  function begin(): Worker {
    const begun = new Worker(program, { resourceLimits });
    begun.on('message', (held: readonly boolean[]) => {
      for (const [n, { resolve }] of (underWay.shift() ?? []).entries()) resolve(held[n] === true);
    });
    begun.on('error', (error) => broke(begun, error));
    begun.on('exit', () => broke(begun, new Error('the thread that verifies signatures has ended')));
    return begun;
  }

  function broke(thread: Worker, error: unknown): void {
    if (worker !== thread) return;
    worker = null;
    const left = underWay.flat();
    underWay = [];
    for (const { reject } of left) reject(error);
    onFault(error);
  }

  function send(): void {
    const asked = toAsk;
    toAsk = [];
    if (ended) {
      for (const { reject } of asked) reject(closes());
      return;
    }
    underWay.push(asked);
    worker ??= begin();
    worker.postMessage(asked.map((one) => one.asked));
  }

  return {
    verify: (...asked) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(closes());
        if (toAsk.push({ asked, resolve, reject }) === 1) setImmediate(send);
      }),
    async end() {
      ended = true;
      const thread = worker;
      worker = null;
      for (const { reject } of underWay.splice(0).flat()) reject(closes());
      await thread?.terminate();
    },
  };
}

const closes = (): Error => new Error('the centre closes');
