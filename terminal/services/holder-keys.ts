import { randomBytes, scrypt } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { type HolderKey, type IdNumber, type Personal, reveal } from '#rules';
import { holderKeyFile, writeDurably } from '#store';

/** Turns an ID number into the keys under which its purchases are kept. Takes milliseconds, off the event loop. */
export interface HolderKeys {
  keysOf(id: Personal<IdNumber>): Promise<KeysOfHolder>;
}

export interface KeysOfHolder {
  /** Under which a purchase is recorded now. */
  readonly key: HolderKey;
  /** Under which it was before this till had the country's secret. */
  readonly former: readonly HolderKey[];
}

/** What makes a holder's key of a number. */
export interface HolderSecrets {
  /** At least one: the one in use first, then the former ones. */
  all(): readonly [Buffer, ...Buffer[]];
  /** Uses another from now on, and keeps those before it. On disk when it returns. @throws what the system throws */
  adopt(secret: Buffer): void;
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

export function createHolderKeys(secrets: Pick<HolderSecrets, 'all'>): HolderKeys {
  const keyBy = async (secret: Buffer, id: string) =>
    (await derive(id, secret, 32, cost)).toString('hex') as HolderKey;
  return {
    async keysOf(id) {
      const [secret, ...former] = secrets.all();
      const number = reveal(id);
      const [key, ...others] = await Promise.all([
        keyBy(secret, number),
        ...former.map((each) => keyBy(each, number)),
      ]);
      return { key, former: others };
    },
  };
}

/**
 * Reads the secrets of this data folder, one a line in `holder.key`, or makes the first at the first start (mode 0600).
 * @throws HolderKeyMissing if the journal already has entries: without the old secret no earlier purchase is found
 */
export function openHolderSecrets(folder: string, journal: 'empty' | 'begun'): HolderSecrets {
  const file = holderKeyFile(folder);
  if (!existsSync(file) && journal === 'begun')
    throw new HolderKeyMissing(`${file} is gone, and with it the link to earlier purchases`);
  let known = existsSync(file) ? readSecrets(file) : writeSecrets(file, [randomBytes(secretBytes)]);
  return {
    all: () => known,
    adopt(secret) {
      if (known[0].equals(secret)) return;
      known = writeSecrets(file, [secret, ...known.filter((each) => !each.equals(secret))]);
    },
  };
}

type Secrets = readonly [Buffer, ...Buffer[]];

function readSecrets(file: string): Secrets {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  const [first, ...rest] = lines.map((line) => Buffer.from(line.trim(), 'hex'));
  if (!first || [first, ...rest].some(({ length }) => length !== secretBytes))
    throw new HolderKeyMissing(`${file} does not hold a key`);
  return [first, ...rest];
}

function writeSecrets(file: string, secrets: Secrets): Secrets {
  writeDurably(file, secrets.map((secret) => secret.toString('hex')).join('\n'));
  return secrets;
}
