import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Knows the last answer of each connection. */
export interface LastAnswers {
  /**
   * A request came. `too-early`: before the one before it was answered. Nobody does that who reads the answers, and
   * what waits behind an answer without an end is never told that its connection has closed.
   */
  begin(req: IncomingMessage, res: ServerResponse): 'in-turn' | 'too-early';
  /** Whether the centre still works on it, or else what it said waits to be read. */
  of(socket: Socket): 'being-made' | 'made';
}

export function createLastAnswers(): LastAnswers {
  const last = new WeakMap<Socket, ServerResponse>();
  return {
    begin({ socket }, res) {
      const before = last.get(socket);
      if (before && !isOnItsWay(before)) return 'too-early';
      last.set(socket, res);
      return 'in-turn';
    },
    of: (socket) => (last.get(socket)?.writableEnded === false ? 'being-made' : 'made'),
  };
}

/** With TLS the last byte of an answer is read before it counts as sent: the next request may come in between. */
const isOnItsWay = ({ writableEnded, writableFinished, socket }: ServerResponse): boolean =>
  writableEnded && (writableFinished || socket !== null);
