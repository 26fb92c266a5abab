import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Keeps every page and program that is not ours away from the till. */
export interface Guard {
  /** Whether a request names this server and, if a page sent it, comes from one of our pages. */
  admits(headers: IncomingHttpHeaders): boolean;
  /** Made anew at every start; only our own pages are given it. */
  readonly token: string;
  knowsToken(token: unknown): boolean;
}

/**
 * @param authority what may stand in the Host header, such as `127.0.0.1:8020`. A name that merely resolves to this
 * machine is refused, which is what defeats DNS rebinding.
 */
export function createGuard(authorities: () => readonly string[]): Guard {
  const token = randomBytes(24).toString('base64url');
  return {
    token,
    admits({ host, origin }) {
      const known = authorities();
      if (host === undefined || !known.includes(host)) return false;
      return origin === undefined || known.some((authority) => origin === `http://${authority}`);
    },
    knowsToken(offered) {
      if (typeof offered !== 'string') return false;
      const [a, b] = [Buffer.from(offered), Buffer.from(token)];
      return a.length === b.length && timingSafeEqual(a, b);
    },
  };
}

/** The names under which a server on this host and port may be addressed. */
export function authoritiesOf(host: string, port: number): readonly string[] {
  const names = new Set(['127.0.0.1', 'localhost', '[::1]', host.includes(':') ? `[${host}]` : host]);
  return [...names].map((name) => `${name}:${port}`);
}
