import { type AnswerTiming, createAnsweringPrinter } from './answering-printer.ts';
import { createFileTransport } from './file-transport.ts';
import type { PaperWidth, Printer } from './printer.ts';
import { createTcpTransport } from './tcp-transport.ts';
import { createWriteOnlyPrinter } from './write-only-printer.ts';

/** All in milliseconds. */
export interface TcpTimeouts extends AnswerTiming {
  readonly connectMs: number;
  /** Without any of the waiting bytes being taken. */
  readonly writeMs: number;
}

const tcpTimeouts: TcpTimeouts = {
  pollMs: 1_000,
  connectMs: 3_000,
  answerMs: 2_000,
  writeMs: 5_000,
  confirmMs: 8_000,
};

/** A printer on the network, as a rule on port 9100. */
export function createTcpPrinter(options: {
  readonly host: string;
  readonly port: number;
  readonly paper: PaperWidth;
  readonly timeouts?: Partial<TcpTimeouts>;
}): Printer {
  const { host, port, paper } = options;
  const timing = { ...tcpTimeouts, ...options.timeouts };
  return createAnsweringPrinter({ transport: createTcpTransport({ host, port, ...timing }), paper, timing });
}

/** All in milliseconds. */
export interface FileTimeouts {
  readonly openMs: number;
  /** Without any of the waiting bytes being taken. */
  readonly writeMs: number;
  /** Between two looks for a device that was not there. */
  readonly lookMs: number;
}

const fileTimeouts: FileTimeouts = { openMs: 3_000, writeMs: 8_000, lookMs: 10_000 };

/** A printer behind a device file or a Windows port. Its jobs end as `sent` at best. */
export function createFilePrinter(options: {
  readonly path: string;
  readonly paper: PaperWidth;
  readonly timeouts?: Partial<FileTimeouts>;
}): Printer {
  const { path, paper } = options;
  const timing = { ...fileTimeouts, ...options.timeouts };
  const transport = createFileTransport({ path, ...timing });
  return createWriteOnlyPrinter({ transport, paper, lookMs: timing.lookMs });
}
