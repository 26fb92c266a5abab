import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { RequestHandler, Response } from 'express';
import type { z } from 'zod';
import type { Access } from '../../access/rights.ts';

/** Why something was not done. The list is closed, but for the names that policies and files have of their own. */
export const adminRefusals = {
  /** The body or the query is not what is wanted; `detail` names the field. */
  'bad-body': 400,
  /** Nobody was given this token, or it was ended: ask the authority for another. */
  'unknown-token': 401,
  /** Nobody is signed in here, or was signed in for too long: sign in. */
  'signed-out': 401,
  /** Name, password or one-time code: look at all three. */
  'sign-in-wrong': 401,
  /** Not the code that this authenticator shows now: wait for the next one. */
  'code-wrong': 401,
  /** Ask somebody whose role may do it, or for an outlet of your own. */
  forbidden: 403,
  /** A page of somebody else's asked with this browser's session: nothing to do. */
  'not-from-here': 403,
  'not-found': 404,
  /** Not in the authority's list: import it first. */
  'unknown-outlet': 404,
  'unknown-till': 404,
  /** No outlet of the list is of this county, chain or code: choose one that is. */
  'unknown-scope': 404,
  /** Nobody of this name has a token. */
  'unknown-access': 404,
  'unknown-account': 404,
  'unknown-session': 404,
  /** Used, older than three days, or replaced by another: ask for a new one. */
  'unknown-invitation': 404,
  /** Somebody has this name: choose another, or end theirs first. */
  'name-taken': 409,
  'revoked-already': 409,
  'too-large': 413,
  /** Too many tokens were tried from this address: come back after `Retry-After`. */
  'too-many-attempts': 429,
  /** Too many sign-ins for this name went wrong: come back after `Retry-After`. */
  'account-locked': 429,
  /** The backup could not be made; `detail` says why. */
  'backup-failed': 500,
  /** Too many pages are open at once: come back after `Retry-After`. */
  'too-many-streams': 503,
  /** Something broke at the centre; its log says what. */
  broke: 503,
} as const;
export type AdminRefusal = keyof typeof adminRefusals;

export interface AdminAnswer {
  readonly status: number;
  readonly body: object;
}

/** What is asked, by whom. */
export interface Asked {
  readonly who: Access;
  /** Of a person who signed in; `null` for a token. */
  readonly sessionId: string | null;
  readonly body: unknown;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
}

export const answer = (body: object, status = 200): AdminAnswer => ({ status, body });

export const refuse = (code: AdminRefusal, detail?: string): AdminAnswer => ({
  status: adminRefusals[code],
  body: { code, ...(detail !== undefined && { detail }) },
});

/** Reads the body with a schema first; what does not fit is refused by the name of its first wrong field. */
export const reading =
  <S extends z.ZodType>(
    schema: S,
    carryOut: (wanted: z.output<S>, asked: Asked) => Promise<AdminAnswer>,
  ): ((asked: Asked) => Promise<AdminAnswer>) =>
  async (asked) => {
    const parsed = schema.safeParse(asked.body);
    return parsed.success ? carryOut(parsed.data, asked) : refuse('bad-body', firstFault(parsed.error));
  };

export const firstFault = (error: z.ZodError): string => {
  const [issue] = error.issues;
  return `${issue?.path.join('.') || 'body'}: ${issue?.message}`;
};

/** Who asks stands in `res.locals` once the token or the session was looked at. */
export interface Asker extends Pick<Asked, 'who' | 'sessionId'> {
  /** Whether the token or the session that let them in still does. */
  readonly stands: () => Promise<boolean>;
}
export const askerIn = (res: Response): Asker => res.locals.asker as Asker;
export const rememberAsker = (res: Response, asker: Asker): void => {
  res.locals.asker = asker;
};

export const asHandler =
  (handler: (asked: Asked) => Promise<AdminAnswer>): RequestHandler =>
  async (req, res) => {
    const params = req.params as Readonly<Record<string, string>>;
    const { status, body } = await handler({ ...askerIn(res), body: req.body, params, query: req.query });
    res.status(status);
    const text = JSON.stringify(body);
    if (text.length < worthPacking || !/\bgzip\b/.test(String(req.headers['accept-encoding'] ?? ''))) {
      res.type('json').send(text);
      return;
    }
    // Seven thousand rows are five megabytes; another thread makes a tenth of them.
    const packed = await pack(text, { level: 1 });
    res.type('json').set('content-encoding', 'gzip').send(packed);
  };

const pack = promisify(gzip);
/** Characters. */
const worthPacking = 32_000;
