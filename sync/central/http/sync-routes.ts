import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type Fault, type FaultAnswer, signatureHeaders } from '#protocol';
import { faultStatus } from '../requests/fault-status.ts';
import type { SyncAnswer, SyncService } from '../requests/sync-service.ts';
import type { Admission, Entrance } from './admission.ts';
import { createBodyReader } from './request-body.ts';
import { safeHeaders } from './server.ts';

/** More than the largest batch, compressed; a batch that is larger is sent again in halves. */
const bodyMostBytes = 1024 * 1024;
/** Of all bodies on their way; thousands of usual ones. */
const bodiesMostBytes = 128 * 1024 * 1024;
/** What is left of such a body is sooner thrown away than a connection is made anew. */
const shortBodyBytes = 64 * 1024;

/** What tills ask: `/sync/push`, `/sync/pull`, `/sync/quota`, `/sync/enrol`. */
export function syncRoutes({
  service,
  admission,
}: {
  readonly service: Pick<SyncService, 'handle'>;
  readonly admission: Admission;
}): RequestListener {
  const readBody = createBodyReader(bodyMostBytes, bodiesMostBytes);

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
    if ('fault' in read) return refuseBody(req, res, read.fault);
    // Taken only now, so that a slow sender keeps nobody from a place.
    const entrance = admission.enter(name);
    if (entrance.let === 'later') return sendAway(req, res, entrance);
    const [path = ''] = url.split('?', 1);
    // Left when the work is done, whatever becomes of the answer: one that is never sent is never closed either.
    const { status, body, retryAfterSeconds } = await service
      .handle({ method, path, headers, body: read.body })
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

const nameIn = ({ headers, socket }: IncomingMessage): string => {
  const name = headers[signatureHeaders.till];
  return typeof name === 'string' ? name.slice(0, 100) : (socket.remoteAddress ?? '');
};

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

function refuseBody(req: IncomingMessage, res: ServerResponse, fault: 'too-large' | 'busy' | 'cut'): void {
  if (fault === 'cut') res.destroy();
  else if (fault === 'busy') sendAway(req, res, { let: 'later', retryAfterSeconds: 5 });
  else refuse(res, { kind: fault });
}

/** The connection is of no more use: what is left of the body may still be on its way. */
function refuse(res: ServerResponse, fault: Fault, status = faultStatus[fault.kind]): void {
  send(res, status, { fault }, { connection: 'close' });
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
