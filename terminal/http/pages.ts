import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, type Router } from 'express';
import type { Till } from '#services';
import type { Guard } from './guard.ts';
import { health } from './health.ts';

export const contentSecurityPolicy = [
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

/** A built page with its blanks filled in: `%TILL_TOKEN%`. */
export function sendPage(file: string, blanks: Readonly<Record<string, () => string>>): RequestHandler {
  const html = readFileSync(file, 'utf8');
  return (_req, res) => {
    const page = html.replace(/%([A-Z_]+)%/g, (blank, name: string) => blanks[name]?.() ?? blank);
    res.set('cache-control', 'no-store').type('html').send(page);
  };
}

export const assets = (screens: string): RequestHandler =>
  express.static(join(screens, 'assets'), { immutable: true, maxAge: '1y', index: false });

const escaped = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** @param screens the folder with the built pages */
export function pages(till: Till, guard: Guard, screens: string): Router {
  const router = express.Router();

  router.get('/health', (_req, res) => {
    res.set('cache-control', 'no-store').json(health(till));
  });

  for (const [path, file] of [
    ['/', 'index.html'],
    ['/display', 'display.html'],
    ['/stock', 'stock.html'],
  ] as const) {
    router.get(path, sendPage(join(screens, file), { TILL_TOKEN: () => guard.token }));
  }
  const outlet = () => escaped(`${till.shop.outlet().name} ${till.outletCode}`);
  router.get('/paper-form', sendPage(join(screens, 'paper-form.html'), { OUTLET: outlet }));

  router.get('/virtual/slips/:number.png', async (req, res) => {
    const allowed = guard.knowsToken(req.get('authorization')?.replace(/^Bearer /, ''));
    const picture = allowed ? await till.virtual?.printer?.picture(Number(req.params.number)) : null;
    if (picture) res.set('cache-control', 'no-store').type('png').send(picture);
    else res.status(allowed ? 404 : 403).end();
  });

  router.use('/assets', assets(screens));
  router.use((_req, res) => {
    res.status(404).json({ code: 'unknown' });
  });
  return router;
}
