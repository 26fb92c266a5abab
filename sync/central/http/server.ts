import * as http from 'node:http';
import * as https from 'node:https';
import type { AddressInfo } from 'node:net';
import express, { type RequestHandler } from 'express';
import type { CentralConfig } from '../config.ts';
import { runLate } from '../timers.ts';
import {
  connectionsTogether,
  endUnread,
  guardConnections,
  type Patience,
  usualPatience,
} from './connections.ts';
import { createLastAnswers } from './last-answers.ts';

export interface CentralServer {
  readonly http: http.Server;
  /** @returns the address. @throws the system's error, such as EADDRINUSE */
  listen(): Promise<string>;
  /** Ends what is open at once: tills ask again. */
  close(): Promise<void>;
}

/** At opening time thousands connect in one second; one that the system drops comes back only seconds later. */
const backlog = 4_096;

/** What every answer says. */
export const safeHeaders = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' } as const;

/** @param below what was asked for, from the last slash of the path before which it stands */
export type PathListener = (req: http.IncomingMessage, res: http.ServerResponse, below: string) => void;

export interface CentralServerOptions {
  /**
   * Answers what is asked thousands of times a second, by what its path begins with: past Express, which costs as much
   * as what is asked.
   */
  readonly often?: Readonly<Record<`/${string}/`, PathListener>>;
  readonly patience?: Patience;
  /** Most connections of everybody. */
  readonly together?: number;
}

/** @param routes by the path before which they stand, in the order in which they are asked */
export function createCentralServer(
  config: Pick<CentralConfig, 'host' | 'port' | 'tls' | 'connectionsPerAddress'>,
  routes: Readonly<Record<string, RequestHandler>>,
  { often = {}, patience = usualPatience, together = connectionsTogether }: CentralServerOptions = {},
): CentralServer {
  const { host, port, tls } = config;
  const app = express();
  app.disable('x-powered-by').disable('etag');
  app.use((_req, res, next) => {
    res.set(safeHeaders);
    next();
  });
  for (const [path, router] of Object.entries(routes)) app.use(path, router);
  app.use((_req, res) => {
    res.status(404).json({ code: 'not-found' });
  });
  app.use(unexpected);
  const answers = createLastAnswers();
  const pastExpress = Object.entries(often);
  const answer: http.RequestListener = (req, res) => {
    runLate();
    const { url = '' } = req;
    if (answers.begin(req, res) === 'too-early') return void req.socket.destroy();
    for (const [begins, listener] of pastExpress)
      if (url.startsWith(begins)) return listener(req, res, url.slice(begins.length - 1));
    app(req, res);
  };
  const server = tls
    ? https.createServer({ ...tls, ...patience }, answer)
    : http.createServer(patience, answer);
  endUnread(server, patience, answers);
  guardConnections(server, { perAddress: config.connectionsPerAddress, together });

  return {
    http: server,
    listen: () =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen({ port, host, backlog }, () => {
          const bound = (server.address() as AddressInfo).port;
          resolve(`${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${bound}`);
        });
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Nobody outside is told what broke. */
const unexpected: express.ErrorRequestHandler = (error: { readonly status?: number }, _req, res, next) => {
  if (res.headersSent) next(error);
  else res.status(error.status ?? 500).json({ code: (error.status ?? 500) < 500 ? 'bad-request' : 'broke' });
};
