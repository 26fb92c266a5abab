import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { ApiFault, ApiFaultAnswer } from '#central-api';
import type { ReadyAnswer } from '../public/ready-answers.ts';
import { safeHeaders } from './server.ts';

/** Of figures: a cache on the way may hold them for as long as they may be behind anyway. */
export const figuresCaching = 'public, max-age=2, stale-while-revalidate=3';

/** For programs of other pages. Nothing that is answered with it depends on who asks. */
export const openToAll = {
  ...safeHeaders,
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, ratelimit, ratelimit-policy, retry-after',
  'cross-origin-resource-policy': 'cross-origin',
} as const;

const preflight = {
  'access-control-allow-methods': 'GET, HEAD, OPTIONS',
  'access-control-allow-headers': 'if-none-match, last-event-id, cache-control',
  'access-control-max-age': '86400',
} as const;

/** Sends what is ready, packed for whoever unpacks it, or that it is still the same. */
export function sendReady(
  req: IncomingMessage,
  res: ServerResponse,
  ready: ReadyAnswer,
  headers: OutgoingHttpHeaders,
): void {
  const { etag } = ready;
  const said: OutgoingHttpHeaders = { vary: 'accept-encoding', ...headers, etag };
  if (isKnown(req, etag)) {
    delete said['content-type'];
    res.writeHead(304, said).end();
    return;
  }
  const [coding, body] = packedFor(req, ready);
  if (coding) said['content-encoding'] = coding;
  said['content-length'] = body.length;
  res.writeHead(200, said);
  if (req.method === 'HEAD') res.end();
  else res.end(body);
}

const isKnown = ({ headers }: IncomingMessage, etag: string): boolean =>
  headers['if-none-match']
    ?.split(/, */)
    .some((known) => known === '*' || known.replace(/^W\//, '') === etag) ?? false;

/** What is not sent is not packed: an answer packs itself when it is asked. */
function packedFor({ headers }: IncomingMessage, ready: ReadyAnswer): ['br' | 'gzip' | null, Buffer] {
  const wanted = String(headers['accept-encoding'] ?? '');
  const brotli = /\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(wanted) ? ready.brotli : undefined;
  if (brotli) return ['br', brotli];
  if (/\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(wanted)) return ['gzip', ready.gzip];
  return [null, ready.bytes];
}

const statusOf: Readonly<Record<ApiFault, number>> = {
  'bad-request': 400,
  'unknown-outlet': 404,
  'not-found': 404,
  'too-many-requests': 429,
  busy: 503,
  'not-ready': 503,
  broke: 500,
};

export function sendFault(
  res: ServerResponse,
  code: ApiFault,
  { detail, headers = {}, status = statusOf[code] }: FaultSaid = {},
): void {
  const body = JSON.stringify({ code, ...(detail !== undefined && { detail }) } satisfies ApiFaultAnswer);
  res
    .writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'content-length': Buffer.byteLength(body),
      ...headers,
    })
    .end(body);
}

interface FaultSaid {
  readonly detail?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly status?: number;
}

/** Without the query. */
export const pathOf = (url: string): string => /^[^?#]*/.exec(url)?.[0] ?? '';

/** Tells pages of other origins beforehand that they may ask, and whoever would change something that nobody may. */
export function isAnsweredByMethod(
  { method }: IncomingMessage,
  res: ServerResponse,
  headers: OutgoingHttpHeaders = {},
): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  if (method === 'OPTIONS') res.writeHead(204, { ...headers, ...preflight }).end();
  else {
    const refused = { ...headers, allow: 'GET, HEAD, OPTIONS', connection: 'close' };
    sendFault(res, 'bad-request', { detail: 'nothing can be changed here', headers: refused, status: 405 });
  }
  return true;
}
