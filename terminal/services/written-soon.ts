/** A value that is kept on disk beside the journal. */
export interface WrittenSoon<T> {
  /** What is on disk. */
  written(): T;
  /** Writes soon: not while a customer waits for a verdict, nor within a transaction that may be taken back. */
  keep(value: T): void;
  /** Writes what has not been written yet. */
  close(): void;
}

export interface WrittenSoonDeps<T> {
  readonly read: () => T;
  /** May throw; what could not be written is tried again with the next value, and at the end. */
  readonly write: (value: T) => void;
  readonly onFault: (error: unknown) => void;
}

export function createWrittenSoon<T>({ read, write, onFault }: WrittenSoonDeps<T>): WrittenSoon<T> {
  let written = read();
  let wanted = written;
  let soon: NodeJS.Immediate | null = null;

  function writeNow(): void {
    soon = null;
    if (wanted === written) return;
    try {
      write(wanted);
      written = wanted;
    } catch (error) {
      onFault(error);
    }
  }

  return {
    written: () => written,
    keep(value) {
      wanted = value;
      soon ??= setImmediate(writeNow);
    },
    close() {
      if (soon) clearImmediate(soon);
      writeNow();
    },
  };
}
