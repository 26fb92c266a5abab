import type { Request, RequestHandler, Response } from 'express';
import { tokenHash } from '../../access/access-desk.ts';
import type { AddressOf } from '../../access/asker-address.ts';
import type { AttemptLimit } from '../../access/attempt-limit.ts';
import type { Access } from '../../access/rights.ts';
import type { AdminDesk } from './admin-desk.ts';
import { type AdminRefusal, type Asker, refuse, rememberAsker } from './asking.ts';
import { sessionIn } from './session-cookie.ts';

/** Who sits before a demonstration. It answers on loopback alone. */
const demonstrator: Access = { name: 'demo', role: 'authority', scope: '' };

type Desk = Pick<AdminDesk, 'access' | 'sessions' | 'purpose'>;

export interface WhoAsksDeps {
  readonly desk: Desk;
  readonly attempts: AttemptLimit;
  readonly addressOf: AddressOf;
}

/** Lets through who has a token or is signed in. */
export function demandAsker({ desk, attempts, addressOf }: WhoAsksDeps): RequestHandler {
  const tokens = createTokenCheck(desk, attempts);
  return async (req, res, next) => {
    const authorization = req.headers.authorization;
    const found =
      authorization === undefined
        ? await whoIsSignedIn(desk, req)
        : await tokens.whose(authorization, addressOf(req));
    if ('asker' in found) {
      rememberAsker(res, found.asker);
      next();
    } else sendRefusal(res, found);
  };
}

export interface NotLetIn {
  readonly refusal: AdminRefusal;
  /** Seconds. */
  readonly retryAfter: number | null;
}

export function sendRefusal(res: Response, { refusal, retryAfter }: NotLetIn): void {
  const { status, body } = refuse(refusal);
  if (refusal === 'unknown-token' || refusal === 'too-many-attempts') {
    res.set('www-authenticate', 'Bearer').set('connection', 'close');
  }
  if (retryAfter !== null) res.set('retry-after', String(retryAfter));
  res.status(status).json(body);
}

async function whoIsSignedIn(
  { sessions, purpose }: Desk,
  req: Request,
): Promise<{ readonly asker: Asker } | NotLetIn> {
  if (!isFromHere(req)) return { refusal: 'not-from-here', retryAfter: null };
  const token = sessionIn(req);
  const session = token === null ? null : await sessions.whose(token);
  if (session) {
    const { access: who, id } = session;
    // Looking does not count as using it.
    const stands = async () => (await sessions.of(who.name)).some((one) => one.id === id);
    return { asker: { who, sessionId: id, stands } };
  }
  if (purpose === 'demo' && isAtThisMachine(req)) {
    return { asker: { who: demonstrator, sessionId: null, stands: async () => true } };
  }
  return { refusal: 'signed-out', retryAfter: null };
}

/** A browser says whose page asks; the cookie's own rule is the first guard, and this is the second. */
export const isFromHere = ({ headers }: Pick<Request, 'headers'>): boolean =>
  ['same-origin', 'none', undefined].includes(headers['sec-fetch-site'] as string | undefined);

/** By name too: a page elsewhere may have its own name resolve to this machine. */
const isAtThisMachine = ({ headers, socket }: Request): boolean =>
  /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(headers.host ?? '') &&
  /^(127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? '');

/** Tokens that were good before are looked at even while somebody behind the same address tries others. */
function createTokenCheck({ access }: Desk, attempts: AttemptLimit) {
  const good = new Set<string>();
  return {
    async whose(
      authorization: string,
      address: string | null,
    ): Promise<{ readonly asker: Asker } | NotLetIn> {
      const token = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(authorization)?.[1];
      const hash = token === undefined ? null : tokenHash(token);
      const isTrying = hash === null || !good.has(hash);
      const who =
        token === undefined || (isTrying && attempts.wait(address) !== null)
          ? null
          : await access.whose(token);
      if (who && token !== undefined && hash !== null) {
        good.add(hash);
        const stands = async () => (await access.whose(token)) !== null;
        return { asker: { who, sessionId: null, stands } };
      }
      if (hash !== null) good.delete(hash);
      const seconds = attempts.failed(address);
      return { refusal: seconds === null ? 'unknown-token' : 'too-many-attempts', retryAfter: seconds };
    },
  };
}
