import type { RequestHandler, Response } from 'express';
import { z } from 'zod';
import { outletCodeSchema } from '#rules';
import type { Access } from '../../access/rights.ts';

/** Why something was not done. The list is closed, but for the names that policies and files have of their own. */
export const adminRefusals = {
  /** The body or the query is not what is wanted; `detail` names the field. */
  'bad-body': 400,
  /** Nobody was given this token, or it was ended: ask the authority for another. */
  'unknown-token': 401,
  /** Ask somebody whose role may do it, or for an outlet of your own. */
  forbidden: 403,
  'not-found': 404,
  /** Not in the authority's list: import it first. */
  'unknown-outlet': 404,
  'unknown-till': 404,
  /** Nobody of this name has a token. */
  'unknown-access': 404,
  /** Somebody has this name: choose another, or end theirs first. */
  'name-taken': 409,
  'revoked-already': 409,
  'too-large': 413,
  /** Too many tokens were tried from this address: come back after `Retry-After`. */
  'too-many-attempts': 429,
  /** The backup could not be made; `detail` says why. */
  'backup-failed': 500,
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

/** Who asks stands in `res.locals` once the token was looked at. */
const whoIn = (res: Response): Access => res.locals.access as Access;
export const rememberWho = (res: Response, who: Access): void => {
  res.locals.access = who;
};

export const asHandler =
  (handler: (asked: Asked) => Promise<AdminAnswer>): RequestHandler =>
  async (req, res) => {
    const who = whoIn(res);
    const params = req.params as Readonly<Record<string, string>>;
    const { status, body } = await handler({ who, body: req.body, params, query: req.query });
    res.status(status).json(body);
  };

/** `?outlet=`, where it is given. */
export const outletQuerySchema = z.object({ outlet: outletCodeSchema.optional() });
