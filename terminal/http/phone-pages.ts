import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type ErrorRequestHandler, type Express, type Request } from 'express';
import { type PhonePairingReply, phonePairingSchema } from '#api';
import { browserName, type Till } from '#services';
import type { Guard } from './guard.ts';
import { contentSecurityPolicy, sendPage } from './pages.ts';

export interface PhonePagesDeps {
  readonly till: Till;
  /** The folder with the built pages. */
  readonly screens: string;
  readonly guard: Guard;
  readonly onFault: (error: unknown) => void;
}

/** No opener policy as on the other pages: a browser ignores it where a page comes by plain HTTP, and complains. */
const headers = {
  'content-security-policy': contentSecurityPolicy,
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** The page, what it is made of, and the exchange of a secret for a token. Everything else is unknown here. */
export function phonePages({ till, screens, guard, onFault }: PhonePagesDeps): Express {
  const app = express().disable('x-powered-by');
  app.use((req, res, next) => {
    res.set(headers);
    if (guard.admits(req.headers)) next();
    else res.status(403).json({ code: 'not-for-others' });
  });
  app.get('/phone', sendPage(join(screens, 'phone.html'), {}));
  app.get('/assets/:name', (req, res, next) => {
    if (!assetsOf(screens).has(req.params.name)) return next();
    res.set('cache-control', 'public, max-age=31536000, immutable');
    res.sendFile(req.params.name, { root: join(screens, 'assets') });
  });
  app.post('/phone/pair', express.json({ limit: 1024 }), (req, res) => {
    const reply = pair(till, req.body, req, onFault);
    res.status(statusOf(reply)).set('cache-control', 'no-store').json(reply);
  });
  app.use((_req, res) => {
    res.status(404).json({ code: 'unknown' });
  });
  const unreadable: ErrorRequestHandler = (_error, _req, res, _next) => {
    res.status(400).json({ ok: false, code: 'malformed' } satisfies PhonePairingReply);
  };
  return app.use(unreadable);
}

function pair(
  { phones }: Till,
  body: unknown,
  req: Request,
  onFault: (error: unknown) => void,
): PhonePairingReply {
  const asked = phonePairingSchema.safeParse(body);
  if (!asked.success) return { ok: false, code: 'malformed' };
  const from = req.socket.remoteAddress ?? '';
  try {
    const paired = phones.pair(asked.data.secret, browserName(req.get('user-agent') ?? ''), from);
    return paired.outcome === 'paired'
      ? { ok: true, token: paired.token }
      : { ok: false, code: paired.outcome };
  } catch (error) {
    onFault(error);
    return { ok: false, code: 'fault' };
  }
}

const statuses = { wrong: 403, 'too-many': 429, malformed: 400, fault: 500 } as const;
const statusOf = (reply: PhonePairingReply): number => (reply.ok ? 200 : statuses[reply.code]);

interface Built {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
  readonly assets?: readonly string[];
}

/** The files that the phone's page is made of, as the build wrote them down; of the other pages it gives none. */
function assetsOf(screens: string): ReadonlySet<string> {
  const manifest: Readonly<Record<string, Built>> = JSON.parse(
    readFileSync(join(screens, '.vite/manifest.json'), 'utf8'),
  );
  const found = new Set<string>();
  const add = (entry: string) => {
    const built = manifest[entry];
    if (!built || found.has(built.file)) return;
    for (const file of [built.file, ...(built.css ?? []), ...(built.assets ?? [])]) found.add(file);
    for (const other of built.imports ?? []) add(other);
  };
  add('phone.html');
  return new Set([...found].map((file) => file.replace(/^assets\//, '')));
}
