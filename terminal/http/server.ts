import { createServer } from 'node:http';
import express from 'express';
import { Server, type Socket } from 'socket.io';
import {
  type ClientEvents,
  type OfferPairingReply,
  offerPairingSchema,
  type QueryReply,
  type Reply,
  type ScreenRole,
  type ServerEvents,
  type SignInReply,
  signInSchema,
} from '#api';
import { type Actor, exhaustive, type OperatorId } from '#rules';
import { storageFault, type Till } from '#services';
import { answer } from './answers.ts';
import { carriedPages } from './carried-pages.ts';
import { counterSnapshot, gateSnapshot, seenBy } from './counter-snapshot.ts';
import { displaySnapshot } from './display-snapshot.ts';
import { createGuard } from './guard.ts';
import { listenOn } from './listen.ts';
import { obey } from './obey.ts';
import { pages, protect } from './pages.ts';
import { createPhoneLine, type PhonePlace } from './phone-line.ts';
import { reportPages } from './reports.ts';
import { createSeats, operatorAt, type Seats } from './seats.ts';
import { stockSeenBy, stockSnapshot } from './stock-snapshot.ts';

export interface TillServer {
  /** Resolves with the address. @throws the system's error, such as EADDRINUSE */
  listen(host: string, port: number): Promise<string>;
  close(): Promise<void>;
}

export interface ServerDeps {
  readonly till: Till;
  /** The folder with the built pages. */
  readonly screens: string;
  /** Where phones of the shop's network find the till. */
  readonly phonePlace: PhonePlace;
  readonly onFault: (error: unknown) => void;
}

interface Screen {
  role: ScreenRole;
  seat: string | null;
}

type ScreenServer = Server<ClientEvents, ServerEvents, Record<string, never>, Screen>;
type ScreenSocket = Socket<ClientEvents, ServerEvents, Record<string, never>, Screen>;

/** Larger than any command by an order of magnitude, and small enough that a hostile page cannot fill the memory. */
const largestMessageBytes = 16 * 1024;

export function createTillServer({ till, screens, phonePlace, onFault }: ServerDeps): TillServer {
  let authorities: readonly string[] = [];
  const guard = createGuard(() => authorities);
  const seats = createSeats();
  const app = express()
    .disable('x-powered-by')
    .use(protect(guard))
    .use(reportPages(till, seats))
    .use(carriedPages(till, seats, onFault))
    .use(pages(till, guard, screens));
  const http = createServer(app);
  const io: ScreenServer = new Server(http, {
    serveClient: false,
    maxHttpBufferSize: largestMessageBytes,
    allowRequest: (req, admit) => admit(null, guard.admits(req.headers)),
  });

  io.use((socket, next) => {
    const { token, role, seat } = socket.handshake.auth;
    if (!guard.knowsToken(token)) return next(new Error('token'));
    if (role !== 'counter' && role !== 'display' && role !== 'stock') return next(new Error('role'));
    socket.data.role = role;
    socket.data.seat = seats.who(seat) === null ? seatOnArrival(till, seats) : seat;
    next();
  });

  const phoneLine = createPhoneLine({ till, screens, place: phonePlace, onFault });
  const { show } = publish(till, io, seats);
  const person = (socket: ScreenSocket) => operatorAt(socket.data.seat, seats, till.store);

  io.on('connection', (socket) => {
    show(socket);
    if (socket.data.role === 'display') return;
    socket.on('command', async (message: unknown, acknowledge: unknown) => {
      if (typeof acknowledge !== 'function') return;
      const actor = person(socket);
      const endOtherSeats = (operatorId: OperatorId) => endSeats(operatorId, socket);
      acknowledge(actor ? await attempt(() => obey(till, { actor, endOtherSeats }, message)) : signedOut);
    });
    socket.on('ask', async (message: unknown, acknowledge: unknown) => {
      if (typeof acknowledge !== 'function') return;
      const actor = person(socket);
      acknowledge(actor ? await attempt(() => answer(till, actor, message)) : signedOut);
    });
    socket.on('offer-pairing', async (message: unknown, acknowledge: unknown) => {
      if (typeof acknowledge !== 'function') return;
      const actor = person(socket);
      acknowledge(actor ? await attempt(() => offerPairing(actor, message)) : signedOut);
    });
    socket.on('sign-in', async (message: unknown, acknowledge: unknown) => {
      if (typeof acknowledge !== 'function') return;
      acknowledge(await attempt(() => signIn(socket, message)));
      show(socket);
    });
    socket.on('sign-out', (acknowledge: unknown) => {
      seats.leave(socket.data.seat);
      socket.data.seat = null;
      if (typeof acknowledge === 'function') acknowledge({ ok: true });
      show(socket);
    });
  });

  /** A person is signed out at every screen but this one. */
  function endSeats(operatorId: OperatorId, here: ScreenSocket): void {
    seats.endOthers(operatorId, here.data.seat);
    till.changed.raise();
  }

  async function signIn(socket: ScreenSocket, message: unknown): Promise<SignInReply> {
    const who = signInSchema.safeParse(message);
    if (!who.success) return { ok: false, code: 'malformed' };
    const { operatorId, pin } = who.data;
    const result = await till.operators.signIn(operatorId, pin);
    switch (result.outcome) {
      case 'signed-in':
        seats.leave(socket.data.seat);
        socket.data.seat = seats.take(operatorId);
        return { ok: true, seat: socket.data.seat };
      case 'wrong-pin':
        return { ok: false, code: 'wrong-pin', attemptsLeft: result.attemptsLeft };
      case 'locked':
        endSeats(operatorId, socket);
        return { ok: false, code: 'locked', until: result.until };
      case 'unknown':
        return { ok: false, code: 'unknown' };
      default:
        return exhaustive(result);
    }
  }

  async function offerPairing(actor: Actor, message: unknown): Promise<OfferPairingReply> {
    const order = offerPairingSchema.safeParse(message);
    return order.success ? phoneLine.offer(actor, order.data.address) : { ok: false, code: 'malformed' };
  }

  async function attempt<R extends Reply | QueryReply | SignInReply | OfferPairingReply>(
    work: () => R | Promise<R>,
  ) {
    try {
      return await work();
    } catch (error) {
      onFault(error);
      return { ok: false, code: storageFault(error) ?? 'fault' } as const;
    }
  }

  return {
    async listen(host, port) {
      const listening = await listenOn(http, host, port);
      authorities = listening.authorities;
      phoneLine.open();
      return listening.address;
    },
    close: async () => {
      await phoneLine.close();
      const closed = io.close();
      // A request that never ends would otherwise keep the till from ending.
      http.closeAllConnections();
      await closed;
    },
  };
}

const signedOut = { ok: false, code: 'signed-out' } as const;

/** In a demonstration or a drill whoever opens a screen is its manager; a shop asks for the PIN. */
function seatOnArrival(till: Till, seats: Seats): string | null {
  if (till.purpose === 'shop') return null;
  const manager = till.store.operators.all().find(({ role, active }) => role === 'manager' && active);
  return manager ? seats.take(manager.operatorId) : null;
}

/** Sends a whole snapshot after every change; several changes in one turn of the event loop make one snapshot. */
function publish(till: Till, io: ScreenServer, seats: Seats): { show(socket: ScreenSocket): void } {
  let revision = 0;
  let pending = false;

  /** Each kind of snapshot is made once for all screens that show it, and only if one does. */
  function showTo(sockets: Iterable<ScreenSocket>): void {
    const counter = once(() => counterSnapshot(till, revision));
    const stock = once(() => stockSnapshot(till, revision));
    const display = once(() => displaySnapshot(till, revision));
    for (const socket of sockets) {
      const { role } = socket.data;
      if (role === 'display') {
        socket.emit('display', display());
        continue;
      }
      const you = operatorAt(socket.data.seat, seats, till.store);
      if (!you) socket.emit('gate', gateSnapshot(till));
      else if (role === 'counter') socket.emit('counter', seenBy(counter(), you));
      else socket.emit('stock', stockSeenBy(stock(), you));
    }
  }

  till.changed.subscribe(() => {
    revision++;
    if (pending) return;
    pending = true;
    queueMicrotask(() => {
      pending = false;
      showTo(io.of('/').sockets.values());
    });
  });
  return { show: (socket) => showTo([socket]) };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
