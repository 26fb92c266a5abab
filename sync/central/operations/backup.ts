import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { type Clock, type Instant, isoOf } from '#rules';
import type { CentralConfig } from '../config.ts';
import { databaseFile } from '../database/sqlite-database.ts';
import { centreKeyFiles } from '../keys.ts';
import { syncFile, syncFolder } from './durable-file.ts';
import { copyFromPostgres } from './from-postgres.ts';

/** The database, as SQLite whichever it is of, and both key files, as either alone is worth nothing. Never rejects. */
export type MakeBackup = (folder: string) => Promise<BackupMade>;
export type BackupMade =
  | { readonly outcome: 'made'; readonly folder: string }
  | { readonly outcome: 'failed'; readonly why: string };

/** `central-20200312-180509` in Taipei: sorts by time. */
const backupName = (at: Instant): string =>
  `central-${isoOf(at).slice(0, 19).replace(/[-:]/g, '').replace('T', '-')}`;

export function createBackup(
  config: Pick<CentralConfig, 'dataFolder' | 'store'>,
  clock: Pick<Clock, 'now'>,
): MakeBackup {
  let before: Promise<unknown> = Promise.resolve();

  async function make(within: string): Promise<BackupMade> {
    const folder = join(resolve(within), backupName(clock.now()));
    const part = `${folder}.part`;
    if (existsSync(folder)) return { outcome: 'failed', why: `${folder} is there already` };
    const discard = () => {
      if (existsSync(part)) rmSync(part, { recursive: true });
    };
    try {
      discard();
      mkdirSync(part, { recursive: true, mode: 0o700 });
      await copyDatabase(config.store, part);
      for (const file of centreKeyFiles) copyFileSync(join(config.dataFolder, file), join(part, file));
      for (const file of centreKeyFiles) syncFile(join(part, file));
      syncFolder(part);
      renameSync(part, folder);
      syncFolder(resolve(within));
      return { outcome: 'made', folder };
    } catch (error) {
      discard();
      return { outcome: 'failed', why: error instanceof Error ? error.message : String(error) };
    }
  }

  return (within) => {
    const made = before.then(() => make(within));
    before = made;
    return made;
  };
}

async function copyDatabase(store: CentralConfig['store'], to: string): Promise<void> {
  switch (store.type) {
    case 'postgres':
      await copyFromPostgres(store.url, to);
      break;
    case 'sqlite':
      await copySqlite(databaseFile(store.folder), databaseFile(to));
      break;
  }
  await demandWhole(databaseFile(to));
  syncFile(databaseFile(to));
}

/** Pages a step; between steps the centre answers its tills. */
const pagesAtOnce = 500;

/** SQLite's online backup. A read that stays open holds it to one moment: otherwise every write would begin it anew. */
async function copySqlite(from: string, to: string): Promise<void> {
  const db = new Sqlite(from, { readonly: true });
  try {
    db.exec('BEGIN');
    db.prepare('SELECT count(*) FROM centre').get();
    await db.backup(to, { progress: () => pagesAtOnce });
  } finally {
    db.close();
  }
  // One file, that is read without leaving others beside it.
  const copy = new Sqlite(to);
  copy.pragma('journal_mode = DELETE');
  copy.close();
}

/** @throws where the copy is not a whole database of the centre's */
export async function demandWhole(file: string): Promise<void> {
  const db = new Sqlite(file, { readonly: true });
  try {
    for (const table of tablesOf(db)) {
      // A table at a time, so that tills are answered between them.
      await new Promise(setImmediate);
      const said = db.pragma(`quick_check(${table})`, { simple: true });
      if (said !== 'ok') throw new Error(`${file} is damaged: ${said}`);
    }
    if (!db.prepare('SELECT 1 FROM centre').get()) throw new Error(`${file} has no centre in it`);
  } finally {
    db.close();
  }
}

const tablesOf = (db: Database): readonly string[] =>
  db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all() as string[];
