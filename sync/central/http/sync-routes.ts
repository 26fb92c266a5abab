import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type Fault, type FaultAnswer, signatureHeaders } from '#protocol';
import type { AddressOf } from '../access/asker-address.ts';
import { faultStatus } from '../requests/fault-status.ts';
import type { SyncAnswer, SyncService } from '../requests/sync-service.ts';
import type { Admission, Entrance } from './admission.ts';
import { type BodyBounds, createBodyReader } from './request-body.ts';
import { safeHeaders } from './server.ts';

/** Bytes. One is more than the largest batch, compressed: a larger one is sent again in halves. Together, thousands of usual ones. */
export const usualBodies = { most: 1024 * 1024, together: 128 * 1024 * 1024 } as const;
/** What is left of such a body is sooner thrown away than a connection is made anew. */
const shortBodyBytes = 64 * 1024;

export interface SyncRoutesDeps {
  readonly service: Pick<SyncService, 'handle'>;
  readonly admission: Admission;
  readonly addressOf: AddressOf;
  readonly bodies?: Pick<BodyBounds, 'most' | 'together'>;
}

/** What tills ask: `/sync/push`, `/sync/pull`, `/sync/quota`, `/sync/enrol`. */
export function syncRoutes({
  service,
  admission,
  addressOf,
  bodies = usualBodies,
}: SyncRoutesDeps): RequestListener {
  const readBody = createBodyReader({ ...bodies, addressOf });
  const nameIn = (req: IncomingMessage): string => {
    const name = req.headers[signatureHeaders.till];
    return typeof name === 'string' ? name.slice(0, 100) : (addressOf(req) ?? '');
  };

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const { method = '', headers, url = '' } = req;
    if (method !== 'POST') return refuse(res, { kind: 'bad-request', detail: 'nothing is asked here' });
    const name = nameIn(req);
    // Sent away before the body is read: that is what makes sending away cheap.
    const later = admission.look(name);
    if (later) return sendAway(req, res, later);
    if (headers['content-encoding'] !== undefined)
      return refuse(res, { kind: 'bad-request', detail: 'packed by HTTP as well' }, 415);
    const read = await readBody(req);
    if ('fault' in read) return refuseBody(res, read.fault);
    // Taken only now, so that a slow sender keeps nobody from a place.
    const entrance = admission.enter(name, read.body.length);
    if (entrance.let === 'later') return sendAway(req, res, entrance);
    const [path = ''] = url.split('?', 1);
    // Left when the work is done, whatever becomes of the answer: one that is never sent is never closed either.
    const { status, body, retryAfterSeconds } = await service
      .handle({ method, path, headers, body: read.body, from: addressOf(req) })
      .finally(entrance.leave);
    send(res, status, body, retryAfterSeconds === undefined ? {} : retryAfter(retryAfterSeconds));
  }

  return (req, res) => {
    answer(req, res).catch(() => {
      if (res.headersSent) res.destroy();
      else refuse(res, { kind: 'broke' });
    });
  };
}

function sendAway(
  { headers }: IncomingMessage,
  res: ServerResponse,
  { retryAfterSeconds }: Extract<Entrance, { let: 'later' }>,
): void {
  const isShort = Number(headers['content-length'] ?? Number.NaN) <= shortBodyBytes;
  const fault: FaultAnswer = { fault: { kind: 'busy' } };
  send(res, faultStatus.busy, fault, {
    ...retryAfter(retryAfterSeconds),
    ...(!isShort && { connection: 'close' }),
  });
}

const retryAfter = (seconds: number) => ({ 'retry-after': String(seconds) });

function refuseBody(res: ServerResponse, fault: 'too-large' | 'busy' | 'cut'): void {
  if (fault === 'cut') res.destroy();
  else refuse(res, { kind: fault }, faultStatus[fault], fault === 'busy' ? retryAfter(5) : {});
}

/** The connection is of no more use: what is left of the body may still be on its way. */
function refuse(
  res: ServerResponse,
  fault: Fault,
  status = faultStatus[fault.kind],
  headers: Readonly<Record<string, string>> = {},
): void {
  send(res, status, { fault }, { ...headers, connection: 'close' });
}

function send(
  res: ServerResponse,
  status: number,
  body: SyncAnswer['body'],
  headers: Readonly<Record<string, string>> = {},
): void {
  const text = JSON.stringify(body);
  res.writeHead(status, {
    ...{ ...safeHeaders, ...headers, 'content-type': 'application/json; charset=utf-8' },
    'content-length': Buffer.byteLength(text),
  });
  res.end(text);
}
