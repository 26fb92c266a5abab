import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { authoritiesOf } from './guard.ts';

/** Where a server listens, and by which names it may be addressed. */
export interface Listening {
  readonly address: string;
  /** The one that was asked for, or found free for 0. */
  readonly port: number;
  readonly authorities: readonly string[];
}

/** @throws the system's error, such as EADDRINUSE */
export const listenOn = (http: Server, host: string, port: number): Promise<Listening> =>
  new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, () => {
      const bound = (http.address() as AddressInfo).port;
      const address = `http://${host.includes(':') ? `[${host}]` : host}:${bound}`;
      resolve({ address, port: bound, authorities: authoritiesOf(host, bound) });
    });
  });
