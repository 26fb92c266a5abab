import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { Server } from 'socket.io';
import type { ClientEvents, ScreenRole, ServerEvents } from '#api';
import { storageFault, type Till } from '#services';
import { authoritiesOf, createGuard } from './guard.ts';
import { obey } from './obey.ts';
import { pages, protect } from './pages.ts';
import { counterSnapshot, displaySnapshot } from './snapshots.ts';

export interface TillServer {
  /** Resolves with the address. @throws the system's error, such as EADDRINUSE */
  listen(host: string, port: number): Promise<string>;
  close(): Promise<void>;
}

export interface ServerDeps {
  readonly till: Till;
  /** The folder with the built pages. */
  readonly screens: string;
  readonly onFault: (error: unknown) => void;
}

type ScreenServer = Server<ClientEvents, ServerEvents, Record<string, never>, { role: ScreenRole }>;

/** Larger than any command by an order of magnitude, and small enough that a hostile page cannot fill the memory. */
const largestMessageBytes = 16 * 1024;

export function createTillServer({ till, screens, onFault }: ServerDeps): TillServer {
  let authorities: readonly string[] = [];
  const guard = createGuard(() => authorities);
  const app = express()
    .disable('x-powered-by')
    .use(protect(guard))
    .use(pages(till, guard, screens));
  const http = createServer(app);
  const io: ScreenServer = new Server(http, {
    serveClient: false,
    maxHttpBufferSize: largestMessageBytes,
    allowRequest: (req, admit) => admit(null, guard.admits(req.headers)),
  });

  io.use((socket, next) => {
    const { token, role } = socket.handshake.auth;
    if (!guard.knowsToken(token)) return next(new Error('token'));
    if (role !== 'counter' && role !== 'display') return next(new Error('role'));
    socket.data.role = role;
    next();
  });

  const revision = publish(till, io);

  io.on('connection', (socket) => {
    const { role } = socket.data;
    socket.join(role);
    if (role === 'display') {
      socket.emit('display', displaySnapshot(till, revision()));
      return;
    }
    socket.emit('counter', counterSnapshot(till, revision()));
    socket.on('command', (message: unknown, acknowledge: unknown) => {
      if (typeof acknowledge !== 'function') return;
      acknowledge(reply(message));
    });
  });

  function reply(message: unknown) {
    try {
      return obey(till, message);
    } catch (error) {
      onFault(error);
      return { ok: false, code: storageFault(error) ?? 'fault' } as const;
    }
  }

  return {
    listen: (host, port) =>
      new Promise((resolve, reject) => {
        http.once('error', reject);
        http.listen(port, host, () => {
          const bound = (http.address() as AddressInfo).port;
          authorities = authoritiesOf(host, bound);
          resolve(`http://${host.includes(':') ? `[${host}]` : host}:${bound}`);
        });
      }),
    close: async () => {
      const closed = io.close();
      // A request that never ends would otherwise keep the till from ending.
      http.closeAllConnections();
      await closed;
    },
  };
}

/** Sends a whole snapshot after every change; several changes in one turn of the event loop make one snapshot. */
function publish(till: Till, io: ScreenServer): () => number {
  let revision = 0;
  let pending = false;
  till.changed.subscribe(() => {
    revision++;
    if (pending) return;
    pending = true;
    queueMicrotask(() => {
      pending = false;
      io.to('counter').emit('counter', counterSnapshot(till, revision));
      io.to('display').emit('display', displaySnapshot(till, revision));
    });
  });
  return () => revision;
}
