import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, businessDayOf, type Instant, instant, type OutletCode, startOfDay } from '#rules';
import {
  BackupFailed,
  type BackupFault,
  backupName,
  backupsIn,
  instantOfBackup,
  type Store,
  tidyBackups,
  writeBackup,
} from '#store';
import type { Schedule } from './scheduler.ts';
import { createSignal, type Signal } from './signal.ts';
import type { TimeKeeper } from './time-keeper.ts';

export interface BackupState {
  /** When the newest one was made. */
  readonly lastAt: Instant | null;
  /** Why the last attempt failed; `null` if it did not. */
  readonly fault: BackupFault | null;
  readonly folder: string;
}

/** Copies of the till's files, each found whole before it counts. Whatever fails, the till goes on. */
export interface Backups {
  state(): BackupState;
  /** Never rejects; asked for while one is under way, it makes another after it. */
  now(): Promise<'done' | 'backup-failed'>;
  /** Makes one soon after the start if the last is older than a day, and one at the beginning of each day. @returns what ends it */
  watch(): () => Promise<void>;
  readonly changed: Signal;
}

export interface BackupsDeps {
  readonly store: Store;
  readonly time: TimeKeeper;
  readonly outletCode: OutletCode;
  readonly dataFolder: string;
  /** `null`: beside the database. One that was named has to exist, or a stick that is out would go unnoticed. */
  readonly folder: string | null;
  readonly schedule: Schedule;
  /** For the log, once for each fault. */
  readonly onFault: (error: unknown) => void;
}

const dayMs = 24 * 3_600_000;
// A start is busy enough, and one that is followed by an end needs no backup.
const afterStartMs = 60_000;
// Somebody puts the stick back in.
const tryAgainMs = 10 * 60_000;

export function createBackups(deps: BackupsDeps): Backups {
  const { store, time, outletCode, dataFolder, schedule, onFault } = deps;
  const folder = deps.folder ?? join(dataFolder, 'backups');
  const changed = createSignal();
  let lastAt = newestIn(folder, outletCode);
  let fault: BackupFault | null = null;
  let underWay: Promise<'done' | 'backup-failed'> | null = null;
  let next: Promise<'done' | 'backup-failed'> | null = null;
  let callOff: (() => void) | null = null;

  async function make(): Promise<'done' | 'backup-failed'> {
    const at = freeInstant();
    try {
      if (deps.folder === null) mkdirSync(folder, { recursive: true, mode: 0o700 });
      const name = backupName(outletCode, at);
      await writeBackup({ store, dataFolder, folder, name });
      lastAt = at;
      tidyBackups(folder, outletCode, name);
      become(null);
      return 'done';
    } catch (error) {
      const now = error instanceof BackupFailed ? error.fault : 'not-writable';
      if (now !== fault) onFault(error);
      become(now);
      return 'backup-failed';
    }
  }

  /** Now, or the next second that no backup bears. */
  function freeInstant(): Instant {
    let at = time.now();
    while (existsSync(join(folder, backupName(outletCode, at)))) at = instant(at + 1_000);
    return at;
  }

  function become(problem: BackupFault | null): void {
    fault = problem;
    changed.raise();
    if (callOff) planNext();
  }

  function now(): Promise<'done' | 'backup-failed'> {
    if (underWay) {
      next ??= underWay.then(() => {
        next = null;
        return now();
      });
      return next;
    }
    underWay = make().finally(() => {
      underWay = null;
    });
    return underWay;
  }

  function planNext(): void {
    const tomorrow = startOfDay(addDays(businessDayOf(time.now()), 1));
    plan(fault === null ? tomorrow : instant(time.now() + tryAgainMs));
  }

  function plan(at: Instant): void {
    callOff?.();
    callOff = schedule(at, () => void now());
  }

  return {
    changed,
    state: () => ({ lastAt, fault, folder }),
    now,
    watch() {
      const fresh = lastAt !== null && time.now() - lastAt < dayMs && lastAt <= time.now();
      if (fresh) planNext();
      else plan(instant(time.now() + afterStartMs));
      return async () => {
        callOff?.();
        callOff = null;
        // One that was asked for at the close of the day is worth the wait.
        await next;
        await underWay;
      };
    },
  };
}

function newestIn(folder: string, outlet: OutletCode): Instant | null {
  try {
    const newest = backupsIn(folder, outlet).at(-1);
    return newest === undefined ? null : instantOfBackup(newest);
  } catch {
    // It is said when one is to be made.
    return null;
  }
}
