import { parentPort } from 'node:worker_threads';
import { readPush } from './bodies.ts';

/** The program of the thread: answers each body with the JSON of what it says, in their order. */
parentPort?.on('message', ({ buffer, byteOffset, byteLength }: Uint8Array) => {
  parentPort?.postMessage(JSON.stringify(readPush(Buffer.from(buffer, byteOffset, byteLength))));
});
