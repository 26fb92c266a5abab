import express, { type ErrorRequestHandler, type Request, type Response, type Router } from 'express';
import { type Fault, type FaultAnswer, signatureHeaders } from '#protocol';
import { faultStatus } from '../requests/fault-status.ts';
import type { SyncService } from '../requests/sync-service.ts';
import type { Admission, Entrance } from './admission.ts';
import { createBodyReader } from './request-body.ts';

/** More than the largest batch, compressed; a batch that is larger is sent again in halves. */
const bodyMostBytes = 1024 * 1024;
/** Of all bodies on their way; thousands of usual ones. */
const bodiesMostBytes = 128 * 1024 * 1024;

/** What tills ask: `/sync/push`, `/sync/pull`, `/sync/quota`, `/sync/enrol`. */
export function syncRoutes({
  service,
  admission,
}: {
  readonly service: Pick<SyncService, 'handle'>;
  readonly admission: Admission;
}): Router {
  const router = express.Router();
  const readBody = createBodyReader(bodyMostBytes, bodiesMostBytes);
  router.post('/*path', async (req, res) => {
    const till = nameIn(req);
    // Sent away before the body is read: that is what makes sending away cheap.
    const later = admission.look(till);
    if (later) return sendAway(res, later);
    if (req.headers['content-encoding'] !== undefined)
      return refuse(res, { kind: 'bad-request', detail: 'packed by HTTP as well' }, 415);
    const read = await readBody(req);
    if ('fault' in read) return refuseBody(res, read.fault);
    // Taken only now, so that a slow sender keeps nobody from a place.
    const entrance = admission.enter(till);
    if (entrance.let === 'later') return sendAway(res, entrance);
    res.once('close', entrance.leave);
    const { status, body } = await service.handle({
      ...{ method: req.method, path: req.baseUrl + req.path, headers: req.headers, body: read.body },
    });
    res.status(status).json(body);
  });
  router.use((_req, res) => refuse(res, { kind: 'bad-request', detail: 'nothing is asked here' }));
  router.use(broken);
  return router;
}

const nameIn = (req: Request): string => {
  const name = req.headers[signatureHeaders.till];
  return typeof name === 'string' ? name.slice(0, 100) : (req.socket.remoteAddress ?? '');
};

function sendAway(res: Response, { retryAfterSeconds }: Extract<Entrance, { let: 'later' }>): void {
  res.set('retry-after', String(retryAfterSeconds));
  refuse(res, { kind: 'busy' });
}

function refuseBody(res: Response, fault: 'too-large' | 'busy' | 'cut'): void {
  if (fault === 'cut') res.destroy();
  else if (fault === 'busy') sendAway(res, { let: 'later', retryAfterSeconds: 5 });
  else refuse(res, { kind: fault });
}

/** The connection is of no more use: what is left of the body may still be on its way. */
function refuse(res: Response, fault: Fault, status = faultStatus[fault.kind]): void {
  res.set('connection', 'close');
  res.status(status).json({ fault } satisfies FaultAnswer);
}

const broken: ErrorRequestHandler = (error, _req, res, next) => {
  if (res.headersSent) next(error);
  else refuse(res, { kind: 'broke' });
};
