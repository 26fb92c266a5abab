import { connect, type Socket } from 'node:net';
import type { Line, LineEvents, Transport, Written } from './transport.ts';

export interface TcpTransportOptions {
  readonly host: string;
  readonly port: number;
  /** Milliseconds for the connection to be made. */
  readonly connectMs: number;
  /** Milliseconds without any of the waiting bytes being taken. */
  readonly writeMs: number;
}

/** Receive buffers of printers are as small as 4 KB: small pieces show early that one has stopped taking them. */
const pieceBytes = 1024;

export function createTcpTransport({ host, port, connectMs, writeMs }: TcpTransportOptions): Transport {
  return {
    open(events, signal) {
      if (signal.aborted) return Promise.resolve(null);
      return new Promise((resolve) => {
        const socket = connect({ host, port, noDelay: true });
        const giveUp = (): void => {
          clearTimeout(limit);
          signal.removeEventListener('abort', giveUp);
          socket.destroy();
          resolve(null);
        };
        const limit = setTimeout(giveUp, connectMs);
        signal.addEventListener('abort', giveUp);
        socket.once('error', giveUp);
        socket.once('connect', () => {
          clearTimeout(limit);
          signal.removeEventListener('abort', giveUp);
          socket.off('error', giveUp);
          resolve(lineOn(socket, events, writeMs));
        });
      });
    },
  };
}

function lineOn(socket: Socket, events: LineEvents, writeMs: number): Line {
  let closed = false;
  let turn: Promise<unknown> = Promise.resolve();
  socket.on('data', (bytes) => events.answered(bytes));
  // `close` follows every error; without a listener the error itself would end the program.
  socket.on('error', () => {});
  socket.on('close', () => {
    if (!closed) events.lost();
  });

  async function writeAll(bytes: Uint8Array): Promise<Written> {
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      const written = await writePiece(socket, bytes.subarray(at, at + pieceBytes), writeMs);
      if (written !== 'whole') return written;
    }
    return 'whole';
  }

  return {
    write(bytes) {
      const written = turn.then(() => writeAll(bytes));
      turn = written;
      return written;
    },
    close() {
      closed = true;
      return new Promise((resolve) => {
        if (socket.closed) return resolve();
        socket.once('close', () => resolve());
        socket.destroy();
      });
    },
  };
}

function writePiece(socket: Socket, piece: Uint8Array, writeMs: number): Promise<Written> {
  return new Promise((resolve) => {
    const end = (written: Written): void => {
      clearTimeout(limit);
      socket.off('close', broken);
      resolve(written);
    };
    const broken = (): void => end('broken');
    const limit = setTimeout(() => end('stalled'), writeMs);
    if (socket.destroyed) return broken();
    // A destroyed socket drops waiting bytes without calling back in every case; `close` always comes.
    socket.once('close', broken);
    socket.write(piece, (error) => end(error ? 'broken' : 'whole'));
  });
}
