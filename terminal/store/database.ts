import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { createJournal } from '#journal';
import { parseFact } from '#protocol';
import { StoreRefused, sqliteCode } from './faults.ts';
import { migrate, newestVersion } from './migrations.ts';
import { createProjections } from './projections.ts';

/** `Till` in ASCII: tells this file from any other SQLite database. */
const applicationId = 0x54696c6c;
const full = 2;

export const databaseFile = (folder: string): string => join(folder, 'till.db');

/**
 * Opens the till's database for writing, after looking at it without changing a byte.
 * @throws StoreRefused `damaged`, `newer-version`, `not-durable`, `not-writable`
 */
export function openDatabase(folder: string): Database {
  const file = databaseFile(folder);
  if (existsSync(file)) inspect(file);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const db = new Sqlite(file);
    db.pragma(`application_id = ${applicationId}`);
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    migrate(db, () => rebuild(db));
    // What a sale reads are a few pages, and the system keeps the others; better-sqlite3 would hold 16 MB of them.
    db.pragma('cache_size = -2000');
    demandDurability(db);
    return db;
  } catch (error) {
    throw notWritable(error, file);
  }
}

/** Makes every projection from the journal. Read in parts, since a statement cannot be read from while others write. */
function rebuild(db: Database): void {
  const journal = createJournal(db);
  const { project } = createProjections(db);
  for (let seq = 0; ; ) {
    const part = journal.page(seq, 1000);
    for (const entry of part) project(entry, parseFact(entry.fact));
    const last = part.at(-1);
    if (!last) return;
    seq = last.seq;
  }
}

/** Opens the database for reading only, for `verify` beside a running till. @throws StoreRefused as above */
export function openForReading(folder: string): Database {
  const file = databaseFile(folder);
  inspect(file);
  return new Sqlite(file, { readonly: true });
}

/** Reads enough to know that this is a whole till database of a known version. */
function inspect(file: string): void {
  let db: Database | null = null;
  try {
    db = new Sqlite(file, { readonly: true });
    const version = db.pragma('user_version', { simple: true }) as number;
    const owner = db.pragma('application_id', { simple: true }) as number;
    const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() as number;
    // A file without tables is a first start that was cut off before its first migration.
    if (tables > 0 && owner !== applicationId)
      throw new StoreRefused('damaged', `${file} is not a till database`);
    if (version > newestVersion) {
      throw new StoreRefused(
        'newer-version',
        `${file} has version ${version}, this program knows ${newestVersion}`,
      );
    }
    const answer = db.pragma('quick_check(1)', { simple: true }) as string;
    if (answer !== 'ok') throw new StoreRefused('damaged', `${file} is damaged: ${answer}`);
  } catch (error) {
    const code = sqliteCode(error);
    if (code !== null && /^SQLITE_(CANTOPEN|READONLY|PERM)/.test(code)) throw notWritable(error, file);
    if (code !== null) {
      throw new StoreRefused('damaged', `${file} is damaged: ${(error as Error).message}`, { cause: error });
    }
    throw error;
  } finally {
    db?.close();
  }
}

/** `synchronous` silently falls back to NORMAL once a table exists, so it is read back after a write. */
function demandDurability(db: Database): void {
  db.pragma('synchronous = FULL');
  db.exec('UPDATE stock SET on_hand = on_hand');
  const kept = db.pragma('synchronous', { simple: true });
  const mode = db.pragma('journal_mode', { simple: true });
  if (kept !== full || mode !== 'wal') {
    throw new StoreRefused('not-durable', `SQLite kept synchronous=${kept}, journal_mode=${mode}`);
  }
}

function notWritable(error: unknown, file: string): unknown {
  if (error instanceof StoreRefused) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new StoreRefused('not-writable', `${file} cannot be opened for writing: ${reason}`, {
    cause: error,
  });
}
