import type { CookieOptions, Request, Response } from 'express';
import { sessionMs } from '../../accounts/sessions.ts';

const name = 'centre-session';

/** The session that a browser sends along; `null` for none. */
export function sessionIn(req: Asking): string | null {
  const cookies = (req.headers.cookie ?? '').split(/; */);
  const found = cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1);
  return found && /^[A-Za-z0-9_-]{43}$/.test(found) ? found : null;
}

/** No script reads it, no other site's page sends it, and it goes to `/admin` alone. */
export function keepSession(req: Asking, res: Response, token: string): void {
  res.cookie(name, token, { ...cookieFor(req), maxAge: sessionMs });
}

export const dropSession = (req: Asking, res: Response): void => {
  res.clearCookie(name, cookieFor(req));
};

type Asking = Pick<Request, 'headers'>;

/** The browser's own word on its line: TLS may end at a proxy that this centre knows nothing of. */
const cookieFor = ({ headers }: Asking): CookieOptions => ({
  ...{ httpOnly: true, sameSite: 'strict' as const, path: '/admin' },
  secure: headers.origin?.startsWith('https:') ?? false,
});
