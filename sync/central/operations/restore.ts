import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Clock, type Instant, isoOf } from '#rules';
import type { CentralConfig } from '../config.ts';
import { lockFolder } from '../database/folder-lock.ts';
import { databaseFile, openSqliteDatabase } from '../database/sqlite-database.ts';
import { centreKeyFiles, loadCentreKeys } from '../keys.ts';
import { demandWhole } from './backup.ts';
import { beginAnew, type StandsAgain } from './begin-anew.ts';
import { syncFile, syncFolder } from './durable-file.ts';
import { copyIntoPostgres } from './into-postgres.ts';

export interface Restored {
  /** What was there before is moved aside and never deleted. `null`: there was nothing. */
  readonly movedTo: string | null;
  readonly standsAgain: StandsAgain;
}

/** Why nothing was changed. */
export class RestoreRefused extends Error {}

/**
 * Puts a backup, of either database, in the place of what a stopped centre has. Tills that have sent more since send it
 * again. @throws RestoreRefused, DatabaseRefused `in-use`, or the system's error
 */
export async function restoreBackup(
  from: string,
  { dataFolder, store }: Pick<CentralConfig, 'dataFolder' | 'store'>,
  clock: Pick<Clock, 'now'>,
): Promise<Restored> {
  demandFiles([databaseFile(from), ...centreKeyFiles.map((file) => join(from, file))]);
  switch (store.type) {
    case 'sqlite':
      return restoreSqlite(from, { dataFolder, store: store.folder }, clock.now());
    case 'postgres':
      return restorePostgres(from, dataFolder, store.url, clock.now());
  }
}

interface Folders {
  readonly dataFolder: string;
  readonly store: string;
}

async function restoreSqlite(from: string, { dataFolder, store }: Folders, now: Instant): Promise<Restored> {
  for (const folder of [dataFolder, store]) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const giveBack = lockFolder(store);
  const copy = join(store, 'restoring');
  try {
    const standsAgain = await bring(from, copy, now);
    const database = databaseFile(store);
    // The database goes first and comes last: without it no centre opens on what a power cut leaves, with keys of another.
    const keys = centreKeyFiles.map((file) => join(dataFolder, file));
    const movedTo = moveAside([database, `${database}-wal`, `${database}-shm`, ...keys], store, now);
    putKeys(copy, dataFolder);
    put(databaseFile(copy), database);
    syncFolder(store);
    return { movedTo, standsAgain };
  } finally {
    rmSync(copy, { recursive: true, force: true });
    giveBack();
  }
}

async function restorePostgres(
  from: string,
  dataFolder: string,
  url: string,
  now: Instant,
): Promise<Restored> {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const copy = join(dataFolder, 'restoring');
  try {
    const standsAgain = await bring(from, copy, now);
    await copyIntoPostgres(databaseFile(copy), url).catch(refuse);
    const keys = centreKeyFiles.map((file) => join(dataFolder, file));
    const movedTo = moveAside(keys, dataFolder, now);
    putKeys(copy, dataFolder);
    return { movedTo, standsAgain };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** A copy that was found whole, with keys that fit it: a stick may be read-only, and an older one is brought up to date. */
async function bring(from: string, copy: string, now: Instant): Promise<StandsAgain> {
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { mode: 0o700 });
  copyFileSync(databaseFile(from), databaseFile(copy));
  for (const file of centreKeyFiles) copyFileSync(join(from, file), join(copy, file));
  try {
    await demandWhole(databaseFile(copy));
    const database = openSqliteDatabase({ folder: copy });
    try {
      await loadCentreKeys(copy, database, () => Buffer.alloc(0));
      return await beginAnew(database, now);
    } finally {
      await database.close();
    }
  } catch (error) {
    return refuse(error);
  }
}

function refuse(error: unknown): never {
  throw new RestoreRefused(error instanceof Error ? error.message : String(error), { cause: error });
}

function putKeys(from: string, to: string): void {
  for (const file of centreKeyFiles) put(join(from, file), join(to, file));
  syncFolder(to);
}

function demandFiles(files: readonly string[]): void {
  const missing = files.find((file) => !existsSync(file));
  if (missing !== undefined) throw new RestoreRefused(`${missing} is not there`);
}

function moveAside(files: readonly string[], folder: string, now: Instant): string | null {
  const there = files.filter((file) => existsSync(file));
  if (there.length === 0) return null;
  const stamp = isoOf(now).slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
  let aside = join(folder, `before-restore-${stamp}`);
  for (let n = 2; existsSync(aside); n++) aside = join(folder, `before-restore-${stamp}-${n}`);
  mkdirSync(aside, { mode: 0o700 });
  for (const file of there) move(file, join(aside, basename(file)));
  syncFolder(aside);
  return aside;
}

/** The keys may lie on another disk than the database. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    copyFileSync(from, to);
    syncFile(to);
    rmSync(from);
  }
}

function put(from: string, to: string): void {
  syncFile(from);
  move(from, to);
}
