import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { networkOf } from '../access/network.ts';

/** How long anybody may take, in milliseconds. Slow and endless clients cost their own connection: these end it. */
export interface Patience {
  readonly headersTimeout: number;
  readonly requestTimeout: number;
  readonly keepAliveTimeout: number;
  /** How often Node looks for those that took longer. */
  readonly connectionsCheckingInterval: number;
}

export const usualPatience: Patience = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 2_000,
};

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
