import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Router } from 'express';
import type { AddressOf } from '../access/asker-address.ts';
import type { EventStreams } from './event-stream.ts';
import { forEverybody, sendFault, sendReady } from './public-answer.ts';
import { readQuery } from './public-query.ts';
import { type PublicRepliesDeps, type PublicReply, publicReplies } from './public-replies.ts';
import type { RateLimit } from './rate-limit.ts';

export interface PublicRoutesDeps extends PublicRepliesDeps {
  readonly streams: Pick<EventStreams, 'answer'>;
  /** How often one address may ask; `null`: as often as it likes. */
  readonly limit: RequestHandler | null;
  readonly onFault: (error: unknown) => void;
}

/** The public API: `/api/v1`. It is answered from memory alone. */
export function publicRoutes({ streams, limit, onFault, ...deps }: PublicRoutesDeps): Router {
  const router = express.Router({ caseSensitive: true, strict: true });
  router.use(forEverybody);
  if (limit) router.use(limit);
  for (const reply of publicReplies(deps)) router.get(reply.path, answering(reply));
  router.get('/events', (req, res) => streams.answer(req, res));
  router.use((_req, res) => sendFault(res, 'not-found'));
  router.use(broken(onFault));
  return router;
}

export const limited =
  (limit: RateLimit, addressOf: AddressOf): RequestHandler =>
  (req, res, next) => {
    const address = addressOf(req);
    // The whole public, as one: whom the proxy does not name it has to bound itself.
    if (address === null) return next();
    const { allowed, headers } = limit.ask(address);
    for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
    if (allowed === 'yes') next();
    else sendFault(res, 'too-many-requests');
  };

const answering =
  ({ query: schema, reply }: PublicReply) =>
  async (req: Request, res: Parameters<RequestHandler>[1]): Promise<void> => {
    const read = readQuery(schema, req.url);
    if ('wrong' in read) return sendFault(res, 'bad-request', { detail: read.wrong });
    const said = await reply(read.query, req.params as Readonly<Record<string, string>>);
    if ('fault' in said) return sendFault(res, said.fault, said);
    const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': said.caching };
    sendReady(req, res, said.ready, headers);
  };

const broken =
  (onFault: (error: unknown) => void): ErrorRequestHandler =>
  (error: { readonly status?: number }, _req, res, next) => {
    if (res.headersSent) next(error);
    // A path that is no text.
    else if (error.status === 400) sendFault(res, 'bad-request', { detail: 'path: damaged text' });
    else {
      onFault(error);
      sendFault(res, 'broke');
    }
  };
