import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** What is kept of a PIN. */
export interface PinProof {
  readonly salt: Buffer;
  readonly proof: Buffer;
}

/**
 * About 12 ms and 4 MiB. No affordable cost protects four digits from whoever holds the file; what does is that five
 * wrong ones lock. The cost is for those who use the same digits elsewhere.
 */
const cost = { N: 4096, r: 8, p: 1 } as const;
const proofBytes = 32;
const saltBytes = 16;

type Scrypt = (pin: string, salt: Buffer, length: number, options: typeof cost) => Promise<Buffer>;
const derive = promisify(scrypt) as Scrypt;

/** A salt of its own for each PIN. Takes milliseconds, off the event loop. */
export async function provePin(pin: string): Promise<PinProof> {
  const salt = randomBytes(saltBytes);
  return { salt, proof: await derive(pin, salt, proofBytes, cost) };
}

export async function pinMatches(pin: string, { salt, proof }: PinProof): Promise<boolean> {
  const given = await derive(pin, salt, proofBytes, cost);
  return given.length === proof.length && timingSafeEqual(given, proof);
}
