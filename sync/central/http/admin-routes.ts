import express, { type ErrorRequestHandler, type RequestHandler, type Router } from 'express';
import { tokenHash } from '../access/access-desk.ts';
import type { AttemptLimit } from '../access/attempt-limit.ts';
import { endAccess, giveAccess, listAccess } from './admin/accesses.ts';
import type { AdminDesk } from './admin/admin-desk.ts';
import { asHandler, refuse, rememberWho } from './admin/asking.ts';
import { makeBackup } from './admin/backups.ts';
import { answerCarried } from './admin/carried.ts';
import { listConflicts } from './admin/conflicts.ts';
import { announceDelivery, listDeliveries } from './admin/deliveries.ts';
import { sendMessage } from './admin/messages.ts';
import { importOutlets, listOutlets } from './admin/outlets.ts';
import { announcePolicy, listPolicies } from './admin/policies.ts';
import { listTills, makeCode, revokeTill } from './admin/tills.ts';

/** A month of a busy station on a stick. */
const carriedMost = '32mb';
const bodyMost = '1mb';

export interface AdminRoutesDeps {
  readonly desk: AdminDesk;
  readonly attempts: AttemptLimit;
  readonly onFault: (error: unknown) => void;
}

/** `/admin/api`: JSON for whoever has a token. */
export function adminRoutes({ desk, attempts, onFault }: AdminRoutesDeps): Router {
  const router = express.Router();
  router.use((_req, res, next) => {
    res.set('cache-control', 'no-store');
    next();
  });
  // Before any body is read.
  router.use(demandToken(desk, attempts));
  router.post('/outlets', express.raw({ type: () => true, limit: '16mb' }), asHandler(importOutlets(desk)));
  router.post(
    '/carried',
    express.json({ type: () => true, limit: carriedMost }),
    asHandler(answerCarried(desk)),
  );
  router.use(express.json({ type: () => true, limit: bodyMost }));
  router.get('/outlets', asHandler(listOutlets(desk)));
  router.get('/conflicts', asHandler(listConflicts(desk)));
  router.get('/deliveries', asHandler(listDeliveries(desk)));
  router.post('/deliveries', asHandler(announceDelivery(desk)));
  router.post('/messages', asHandler(sendMessage(desk)));
  router.get('/policies', asHandler(listPolicies(desk)));
  router.post('/policies', asHandler(announcePolicy(desk)));
  router.post('/codes', asHandler(makeCode(desk)));
  router.get('/tills', asHandler(listTills(desk)));
  router.post('/tills/revoke', asHandler(revokeTill(desk)));
  router.get('/access', asHandler(listAccess(desk)));
  router.post('/access', asHandler(giveAccess(desk)));
  router.delete('/access/:name', asHandler(endAccess(desk)));
  router.post('/backups', asHandler(makeBackup(desk)));
  router.use(asHandler(async () => refuse('not-found')));
  router.use(badBody(onFault));
  return router;
}

/** Tokens that were good before are looked at even while somebody behind the same address tries others. */
function demandToken({ access }: Pick<AdminDesk, 'access'>, attempts: AttemptLimit): RequestHandler {
  const good = new Set<string>();
  return async (req, res, next) => {
    const token = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(req.headers.authorization ?? '')?.[1];
    const address = req.socket.remoteAddress ?? '';
    const hash = token === undefined ? null : tokenHash(token);
    const isTrying = hash === null || !good.has(hash);
    const who =
      token === undefined || (isTrying && attempts.wait(address) !== null) ? null : await access.whose(token);
    if (who && hash !== null) {
      good.add(hash);
      rememberWho(res, who);
      next();
      return;
    }
    if (hash !== null) good.delete(hash);
    const seconds = attempts.failed(address);
    const { status, body } = refuse(seconds === null ? 'unknown-token' : 'too-many-attempts');
    res.set('www-authenticate', 'Bearer').set('connection', 'close');
    if (seconds !== null) res.set('retry-after', String(seconds));
    res.status(status).json(body);
  };
}

const badBody =
  (onFault: (error: unknown) => void): ErrorRequestHandler =>
  (error: { readonly status?: number; readonly message?: string }, _req, res, next) => {
    const given = error.status ?? 500;
    if (given >= 500) onFault(error);
    if (res.headersSent) {
      next(error);
      return;
    }
    const said = given >= 500 ? 'broke' : given === 413 ? 'too-large' : 'bad-body';
    const { status, body } = refuse(said, said === 'bad-body' ? `body: ${error.message}` : undefined);
    res.status(status).json(body);
  };
