import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { DatabaseRefused } from './refusal.ts';

/**
 * Keeps a folder for one program. The lock is SQLite's own on a file beside the database: the system lets go of it
 * however the process ends.
 * @returns the function that gives the folder back. @throws DatabaseRefused `in-use`; an error of SQLite's
 */
export function lockFolder(folder: string): () => void {
  const lock = new Sqlite(join(folder, 'central.lock'), { timeout: 0 });
  try {
    lock.pragma('locking_mode = EXCLUSIVE');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      throw new DatabaseRefused('in-use', `another centre works on ${folder}`, { cause: error });
    }
    throw error;
  }
  return () => {
    lock.close();
  };
}
