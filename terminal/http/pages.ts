import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, type Router } from 'express';
import type { Till } from '#services';
import type { Guard } from './guard.ts';
import { health } from './health.ts';

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Turns away requests that are not for this till and sets the headers that keep the pages to themselves. */
export const protect =
  (guard: Guard): RequestHandler =>
  (req, res, next) => {
    res.set({
      'content-security-policy': contentSecurityPolicy,
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    if (guard.admits(req.headers)) next();
    else res.status(403).json({ code: 'not-for-others' });
  };

/** @param screens the folder with the built pages */
export function pages(till: Till, guard: Guard, screens: string): Router {
  const router = express.Router();

  router.get('/health', (_req, res) => {
    res.set('cache-control', 'no-store').json(health(till));
  });

  for (const [path, file] of [
    ['/', 'index.html'],
    ['/display', 'display.html'],
  ] as const) {
    const html = readFileSync(join(screens, file), 'utf8').replace('%TILL_TOKEN%', guard.token);
    router.get(path, (_req, res) => {
      res.set('cache-control', 'no-store').type('html').send(html);
    });
  }

  router.get('/virtual/slips/:number.png', async (req, res) => {
    const allowed = guard.knowsToken(req.get('authorization')?.replace(/^Bearer /, ''));
    const picture = allowed ? await till.virtual?.printer?.picture(Number(req.params.number)) : null;
    if (picture) res.set('cache-control', 'no-store').type('png').send(picture);
    else res.status(allowed ? 404 : 403).end();
  });

  router.use(
    '/assets',
    express.static(join(screens, 'assets'), { immutable: true, maxAge: '1y', index: false }),
  );
  router.use((_req, res) => {
    res.status(404).json({ code: 'unknown' });
  });
  return router;
}
