import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import type { CentralDatabase, Reading, Statements } from './database.ts';
import { lockFolder } from './folder-lock.ts';
import { createGroupCommit, noPace, type Pace } from './group-commit.ts';
import { migrateSqlite, newestVersion } from './migrate.ts';
import { DatabaseRefused } from './refusal.ts';
import { createSqliteStatements } from './sqlite-statements.ts';

export interface SqliteSettings {
  /** Where `central.db` lies; `:memory:` for what nobody keeps. */
  readonly folder: string;
  /** For a server, so that none of its requests waits for all that others write. */
  readonly pace?: Pace;
  /** By default together. One whose places are apart does what a distributed database does. */
  readonly places?: 'together' | 'apart';
}

/** `Cent` in ASCII: tells this file from any other SQLite database. */
const applicationId = 0x43656e74;
const full = 2;

export const databaseFile = (folder: string): string => join(folder, 'central.db');

/**
 * Opens the centre's database, after looking at it without changing a byte.
 * @throws DatabaseRefused `damaged`, `newer-version`, `in-use`, `not-durable`, `not-writable`
 */
export function openSqliteDatabase({
  folder,
  pace = noPace,
  places = 'together',
}: SqliteSettings): CentralDatabase {
  if (folder === ':memory:') return inMemory(pace, places);
  const file = databaseFile(folder);
  if (existsSync(file)) inspect(file);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const giveBack = lockFolder(folder);
    try {
      const db = openForWriting(file);
      migrateSqlite(db);
      demandDurability(db);
      return inFile(db, file, { pace, places, afterwards: giveBack });
    } catch (error) {
      giveBack();
      throw error;
    }
  } catch (error) {
    throw notWritable(error, file);
  }
}

/** The same database once more, in another thread of the process that has opened it; the two take turns to write. */
export function joinSqliteDatabase({ folder, pace }: Required<Pick<SqliteSettings, 'folder' | 'pace'>>) {
  const file = databaseFile(folder);
  const db = openForWriting(file);
  demandDurability(db);
  return inFile(db, file, { pace, places: 'together', afterwards: () => {} });
}

function inFile(
  db: Database,
  file: string,
  {
    pace,
    places,
    afterwards,
  }: Required<Pick<SqliteSettings, 'pace' | 'places'>> & { readonly afterwards: () => void },
): CentralDatabase {
  // On a connection of its own, since on the writer's it would see what is not committed.
  const readings = new Sqlite(file, { readonly: true });
  const statements = createSqliteStatements(db);
  const reading = createSqliteStatements(readings);
  return centralDatabase(statements, createGroupCommit(db, pace), reading, places, () => {
    readings.close();
    db.close();
    afterwards();
  });
}

function inMemory(pace: Pace, places: NonNullable<SqliteSettings['places']>): CentralDatabase {
  const db = new Sqlite(':memory:');
  migrateSqlite(db);
  const statements = createSqliteStatements(db);
  const commits = createGroupCommit(db, pace);
  // There is no second connection to a database in memory, so whoever reads waits for the writer.
  const reading: Reading = {
    ...statements,
    all: async (sql, parameters) => {
      await commits.idle();
      return statements.all(sql, parameters);
    },
    get: async (sql, parameters) => {
      await commits.idle();
      return statements.get(sql, parameters);
    },
  };
  return centralDatabase(statements, commits, reading, places, () => db.close());
}

function centralDatabase(
  statements: Statements,
  commits: ReturnType<typeof createGroupCommit>,
  reading: Reading,
  places: NonNullable<SqliteSettings['places']>,
  close: () => void,
): CentralDatabase {
  return {
    kind: 'sqlite',
    beforeCommit:
      places === 'apart'
        ? null
        : (closing) => commits.frame({ ...closing, close: () => closing.close(statements) }),
    reading,
    inOutlet: (_outlet, work) => commits.run(() => work(statements)),
    inSlot: (_slot, work) => commits.run(() => work(statements)),
    inReference: (work) => commits.run(() => work(statements)),
    insertAlone: (table, columns, row) => commits.run(() => statements.insertMany(table, columns, [row])),
    async close() {
      await commits.idle();
      close();
    },
  };
}

function openForWriting(file: string): Database {
  const db = new Sqlite(file);
  db.pragma(`application_id = ${applicationId}`);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  // 64 MB of pages, and checkpoints far apart: purchases fall on pages at random, and a page that is written again
  // before the next checkpoint costs the file nothing.
  db.pragma('cache_size = -65536');
  db.pragma('wal_autocheckpoint = 8000');
  return db;
}

/** Reads enough to know that this is a whole database of the centre's, of a known version. */
function inspect(file: string): void {
  let db: Database | null = null;
  try {
    db = new Sqlite(file, { readonly: true });
    const version = db.pragma('user_version', { simple: true }) as number;
    const owner = db.pragma('application_id', { simple: true }) as number;
    const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() as number;
    // A file without tables is a first start that was cut off before its first migration.
    if (tables > 0 && owner !== applicationId)
      throw new DatabaseRefused('damaged', `${file} is not a database of the centre's`);
    if (version > newestVersion) {
      throw new DatabaseRefused(
        'newer-version',
        `${file} has version ${version}, this program knows ${newestVersion}`,
      );
    }
    const answer = db.pragma('quick_check(1)', { simple: true }) as string;
    if (answer !== 'ok') throw new DatabaseRefused('damaged', `${file} is damaged: ${answer}`);
  } catch (error) {
    if (!(error instanceof Sqlite.SqliteError)) throw error;
    if (/^SQLITE_(CANTOPEN|READONLY|PERM)/.test(error.code)) throw notWritable(error, file);
    throw new DatabaseRefused('damaged', `${file} is damaged: ${error.message}`, { cause: error });
  } finally {
    db?.close();
  }
}

/** `synchronous` silently falls back to NORMAL once a table exists, so it is read back after a write. */
function demandDurability(db: Database): void {
  db.pragma('synchronous = FULL');
  db.exec('UPDATE holder_slots SET holder_slot = holder_slot');
  const kept = db.pragma('synchronous', { simple: true });
  const mode = db.pragma('journal_mode', { simple: true });
  if (kept !== full || mode !== 'wal') {
    throw new DatabaseRefused('not-durable', `SQLite kept synchronous=${kept}, journal_mode=${mode}`);
  }
}

function notWritable(error: unknown, file: string): unknown {
  if (error instanceof DatabaseRefused) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new DatabaseRefused('not-writable', `${file} cannot be opened for writing: ${reason}`, {
    cause: error,
  });
}
