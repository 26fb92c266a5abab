import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Line, LineEvents, Transport, Written } from './transport.ts';

export interface FileTransportOptions {
  /** A device file (`/dev/usb/lp0`) or a Windows port (`\\.\LPT1`). It must exist: nothing is created. */
  readonly path: string;
  /** Milliseconds for the device to be opened. */
  readonly openMs: number;
  /** Milliseconds without any of the waiting bytes being taken. */
  readonly writeMs: number;
}

/**
 * Opens and writes in a child process. A printer port blocks for as long as the printer is busy or switched off, and a
 * blocked write can be given up only by ending its process: in this one it would hold a thread, and Node's exit, for
 * ever. Opening without blocking is no way out, because closing a Linux printer port drops what was not yet sent.
 */
export function createFileTransport({ path, openMs, writeMs }: FileTransportOptions): Transport {
  return {
    open(events, signal) {
      if (signal.aborted) return Promise.resolve(null);
      const child = startWriter(path);
      return new Promise((resolve) => {
        const giveUp = (): void => {
          clearTimeout(limit);
          signal.removeEventListener('abort', giveUp);
          child.kill();
          resolve(null);
        };
        const limit = setTimeout(giveUp, openMs);
        signal.addEventListener('abort', giveUp);
        child.ended.then(giveUp);
        child.onWord((word) => {
          if (word !== 'open') return giveUp();
          clearTimeout(limit);
          signal.removeEventListener('abort', giveUp);
          resolve(lineTo(child, events, writeMs));
        });
      });
    },
  };
}

interface Writer {
  send(bytes: Uint8Array): void;
  /** The one listener for what the child says; a later one replaces it. */
  onWord(listener: (word: string) => void): void;
  /** Resolves when the child is gone and all it said was heard. */
  readonly ended: Promise<void>;
  kill(): void;
}

/** Says `open`, then the number of bytes after each piece, or the system's code for what went wrong, and ends. */
const program = `
const fs = require('node:fs');
const say = (word) => fs.writeSync(1, word + '\\n');
const orEnd = (act) => { try { return act(); } catch (error) { say(error.code); process.exit(1); } };
const file = orEnd(() => fs.openSync(process.argv[1], fs.constants.O_WRONLY));
say('open');
process.stdin.on('data', (piece) => {
  for (let at = 0; at < piece.length; ) {
    const written = orEnd(() => fs.writeSync(file, piece, at));
    at += written;
    say(written);
  }
});
`;

function startWriter(path: string): Writer {
  const child = spawn(process.execPath, ['-e', program, path], {
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
  });
  let hear: (word: string) => void = () => {};
  createInterface(child.stdout).on('line', (word) => hear(word));
  // A pipe to a child that has died reports an error of its own; the child's `close` says all there is to say.
  child.stdin.on('error', () => {});
  return {
    send: (bytes) => child.stdin.write(bytes),
    onWord: (listener) => {
      hear = listener;
    },
    ended: new Promise((resolve) => {
      child.once('close', () => resolve());
      child.once('error', () => resolve());
    }),
    kill: () => child.kill('SIGKILL'),
  };
}

function lineTo(child: Writer, events: LineEvents, writeMs: number): Line {
  let closed = false;
  let turn: Promise<unknown> = Promise.resolve();
  child.ended.then(() => {
    if (!closed) events.lost();
  });
  return {
    write(bytes) {
      const written = turn.then(() => writeAll(child, bytes, writeMs));
      turn = written;
      return written;
    },
    close() {
      closed = true;
      child.kill();
      return child.ended;
    },
  };
}

function writeAll(child: Writer, bytes: Uint8Array, writeMs: number): Promise<Written> {
  return new Promise((resolve) => {
    let left = bytes.length;
    const end = (written: Written): void => {
      clearTimeout(limit);
      resolve(written);
    };
    const startLimit = (): NodeJS.Timeout => setTimeout(() => end('stalled'), writeMs);
    let limit = startLimit();
    child.ended.then(() => end('broken'));
    child.onWord((word) => {
      if (!/^\d+$/.test(word)) return end(word === 'ENOSPC' ? 'no-paper' : 'broken');
      left -= Number(word);
      if (left === 0) return end('whole');
      clearTimeout(limit);
      limit = startLimit();
    });
    child.send(bytes);
  });
}
