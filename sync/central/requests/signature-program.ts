import { parentPort } from 'node:worker_threads';
import { createVerifier } from '../ed25519.ts';
import type { SignaturesAsked } from './signature-thread.ts';

/** The program of the thread. */
const verify = createVerifier();

parentPort?.on('message', (asked: SignaturesAsked) => {
  parentPort?.postMessage(asked.map(([text, key, signature]) => verify(text, key, signature)));
});
