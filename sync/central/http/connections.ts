import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { networkOf } from '../access/network.ts';
import type { LastAnswers } from './last-answers.ts';

/** How long anybody may take, in milliseconds. Slow and endless clients cost their own connection: these end it. */
export interface Patience {
  readonly headersTimeout: number;
  readonly requestTimeout: number;
  readonly keepAliveTimeout: number;
  /** Of an answer from which nothing was taken meanwhile. */
  readonly unreadTimeout: number;
  /** How often Node looks for those that took longer. */
  readonly connectionsCheckingInterval: number;
}

export const usualPatience: Patience = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 65_000,
  unreadTimeout: 60_000,
  connectionsCheckingInterval: 2_000,
};

/**
 * Cuts off who reads no answers: what waits for him would be kept for as long as he likes. An answer that takes long to
 * be made is waited for.
 */
export function endUnread(
  server: Server,
  { unreadTimeout }: Patience,
  answers: Pick<LastAnswers, 'of'>,
): void {
  server.setTimeout(unreadTimeout, (socket) => {
    if (socket.writableLength > 0 || answers.of(socket) === 'made') socket.destroy();
  });
}

/** How many connections are open at once. */
export interface ConnectionBounds {
  /** Of one address, or of one network of IPv6; `null` behind a proxy, whose address all share. */
  readonly perAddress: number | null;
  /** Of everybody: one more is closed as it comes. */
  readonly together: number;
}

/** Two of each of 7,000 tills, and some thousands of the public; a third of the files that the service may open. */
export const connectionsTogether = 20_000;

/** Bounds what one address can hold open, and what all can. */
export function guardConnections(server: Server, { perAddress, together }: ConnectionBounds): void {
  server.maxConnections = together;
  if (perAddress === null) return;
  const open = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const network = networkOf(socket.remoteAddress ?? '');
    const count = (open.get(network) ?? 0) + 1;
    if (count > perAddress) {
      socket.destroy();
      return;
    }
    open.set(network, count);
    socket.once('close', () => {
      const left = (open.get(network) ?? 1) - 1;
      if (left === 0) open.delete(network);
      else open.set(network, left);
    });
  });
}
