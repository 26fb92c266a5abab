import express, { type Request, type Response, type Router } from 'express';
import type { z } from 'zod';
import {
  acceptInvitationSchema,
  type InvitationView,
  openInvitationSchema,
  signInSchema,
} from '#central-api';
import type { AddressOf } from '../../access/asker-address.ts';
import type { AttemptLimit } from '../../access/attempt-limit.ts';
import { uriOf } from '../../accounts/totp.ts';
import type { AdminDesk } from './admin-desk.ts';
import { type AdminRefusal, firstFault, refuse } from './asking.ts';
import { dropSession, keepSession, sessionIn } from './session-cookie.ts';
import { isFromHere, sendRefusal } from './who-asks.ts';

export interface SigningInDeps {
  readonly desk: Pick<AdminDesk, 'accounts' | 'sessions' | 'audit' | 'clock'>;
  readonly attempts: AttemptLimit;
  readonly addressOf: AddressOf;
}

/** What is asked by people who are not signed in yet: all of it is counted by address. */
export function signingIn({ desk, attempts, addressOf }: SigningInDeps): Router {
  const { accounts, sessions, audit, clock } = desk;
  const router = express.Router();
  const asked = <S extends z.ZodType>(
    schema: S,
    carryOut: (wanted: z.output<S>, req: Request, res: Response) => Promise<void>,
  ) => [
    express.json({ limit: '4kb' }),
    async (req: Request, res: Response) => {
      const retryAfter = attempts.wait(addressOf(req));
      if (!isFromHere(req)) return sendRefusal(res, { refusal: 'not-from-here', retryAfter: null });
      if (retryAfter !== null) return sendRefusal(res, { refusal: 'too-many-attempts', retryAfter });
      const parsed = schema.safeParse(req.body);
      if (parsed.success) return carryOut(parsed.data, req, res);
      res.status(400).json(refuse('bad-body', firstFault(parsed.error)).body);
    },
  ];
  const fail = (req: Request, res: Response, refusal: AdminRefusal) => {
    attempts.failed(addressOf(req));
    sendRefusal(res, { refusal, retryAfter: null });
  };
  /** Of a name that somebody has: what else is typed there may be a password. */
  const noteFailure = async (name: string, refusal: AdminRefusal) => {
    const known = (await accounts.all()).find((account) => account.name === name);
    if (known) await audit.note(known, 'sign-in', {}, refusal);
  };
  const letIn = async (req: Request, res: Response, name: string) => {
    keepSession(req, res, await sessions.open(name, req.headers['user-agent'] ?? ''));
    res.json({ outcome: 'done' });
  };

  router.post(
    '/sign-in',
    asked(signInSchema, async ({ name, password, oneTimeCode }, req, res) => {
      const signed = await accounts.signIn(name, password, oneTimeCode);
      if (signed.outcome === 'wrong') {
        await noteFailure(name, 'sign-in-wrong');
        return fail(req, res, 'sign-in-wrong');
      }
      if (signed.outcome === 'locked') {
        await noteFailure(name, 'account-locked');
        attempts.failed(addressOf(req));
        const retryAfter = Math.ceil((signed.until - clock.now()) / 1000);
        return sendRefusal(res, { refusal: 'account-locked', retryAfter });
      }
      await audit.note(signed.access, 'sign-in', {}, 'done');
      await letIn(req, res, name);
    }),
  );
  router.post(
    '/invitations/open',
    asked(openInvitationSchema, async ({ invitation }, req, res) => {
      const found = await accounts.invited(invitation);
      if (!found) return fail(req, res, 'unknown-invitation');
      const { access, secret } = found;
      const view: InvitationView = { ...access, secret, uri: uriOf(secret, access.name) };
      res.json(view);
    }),
  );
  router.post(
    '/invitations/accept',
    asked(acceptInvitationSchema, async ({ invitation, password, oneTimeCode }, req, res) => {
      const accepted = await accounts.accept(invitation, password, oneTimeCode);
      if (accepted.outcome !== 'done') return fail(req, res, accepted.outcome);
      await audit.note(accepted.access, 'accept-invitation', {}, 'done');
      await letIn(req, res, accepted.access.name);
    }),
  );
  router.post('/sign-out', async (req, res) => {
    const token = isFromHere(req) ? sessionIn(req) : null;
    const session = token === null ? null : await sessions.whose(token);
    if (session) await sessions.end(session.access.name, { id: session.id });
    dropSession(req, res);
    res.json({ outcome: 'done' });
  });
  return router;
}
