import type { Line, Transport, Written } from './transport.ts';

/** One line at a time out of a transport. Nothing is heard from a line any more once it has been hung up. */
export interface SingleLine {
  open(): void;
  write(bytes: Uint8Array, done?: (written: Written) => void): void;
  hangUp(): void;
  /** Resolves when nothing is open and nothing is being opened, after a hang-up. */
  ended(): Promise<void>;
}

export interface SingleLineEvents {
  opened(): void;
  notOpened(): void;
  answered(byte: number): void;
  lost(): void;
}

export function createSingleLine(transport: Transport, events: SingleLineEvents): SingleLine {
  let line: Line | null = null;
  let life = new AbortController();
  // A printer that takes one connection refuses the next until the last is gone.
  let previousEnd: Promise<void> = Promise.resolve();

  async function open({ signal }: AbortController): Promise<void> {
    if (signal.aborted) return;
    const opened = await transport.open(
      {
        answered: (bytes) => {
          for (const byte of bytes) if (!signal.aborted) events.answered(byte);
        },
        lost: () => {
          if (!signal.aborted) events.lost();
        },
      },
      signal,
    );
    if (signal.aborted) return opened?.close();
    line = opened;
    if (opened) events.opened();
    else events.notOpened();
  }

  return {
    open() {
      const mine = new AbortController();
      life = mine;
      previousEnd = previousEnd.then(() => open(mine));
    },
    write(bytes, done) {
      const { signal } = life;
      void line?.write(bytes).then((written) => {
        if (!signal.aborted) done?.(written);
      });
    },
    hangUp() {
      const ending = line;
      line = null;
      life.abort();
      previousEnd = previousEnd.then(() => ending?.close());
    },
    ended: () => previousEnd,
  };
}
