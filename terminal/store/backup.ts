import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import Sqlite, { type Database } from 'better-sqlite3';
import type { OutletCode } from '#rules';
import { backupsToDrop, isBackupOf, isPartOf, partName } from './backup-names.ts';
import { databaseFile } from './database.ts';
import { syncFile, syncFolder } from './durable.ts';
import { sqliteCode } from './faults.ts';
import type { Store } from './store.ts';
import { verifyInSteps } from './verify.ts';

/** Why there is no new backup. The till goes on. The list is closed. */
export type BackupFault =
  /** The folder is not there: put the USB stick in, or name another folder. */
  | 'folder-gone'
  /** Nothing can be written there: look at the rights of the folder, or use another stick. */
  | 'not-writable'
  /** What was written is not what the till holds: use another stick, and look at the disk. */
  | 'not-whole'
  /** No room there: free some, or use another stick. */
  | 'storage-full';

export class BackupFailed extends Error {
  readonly fault: BackupFault;

  constructor(fault: BackupFault, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.name = 'BackupFailed';
    this.fault = fault;
  }
}

export interface BackupOrder {
  readonly store: Pick<Store, 'copyTo' | 'journal'>;
  /** Where the till keeps its files. */
  readonly dataFolder: string;
  /** Where backups are kept; it has to exist. */
  readonly folder: string;
  readonly name: string;
}

/** The secret without which a database finds no earlier purchase. */
export const holderKeyFile = (folder: string): string => join(folder, 'holder.key');

/** The till's own key; there once it was enrolled. */
export const tillKeyFile = (folder: string): string => join(folder, 'till.key');
/** The one for the next enrolment, while the centre was asked and has not answered. */
export const nextTillKeyFile = (folder: string): string => `${tillKeyFile(folder)}.next`;

/** The names of whole backups of one outlet, oldest first. */
export const backupsIn = (folder: string, outlet: OutletCode): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => isBackupOf(outlet, name))
        .sort()
    : [];

/**
 * Copies the database while it is used, looks whether the copy is whole, and only then gives it its name.
 * @throws BackupFailed; then nothing of this name is there
 */
export async function writeBackup({ store, dataFolder, folder, name }: BackupOrder): Promise<void> {
  if (!existsSync(folder)) throw new BackupFailed('folder-gone', `${folder} is not there`);
  const part = join(folder, partName(name));
  try {
    rmSync(part, { recursive: true, force: true });
    mkdirSync(part, { mode: 0o700 });
    const { seq } = store.journal.head();
    await store.copyTo(databaseFile(part));
    makeOneFile(databaseFile(part));
    await demandWhole(part, seq);
    copyFileSync(holderKeyFile(dataFolder), holderKeyFile(part));
    // With it a till whose disk is new is known to the centre again, which then says what the backup lacks.
    if (existsSync(tillKeyFile(dataFolder))) copyFileSync(tillKeyFile(dataFolder), tillKeyFile(part));
    for (const name of readdirSync(part)) syncFile(join(part, name));
    syncFolder(part);
    renameSync(part, join(folder, name));
    syncFolder(folder);
  } catch (error) {
    throw failed(error, folder);
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

/** Takes away what is no longer needed and what was cut off. `made` is the backup made last, and stays. */
export function tidyBackups(folder: string, outlet: OutletCode, made: string): void {
  for (const name of backupsToDrop(backupsIn(folder, outlet), made)) {
    // Half of a backup must not bear the name of a whole one.
    renameSync(join(folder, name), join(folder, partName(name)));
  }
  for (const name of readdirSync(folder).filter((found) => isPartOf(outlet, found))) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/**
 * What was under way when a backup was made is over when it is restored: slips that waited then may be on paper by now,
 * and no second one may come out unknowingly; the visit at the counter has ended one way or another. A phone that
 * was sent away since would be let in again, so none is: a manager pairs them anew.
 */
export function endWhatWasUnderWay(db: Database): void {
  db.transaction(() => {
    db.exec(`UPDATE print_jobs SET state = 'doubtful' WHERE state IN ('queued', 'sending')`);
    db.exec('DELETE FROM visit_under_way');
    db.exec('DELETE FROM phones');
  }).immediate();
}

/** Without a write-ahead log, a copy is one file and can be read from a stick that is write-protected. */
function makeOneFile(file: string): void {
  const copy = new Sqlite(file);
  try {
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}

async function demandWhole(folder: string, entries: number): Promise<void> {
  const db = new Sqlite(databaseFile(folder), { readonly: true });
  try {
    await checkPages(db);
    const result = await verifyInSteps(db);
    if (!result.whole)
      throw new BackupFailed('not-whole', `the copy is not whole: ${JSON.stringify(result)}`);
    if (result.entries < entries) throw new BackupFailed('not-whole', `the copy ends at ${result.entries}`);
  } finally {
    db.close();
  }
}

/** Table by table, so that no card has to wait for all of them. */
async function checkPages(db: Database): Promise<void> {
  const tables = db.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all();
  for (const table of tables) {
    const answer = db.pragma(`quick_check('${table}')`, { simple: true });
    if (answer !== 'ok') throw new BackupFailed('not-whole', `the copy is damaged: ${answer}`);
    await nextTurn();
  }
}

function failed(error: unknown, folder: string): BackupFailed {
  if (error instanceof BackupFailed) return error;
  const detail = error instanceof Error ? error.message : String(error);
  const because = (fault: BackupFault) => new BackupFailed(fault, detail, { cause: error });
  // A stick that was pulled out fails in many ways; that it is gone is what helps.
  if (!existsSync(folder)) return because('folder-gone');
  const code = sqliteCode(error) ?? (error as NodeJS.ErrnoException).code;
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL') return because('storage-full');
  if (code?.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return because('not-whole');
  return because('not-writable');
}
