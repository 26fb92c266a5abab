import express, { type ErrorRequestHandler, type Router } from 'express';
import type { AddressOf } from '../access/asker-address.ts';
import type { AttemptLimit } from '../access/attempt-limit.ts';
import { after } from '../timers.ts';
import { endAccess, giveAccess, listAccess } from './admin/accesses.ts';
import {
  endAccount,
  endSession,
  endSessionOf,
  inviteAccount,
  inviteAgain,
  listAccounts,
  listSessions,
  listSessionsOf,
  tellMe,
} from './admin/accounts.ts';
import type { AdminDesk } from './admin/admin-desk.ts';
import { asHandler, refuse } from './admin/asking.ts';
import { showAudit } from './admin/audit.ts';
import { makeBackup } from './admin/backups.ts';
import { answerCarried } from './admin/carried.ts';
import { listConflicts } from './admin/conflicts.ts';
import { announceAllotment, announceDelivery, listDeliveries } from './admin/deliveries.ts';
import { sendExport } from './admin/exports.ts';
import { liveRows } from './admin/live-rows.ts';
import { sendMessage } from './admin/messages.ts';
import { importOutlets, listOutlets } from './admin/outlets.ts';
import { showOutletDay, showOverview } from './admin/overview.ts';
import { announcePolicy, listPolicies, tryPolicy } from './admin/policies.ts';
import { signingIn } from './admin/signing-in.ts';
import { listTills, makeCode, revokeTill } from './admin/tills.ts';
import { demandAsker } from './admin/who-asks.ts';

/** A month of a busy station on a stick. */
const carriedMost = '32mb';
const bodyMost = '1mb';

export interface AdminRoutesDeps {
  readonly desk: AdminDesk;
  readonly attempts: AttemptLimit;
  readonly addressOf: AddressOf;
  readonly onFault: (error: unknown) => void;
}

/** `/admin/api`: JSON for whoever has a token or is signed in. */
export function adminRoutes({ desk, attempts, addressOf, onFault }: AdminRoutesDeps): Router {
  const router = express.Router();
  router.use((_req, res, next) => {
    res.set('cache-control', 'no-store');
    next();
  });
  router.use(signingIn({ desk, attempts, addressOf }));
  // Before any body is read.
  router.use(demandAsker({ desk, attempts, addressOf }));
  router.get('/me', asHandler(tellMe(desk)));
  router.post('/outlets', express.raw({ type: () => true, limit: '16mb' }), asHandler(importOutlets(desk)));
  router.post(
    '/carried',
    express.json({ type: () => true, limit: carriedMost }),
    asHandler(answerCarried(desk)),
  );
  router.use(express.json({ type: () => true, limit: bodyMost }));
  router.get('/outlets', asHandler(listOutlets(desk)));
  router.get('/outlets/:code/day', asHandler(showOutletDay(desk)));
  router.get('/overview', asHandler(showOverview(desk)));
  router.get('/live', liveRows({ ...desk, after }));
  router.get('/exports/:name.csv', sendExport(desk));
  router.get('/audit', asHandler(showAudit(desk)));
  router.get('/conflicts', asHandler(listConflicts(desk)));
  router.get('/deliveries', asHandler(listDeliveries(desk)));
  router.post('/deliveries', asHandler(announceDelivery(desk)));
  router.post('/allotments', asHandler(announceAllotment(desk)));
  router.post('/messages', asHandler(sendMessage(desk)));
  router.get('/policies', asHandler(listPolicies(desk)));
  router.post('/policies', asHandler(announcePolicy(desk)));
  router.post('/policies/try', asHandler(tryPolicy(desk)));
  router.post('/codes', asHandler(makeCode(desk)));
  router.get('/tills', asHandler(listTills(desk)));
  router.post('/tills/revoke', asHandler(revokeTill(desk)));
  router.get('/access', asHandler(listAccess(desk)));
  router.post('/access', asHandler(giveAccess(desk)));
  router.delete('/access/:name', asHandler(endAccess(desk)));
  router.get('/accounts', asHandler(listAccounts(desk)));
  router.post('/accounts', asHandler(inviteAccount(desk)));
  router.delete('/accounts/:name', asHandler(endAccount(desk)));
  router.post('/accounts/:name/invitation', asHandler(inviteAgain(desk)));
  router.get('/accounts/:name/sessions', asHandler(listSessionsOf(desk)));
  router.delete('/accounts/:name/sessions/:id', asHandler(endSessionOf(desk)));
  router.get('/sessions', asHandler(listSessions(desk)));
  router.delete('/sessions/:id', asHandler(endSession(desk)));
  router.post('/backups', asHandler(makeBackup(desk)));
  router.use(asHandler(async () => refuse('not-found')));
  router.use(badBody(onFault));
  return router;
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
