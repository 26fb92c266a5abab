import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { OutletCode } from '#rules';
import type { SignatureCheck } from '../requests/check-signature.ts';
import type { LiveBetween } from './live-between.ts';

/** Tells tills that there is something to pull. What it says may be lost; nothing depends on it. */
export interface LiveHints {
  toOutlets(outlets: readonly OutletCode[]): void;
  toAll(): void;
  close(): Promise<void>;
}

export interface LiveDeps {
  readonly http: HttpServer;
  readonly signatures: Pick<SignatureCheck, 'ofTill'>;
  /** Reaches the tills of other processes as well, where there are any. */
  readonly between: LiveBetween | null;
}

/** So many outlets in one word: PostgreSQL carries at most 8,000 bytes. */
const outletsMost = 300;

export function createLiveHints({ http, signatures, between }: LiveDeps): LiveHints {
  const server = new Server(http, {
    serveClient: false,
    transports: ['websocket'],
    // A till says who it is within this time, and then nothing more.
    connectTimeout: 10_000,
    maxHttpBufferSize: 4_096,
    ...(between && { adapter: between.adapter }),
  });
  const tills = server.of('/sync');
  tills.use((socket, next) => {
    const request = {
      method: 'CONNECT',
      path: '/sync',
      headers: Object.fromEntries(
        Object.entries(socket.handshake.auth).map(([name, value]) => [name, String(value)]),
      ),
      body: Buffer.alloc(0),
    };
    signatures.ofTill(request).then(
      (signed) => {
        if ('fault' in signed) next(new Error(signed.fault.kind));
        else {
          socket.join(signed.till.outlet);
          next();
        }
      },
      () => next(new Error('broke')),
    );
  });
  return {
    toOutlets(outlets) {
      for (let i = 0; i < outlets.length; i += outletsMost)
        tills.to(outlets.slice(i, i + outletsMost)).emit('hint');
    },
    toAll: () => void tills.emit('hint'),
    async close() {
      await server.close();
      await between?.close();
    },
  };
}
