import { type ChildProcess, fork } from 'node:child_process';
import type { CardReader } from './card-reader.ts';
import { areYouAlive, type ChildTiming, usualChildTiming } from './child-orders.ts';
import { type ChildMessage, childMessageSchema } from './child-protocol.ts';
import { monotonicMs } from './monotonic.ts';
import { outcomeOf } from './read-outcome.ts';
import { createReaderBook, type ReaderBook, type ServiceHealth } from './reader-book.ts';
import { afterBeat, afterExit, afterMessage, newSupervision, type SupervisionLimits } from './supervision.ts';

export interface PcscOptions {
  /** Path of the built `pcsc-child.js`. */
  readonly childProgram: string;
  readonly timing?: Partial<ChildTiming>;
}

const beatEvery = 500;
// Two seconds of silence: a slow machine is no reason to kill, and a child that waits in a frozen service's library
// goes on by itself when the service does.
const limits: SupervisionLimits = { unanswered: 4, respawnAfter: 250, respawnAtMost: 1000 };

/** The readers that the PC/SC service of this machine knows. */
export function createPcscCardReader(options: PcscOptions): CardReader {
  const book = createReaderBook();
  let supervision = newSupervision;
  let child: ChildProcess | null = null;
  let respawn: NodeJS.Timeout | undefined;
  let beat: NodeJS.Timeout | undefined;
  let trouble: { health: ServiceHealth; detail: string };
  let closed: Promise<void> | null = null;

  function spawn(): void {
    trouble = { health: 'no-service', detail: 'the PC/SC process ended' };
    const own = forkChild(options, {
      message(message) {
        supervision = afterMessage(supervision);
        if (message.type !== 'lost') return enter(book, message);
        trouble = message;
        own.kill('SIGKILL');
      },
      ended() {
        if (closed) return;
        const exit = afterExit(supervision, limits);
        supervision = exit.supervision;
        book.service(trouble.health, trouble.detail);
        respawn = setTimeout(spawn, exit.respawnAfter);
      },
    });
    child = own;
  }

  function keepAlive(): void {
    const { supervision: after, next } = afterBeat(supervision, limits);
    supervision = after;
    if (next === 'ask') {
      child?.send(areYouAlive, () => undefined);
    } else {
      trouble = { health: 'service-frozen', detail: 'the PC/SC process does not answer' };
      child?.kill('SIGKILL');
    }
  }

  return {
    status: book.status,
    subscribe: book.subscribe,
    async start() {
      if (child || closed) return;
      spawn();
      beat = setInterval(keepAlive, beatEvery);
    },
    close() {
      book.close();
      clearTimeout(respawn);
      clearInterval(beat);
      closed ??= child ? ended(child) : Promise.resolve();
      return closed;
    },
  };
}

/** Readers that the virtual-reader driver of pcscd offers: there is no slot to put a card in. */
export const isVirtualPcd = (reader: string): boolean => reader.startsWith('Virtual PCD');

const probeWithin = 1200;

/** Names of the readers plugged in now, those of virtual drivers included. Answers within 1.2 s, whatever the service does. */
export function probeReaders(options: PcscOptions): Promise<readonly string[]> {
  const book = createReaderBook();
  return new Promise((resolve) => {
    const answer = () => {
      clearTimeout(patience);
      book.close();
      void ended(child);
      resolve(book.status().readers.map(({ name }) => name));
    };
    const child = forkChild(options, {
      message(message) {
        if (message.type === 'plugged' || message.type === 'service') enter(book, message);
        if (message.type === 'service') answer();
      },
      ended: answer,
    });
    const patience = setTimeout(answer, probeWithin);
  });
}

function forkChild(
  { childProgram, timing }: PcscOptions,
  on: { message: (message: ChildMessage) => void; ended: () => void },
): ChildProcess {
  const child = fork(childProgram, [JSON.stringify({ ...usualChildTiming, ...timing })], {
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // A thread of libuv's pool waits for each card that thinks; the usual four would run out.
    env: { ...process.env, UV_THREADPOOL_SIZE: '16' },
  });
  child.on('message', (told) => {
    // What a dead process had still in the pipe would put cards into readers that are out of the book.
    if (hasEnded(child)) return;
    const message = childMessageSchema.safeParse(told);
    if (message.success) on.message(message.data);
    else child.kill('SIGKILL');
  });
  child.once('exit', on.ended);
  // Without a listener a failed `kill` or `send` would throw; whatever it is, `exit` follows or has come.
  child.on('error', () => {
    if (child.pid === undefined) on.ended();
  });
  return child;
}

const hasEnded = ({ pid, exitCode, signalCode }: ChildProcess): boolean =>
  pid === undefined || exitCode !== null || signalCode !== null;

function ended(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

function enter(book: ReaderBook, message: Exclude<ChildMessage, { type: 'lost' }>): void {
  switch (message.type) {
    case 'alive':
      break;
    case 'service':
      book.service(message.health, message.detail);
      break;
    case 'plugged':
      book.plugged(message.reader);
      break;
    case 'unplugged':
      book.unplugged(message.reader);
      break;
    case 'inserted':
      book.inserted(message.reader);
      break;
    case 'exchanged': {
      const outcome = outcomeOf(message.result, message.atr);
      book.ended(message.reader, outcome, monotonicMs() - message.noticedAt);
      break;
    }
    case 'failed':
      book.ended(message.reader, message, 0);
      break;
    case 'removed':
      book.removed(message.reader);
      break;
  }
}
