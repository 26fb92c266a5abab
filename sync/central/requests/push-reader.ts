import { Worker } from 'node:worker_threads';
import type { ReadPush } from '../ingest/read-entry.ts';
import { type Read, readPush } from './bodies.ts';

/** Reads what tills push. */
export interface PushReader {
  /** @throws if the thread breaks that was to read it; the till sends it again, and then it is read here */
  read(body: Buffer): Promise<Read<ReadPush>>;
  close(): Promise<unknown>;
}

export const directPushReader: PushReader = {
  read: async (body) => readPush(body),
  close: async () => {},
};

/** Smaller ones are read sooner than they are handed over: so are the sales of a day with a line. */
const smallBytes = 4 * 1024;
/** More than a bomb at its limit takes; whoever sends something worse breaks the thread and not the centre. */
const resourceLimits = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 32 };

interface Waiting {
  readonly resolve: (read: Read<ReadPush>) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * A thread for the large ones: to unpack, check and understand them takes as long as to write them. A thread that
 * breaks is told to `onFault`; from then on all are read here.
 */
export function openPushReader(program: URL, onFault: (error: unknown) => void): PushReader {
  const waiting: Waiting[] = [];
  let worker: Worker | null = new Worker(program, { resourceLimits });
  worker.unref();

  function leave(error: unknown): void {
    worker = null;
    for (const { reject } of waiting.splice(0)) reject(error);
  }
  function broke(error: unknown): void {
    if (worker === null) return;
    leave(error);
    onFault(error);
  }
  // It answers in the order in which it was asked.
  worker.on('message', (text: string) => waiting.shift()?.resolve(JSON.parse(text)));
  worker.on('error', broke);
  worker.on('exit', () => broke(new Error('the thread that reads pushes has ended')));

  return {
    read(body) {
      const thread = worker;
      if (thread === null || body.length < smallBytes) return directPushReader.read(body);
      return new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        thread.postMessage(body);
      });
    },
    async close() {
      const thread = worker;
      leave(new Error('the centre closes'));
      await thread?.terminate();
    },
  };
}
