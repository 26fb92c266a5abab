import { existsSync, readFileSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import type { PublicKey } from '#protocol';
import { nextTillKeyFile, syncFolder, tillKeyFile, writeDurably } from '#store';
import { newTillKey, type TillKey, tillKeyOfPem } from '#sync-client';

/** The till's own key, in `till.key` (mode 0600). It never leaves the machine but in a backup. */
export interface TillKeys {
  /** The key of which this is the public half, or `null` if it is not here. */
  of(publicKey: PublicKey): TillKey | null;
  /**
   * The key for the next enrolment, on disk when it returns, and the same until `of` was asked for it: an answer that
   * was lost is asked for again with it.
   */
  next(): TillKey;
}

export function createTillKeys(folder: string): TillKeys {
  const file = tillKeyFile(folder);
  const nextFile = nextTillKeyFile(folder);

  return {
    of(publicKey) {
      const key = read(file);
      if (key?.publicKey === publicKey) return key;
      const next = read(nextFile);
      if (next?.publicKey !== publicKey) return null;
      renameSync(nextFile, file);
      syncFolder(dirname(file));
      return next;
    },
    next() {
      const begun = read(nextFile);
      if (begun) return begun;
      const key = newTillKey();
      writeDurably(nextFile, key.toPem());
      return key;
    },
  };
}

/** What is no key is as good as none: the till is enrolled again. */
function read(file: string): TillKey | null {
  if (!existsSync(file)) return null;
  try {
    return tillKeyOfPem(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
