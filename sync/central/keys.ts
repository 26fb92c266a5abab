import { hash, hkdfSync } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { CentreKey, PublicKey } from '#protocol';
import type { CentralDatabase } from './database/database.ts';
import { privateKeyOf, rawPublicKey, signText } from './ed25519.ts';

/** What the centre signs with, and what makes one card one holder in the whole country. */
export interface CentreKeys {
  /** Names the key that signs. */
  readonly keyId: string;
  /** @returns base64 */
  sign(text: string): string;
  /** All that tills should trust. */
  readonly centreKeys: readonly CentreKey[];
  /** 32 bytes in hex. */
  readonly holderSecret: string;
  /** 32 bytes for one purpose that follow from the signing key, for what only this centre's processes may read. */
  secretFor(purpose: string): Buffer;
}

/** The keys are not those with which the database was begun, or they are gone: bring them back from the backup. */
export class CentreKeysMissing extends Error {}

const keyBytes = 32;
const files = { signing: 'centre.key', holder: 'holder.key' } as const;
/** What a backup holds beside the database. */
export const centreKeyFiles: readonly string[] = Object.values(files);

export function createCentreKeys(secrets: {
  readonly seed: Buffer;
  readonly holderSecret: Buffer;
}): CentreKeys {
  const privateKey = privateKeyOf(secrets.seed);
  const key = rawPublicKey(privateKey);
  const id = keyIdOf(key);
  return {
    keyId: id,
    sign: (text) => signText(text, privateKey),
    centreKeys: [{ id, key }],
    holderSecret: secrets.holderSecret.toString('hex'),
    secretFor: (purpose) =>
      Buffer.from(hkdfSync('sha256', secrets.seed, '', `mask-till ${purpose}`, keyBytes)),
  };
}

export const keyIdOf = (key: PublicKey): string => hash('sha256', Buffer.from(key, 'hex')).slice(0, 16);

/**
 * Reads the keys of this folder, or makes them for a database that was not begun (files of mode 0600). Several centres
 * on one PostgreSQL have copies of the same two files.
 * @throws CentreKeysMissing
 */
export async function loadCentreKeys(
  folder: string,
  database: CentralDatabase,
  randomBytes: (size: number) => Buffer,
): Promise<CentreKeys> {
  const begun = await database.reading.get<Identity>(identityQuery);
  const secret = (file: string): Buffer => {
    const path = join(folder, file);
    if (existsSync(path)) return readSecret(path);
    if (begun) throw new CentreKeysMissing(`${path} is gone, and the database was begun with it`);
    return makeSecret(folder, path, randomBytes(keyBytes));
  };
  const keys = createCentreKeys({ seed: secret(files.signing), holderSecret: secret(files.holder) });
  await claim(database, keys);
  return keys;
}

interface Identity {
  readonly keyId: string;
  readonly holderSecretHash: string;
}
const identityQuery = 'SELECT key_id AS "keyId", holder_secret_hash AS "holderSecretHash" FROM centre';

/** The first centre of a database says whose it is; every later one has to be the same. */
async function claim(database: CentralDatabase, { keyId, holderSecret }: CentreKeys): Promise<void> {
  const holderSecretHash = hash('sha256', `mask-till holder secret ${holderSecret}`);
  const begun = await database.inReference(async (statements) => {
    await statements.insertMany(
      'centre',
      ['id', 'key_id', 'holder_secret_hash'],
      [[1, keyId, holderSecretHash]],
    );
    return statements.get<Identity>(identityQuery);
  });
  if (begun?.keyId !== keyId || begun.holderSecretHash !== holderSecretHash)
    throw new CentreKeysMissing('the keys are not those with which the database was begun');
}

function readSecret(path: string): Buffer {
  const secret = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex');
  if (secret.length !== keyBytes) throw new CentreKeysMissing(`${path} does not hold a key`);
  return secret;
}

/** A half-written key would be worse than none, so the name appears only once the bytes are on disk. */
function makeSecret(folder: string, path: string, secret: Buffer): Buffer {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = `${path}.new`;
  const fd = openSync(draft, 'w', 0o600);
  try {
    writeSync(fd, secret.toString('hex'));
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  renameSync(draft, path);
  syncFolder(folder);
  return secret;
}

function syncFolder(folder: string): void {
  // Windows writes its directory through its own journal and lets nobody open it.
  if (process.platform === 'win32') return;
  const fd = openSync(folder, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
