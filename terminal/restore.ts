import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '#rules';
import {
  type Comparison,
  compareJournals,
  databaseFile,
  endWhatWasUnderWay,
  holderKeyFile,
  lockFolder,
  nextTillKeyFile,
  openDatabase,
  openForReading,
  type StoreRefusal,
  StoreRefused,
  stampOf,
  syncFile,
  syncFolder,
  tillKeyFile,
  verify,
} from '#store';

/** What a restored till no longer knows. */
export interface Loss {
  /** Entries of the present journal that the backup does not have. */
  readonly entries: number;
  /** How many of them the centre has: it will notice at the next exchange that this till went back. */
  readonly acknowledged: number;
}

export type RestoreResult =
  | {
      readonly outcome: 'restored';
      readonly entries: number;
      readonly lastAt: Instant | null;
      /** `null`: what was there could not be read, or there was nothing. */
      readonly loss: Loss | null;
      /** Where the files are that were there before. */
      readonly movedTo: string | null;
    }
  /** Nothing was changed: asked to replace, it would lose this. */
  | {
      readonly outcome: 'kept';
      /**
       * `newer`: the present journal goes on after the backup's end, or differs from some entry on. `another-till`: they
       * have nothing in common. `unreadable`: nobody can tell what the present database holds.
       */
      readonly reason: 'newer' | 'another-till' | 'unreadable';
      readonly loss: Loss | null;
    }
  /** Nothing was changed: this cannot be restored. */
  | {
      readonly outcome: 'refused';
      readonly reason: 'no-backup' | 'not-whole' | StoreRefusal;
      readonly detail: string;
    };

export interface RestoreOptions {
  /** Goes on although something newer is there, which is moved aside and never deleted. */
  readonly replace: boolean;
  readonly now: Instant;
}

/** While this folder is there, a restore was cut off: it has to be run again before a till opens on these files. */
export const restoringFolder = (dataFolder: string): string => join(dataFolder, 'restoring');

/**
 * Puts a backup in the place of the present files, once it has been copied and found whole. The present ones move to
 * `before-restore-<time>` beside it. @throws what the system throws where a folder cannot be written
 */
export function restore(from: string, dataFolder: string, options: RestoreOptions): RestoreResult {
  for (const file of [databaseFile(from), holderKeyFile(from)]) {
    if (!existsSync(file)) return { outcome: 'refused', reason: 'no-backup', detail: `${file} is not there` };
  }
  let giveBack: (() => void) | null = null;
  try {
    giveBack = lockFolder(dataFolder);
    return restoreLocked(from, dataFolder, options);
  } catch (error) {
    if (!(error instanceof StoreRefused)) throw error;
    return { outcome: 'refused', reason: error.refusal, detail: error.message };
  } finally {
    giveBack?.();
  }
}

function restoreLocked(from: string, dataFolder: string, { replace, now }: RestoreOptions): RestoreResult {
  const copy = restoringFolder(dataFolder);
  // What an earlier restore that was cut off moved aside stays aside; its copy is made anew.
  const discard = () => rmSync(copy, { recursive: true, force: true });
  discard();
  let checked: Checked;
  try {
    checked = check(from, copy, dataFolder);
  } catch (error) {
    discard();
    throw error;
  }
  const { brought, present } = checked;
  if (brought.outcome === 'refused') {
    discard();
    return brought;
  }
  if (present.holds !== 'nothing-newer' && !replace) {
    discard();
    return { outcome: 'kept', reason: present.holds, loss: present.loss };
  }
  const movedTo = moveAside(dataFolder, now);
  putInPlace(copy, dataFolder);
  const { entries, lastAt } = brought;
  return { outcome: 'restored', entries, lastAt, loss: present.loss, movedTo };
}

interface Checked {
  readonly brought: Brought;
  readonly present: Present;
}

function check(from: string, copy: string, dataFolder: string): Checked {
  const brought = bring(from, copy);
  return { brought, present: lookAtPresent(copy, dataFolder) };
}

type Brought =
  | { readonly outcome: 'whole'; readonly entries: number; readonly lastAt: Instant | null }
  | Extract<RestoreResult, { outcome: 'refused' }>;

/** Looks at a copy, because a backup of an older version is brought to this one first, and a stick may be read-only. */
function bring(from: string, copy: string): Brought {
  mkdirSync(copy, { mode: 0o700 });
  copyFileSync(databaseFile(from), databaseFile(copy));
  copyFileSync(holderKeyFile(from), holderKeyFile(copy));
  if (existsSync(tillKeyFile(from))) copyFileSync(tillKeyFile(from), tillKeyFile(copy));
  const db = openDatabase(copy);
  try {
    const result = verify(db);
    if (!result.whole) return { outcome: 'refused', reason: 'not-whole', detail: JSON.stringify(result) };
    endWhatWasUnderWay(db);
    const { backup } = compareJournals({ present: db, backup: db });
    return { outcome: 'whole', ...backup };
  } finally {
    // Takes the write-ahead log into the file, and away.
    db.close();
  }
}

interface Present {
  readonly holds: 'nothing-newer' | Extract<RestoreResult, { outcome: 'kept' }>['reason'];
  readonly loss: Loss | null;
}

function lookAtPresent(copy: string, dataFolder: string): Present {
  if (!existsSync(databaseFile(dataFolder))) return { holds: 'nothing-newer', loss: null };
  const leftByLooking = besides(databaseFile(dataFolder)).filter((file) => !existsSync(file));
  const backup = openForReading(copy);
  try {
    const present = openForReading(dataFolder);
    try {
      return judge(compareJournals({ present, backup }));
    } finally {
      present.close();
    }
  } catch {
    return { holds: 'unreadable', loss: null };
  } finally {
    backup.close();
    // Whoever reads a database with a write-ahead log leaves an empty one; the lock keeps writers of a full one away.
    for (const file of leftByLooking) rmSync(file, { force: true });
  }
}

const besides = (database: string): readonly string[] => [`${database}-wal`, `${database}-shm`];

function judge({ common, present, acknowledged }: Comparison): Present {
  const entries = present.entries - common;
  const loss = { entries, acknowledged: Math.max(0, acknowledged - common) };
  if (entries === 0) return { holds: 'nothing-newer', loss };
  return { holds: common === 0 ? 'another-till' : 'newer', loss };
}

/** The database goes first: without it no till opens on what is left, should the power fail now. */
function moveAside(dataFolder: string, now: Instant): string | null {
  const database = databaseFile(dataFolder);
  const keys = [holderKeyFile(dataFolder), tillKeyFile(dataFolder), nextTillKeyFile(dataFolder)];
  const files = [database, ...besides(database), ...keys].filter(existsSync);
  if (files.length === 0) return null;
  const aside = newFolder(join(dataFolder, `before-restore-${stampOf(now)}`));
  for (const file of files) renameSync(file, join(aside, file.slice(dataFolder.length)));
  syncFolder(aside);
  syncFolder(dataFolder);
  return aside;
}

function newFolder(wanted: string): string {
  let folder = wanted;
  for (let n = 2; existsSync(folder); n++) folder = `${wanted}-${n}`;
  mkdirSync(folder, { mode: 0o700 });
  return folder;
}

/** The keys first: a database without them would stop the till, and a key without a database does nothing. */
function putInPlace(copy: string, dataFolder: string): void {
  const files = [holderKeyFile, tillKeyFile, databaseFile].filter((file) => existsSync(file(copy)));
  for (const file of files) syncFile(file(copy));
  for (const file of files) renameSync(file(copy), file(dataFolder));
  syncFolder(dataFolder);
  for (const left of readdirSync(copy)) rmSync(join(copy, left));
  rmSync(copy, { recursive: true });
  syncFolder(dataFolder);
}
