import { statfsSync } from 'node:fs';
import { createSignal, type Signal } from './signal.ts';

/** `low` warns well before; `full` is where the next sale may be refused. */
export interface DiskState {
  readonly state: 'ok' | 'low' | 'full';
  readonly freeMB: number;
}

/** Room on the disk of the data folder. */
export interface DiskSpace {
  state(): DiskState;
  readonly changed: Signal;
  /** Looks each minute. @returns what ends it */
  watch(): () => void;
}

// A year of 250 sales a day takes about 150 MB, so a warning at 500 comes months before the end, unless something else
// fills the disk; 50 MB still hold the write-ahead log, a backup's beginning and the log.
const lowBelowMB = 500;
const fullBelowMB = 50;
const lookEveryMs = 60_000;

/** @param freeBytes what is free on the disk of a folder; `null` if the system does not say */
export function createDiskSpace(
  folder: string,
  freeBytes: (folder: string) => number | null = freeOn,
): DiskSpace {
  const changed = createSignal();
  let seen = look();

  function look(): DiskState {
    const free = freeBytes(folder);
    if (free === null) return { state: 'ok', freeMB: 0 };
    const freeMB = Math.floor(free / 2 ** 20);
    return { state: freeMB < fullBelowMB ? 'full' : freeMB < lowBelowMB ? 'low' : 'ok', freeMB };
  }

  return {
    changed,
    state: () => seen,
    watch() {
      const timer = setInterval(() => {
        const before = seen.state;
        seen = look();
        if (seen.state !== before) changed.raise();
      }, lookEveryMs);
      timer.unref();
      return () => clearInterval(timer);
    },
  };
}

function freeOn(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}
