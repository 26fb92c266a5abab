import { randomBytes, scrypt } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type HolderKey, type IdNumber, type Personal, reveal } from '#rules';

/** Turns an ID number into the key under which its purchases are kept. Takes milliseconds, off the event loop. */
export interface HolderKeys {
  keyOf(id: Personal<IdNumber>): Promise<HolderKey>;
}

export class HolderKeyMissing extends Error {}

/**
 * About 6 ms and 2 MiB a number on a small machine. There are only some 5 * 10^8 valid ID numbers, so what keeps a
 * stolen database closed is the secret in the key file; the cost is for the case that both are stolen. It is bounded
 * by the time a customer waits: 15 ms from card to verdict, all told.
 */
const cost = { N: 2048, r: 8, p: 1 } as const;
const secretBytes = 32;

type Scrypt = (password: string, salt: Buffer, length: number, options: typeof cost) => Promise<Buffer>;
const derive = promisify(scrypt) as Scrypt;

export const createHolderKeys = (secret: Buffer): HolderKeys => ({
  keyOf: async (id) => (await derive(reveal(id), secret, 32, cost)).toString('hex') as HolderKey,
});

/**
 * Reads the secret of this data folder, or makes it on the first start (file mode 0600).
 * @throws HolderKeyMissing if the journal already has entries: without the old secret no earlier purchase is found
 */
export function loadHolderSecret(folder: string, journal: 'empty' | 'begun'): Buffer {
  const file = join(folder, 'holder.key');
  if (existsSync(file)) {
    const secret = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
    if (secret.length !== secretBytes) throw new HolderKeyMissing(`${file} does not hold a key`);
    return secret;
  }
  if (journal === 'begun')
    throw new HolderKeyMissing(`${file} is gone, and with it the link to earlier purchases`);
  const secret = randomBytes(secretBytes);
  writeDurably(file, secret.toString('hex'));
  return secret;
}

/** A half-written key would be worse than none, so the name appears only once the bytes are on disk. */
function writeDurably(file: string, text: string): void {
  const draft = `${file}.new`;
  const fd = openSync(draft, 'w', 0o600);
  try {
    writeSync(fd, text);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  renameSync(draft, file);
}
