import { createServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import type { PhoneEvents } from '#api';
import type { Till } from '#services';
import { phoneSnapshot } from './glance-view.ts';
import { createGuard } from './guard.ts';
import { listenOn } from './listen.ts';
import { phonePages } from './phone-pages.ts';

export interface PhoneServer {
  /** `http://192.168.1.20:8040` */
  readonly address: string;
  close(): Promise<void>;
}

export interface PhoneServerDeps {
  readonly till: Till;
  /** The folder with the built pages. */
  readonly screens: string;
  readonly host: string;
  readonly port: number;
  readonly onFault: (error: unknown) => void;
}

interface Line {
  phoneId: string;
}

type PhoneSockets = Server<Record<string, never>, PhoneEvents, Record<string, never>, Line>;
type PhoneSocket = Socket<Record<string, never>, PhoneEvents, Record<string, never>, Line>;

/**
 * The one page that others in the shop's network can open: it shows figures, takes no command, and knows no other page.
 * @throws the system's error, such as EADDRINUSE
 */
export async function openPhoneServer(deps: PhoneServerDeps): Promise<PhoneServer> {
  const { till, host, port, onFault } = deps;
  let authorities: readonly string[] = [];
  const guard = createGuard(() => authorities);
  const http = createServer(phonePages({ ...deps, guard }));
  const io: PhoneSockets = new Server(http, {
    serveClient: false,
    transports: ['websocket'],
    // A phone says its token and no more.
    maxHttpBufferSize: 1024,
    allowRequest: (req, admit) => admit(null, guard.admits(req.headers)),
  });
  io.use((socket, next) => {
    const { token } = socket.handshake.auth;
    const phone = typeof token === 'string' ? till.phones.known(token) : null;
    if (!phone) return next(new Error('ended'));
    socket.data.phoneId = phone.phoneId;
    next();
  });
  io.on('connection', (socket) => {
    // Raises a change, which brings the first figures.
    const went = till.phones.came(socket.data.phoneId);
    socket.on('disconnect', () => attempt(went, onFault));
  });
  const { address, port: bound } = await listenOn(http, host, port);
  authorities = [`${host}:${bound}`];
  const stop = publish(till, io);
  return {
    address,
    async close() {
      stop();
      const closed = io.close();
      http.closeAllConnections();
      await closed;
    },
  };
}

function attempt(work: () => void, onFault: (error: unknown) => void): void {
  try {
    work();
  } catch (error) {
    onFault(error);
  }
}

/** Sends the figures after every change, and cuts off whoever may not look on any more. @returns what ends it */
function publish(till: Till, io: PhoneSockets): () => void {
  let revision = 0;
  let pending = false;
  const sockets = (): PhoneSocket[] => [...io.of('/').sockets.values()];

  function cutOff(): void {
    const paired = new Set(till.phones.all().map(({ phoneId }) => phoneId));
    for (const socket of sockets()) {
      if (paired.has(socket.data.phoneId)) continue;
      socket.emit('ended');
      socket.disconnect(true);
    }
  }

  const endPhones = till.phones.changed.subscribe(cutOff);
  const endChanges = till.changed.subscribe(() => {
    revision++;
    if (pending) return;
    pending = true;
    queueMicrotask(() => {
      pending = false;
      const here = sockets();
      if (here.length === 0) return;
      const snapshot = phoneSnapshot(till, revision);
      for (const socket of here) socket.emit('glance', snapshot);
    });
  });
  return () => {
    endPhones();
    endChanges();
  };
}
