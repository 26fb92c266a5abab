import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { StoreRefused, sqliteCode } from './faults.ts';

/**
 * Keeps a data folder for one program. The lock is SQLite's own on a file beside the database: the system lets go of
 * it when the process ends, however it ends, so no stale lock is ever left behind.
 * @returns the function that gives the folder back. @throws StoreRefused `in-use`, `not-writable`
 */
export function lockFolder(folder: string): () => void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const lock = new Sqlite(join(folder, 'till.lock'), { timeout: 0 });
    lock.pragma('locking_mode = EXCLUSIVE');
    lock.exec('BEGIN EXCLUSIVE');
    return () => lock.close();
  } catch (error) {
    if (sqliteCode(error)?.startsWith('SQLITE_BUSY')) {
      throw new StoreRefused('in-use', `another till works on ${folder}`, { cause: error });
    }
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreRefused('not-writable', `${folder} cannot be written: ${reason}`, { cause: error });
  }
}
