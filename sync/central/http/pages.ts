import express, { type RequestHandler, type Router } from 'express';
import type { PageFile, PageFiles } from './page-files.ts';
import { plainAdminPage, plainPublicPage } from './plain-pages.ts';
import { sendReady } from './public-answer.ts';
import { securityPolicy } from './public-page.ts';

export interface PageRoutesDeps {
  /** `null`: nothing is built. */
  readonly files: PageFiles | null;
  /** The public page; `null`: it is not built. */
  readonly lookUp: RequestHandler | null;
  /** How often one address may ask for the public page, which costs more than a file; `null`: as often as it likes. */
  readonly limit: RequestHandler | null;
}

/** What people see: the public page, the administration, and what both fetch. Plain pages stand where none are built. */
export function pageRoutes({ files, lookUp, limit }: PageRoutesDeps): Router {
  const router = express.Router();
  if (limit) router.get('/', limit);
  router.get('/', lookUp ?? sendPlain(plainPublicPage));
  const admin = files?.page('admin.html');
  router.get('/admin', typeof admin === 'string' ? sendAdmin(admin) : sendPlain(plainAdminPage));
  router.use((req, res, next) => {
    const file = req.method === 'GET' || req.method === 'HEAD' ? files?.file(req.path) : null;
    if (file) sendFile(file)(req, res, next);
    else next();
  });
  return router;
}

const sendFile =
  ({ ready, stays, type }: PageFile): RequestHandler =>
  async (req, res) => {
    sendReady(req, res, await ready(), {
      'content-type': type,
      'cache-control': stays === 'for-ever' ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
  };

const sendAdmin =
  (html: string): RequestHandler =>
  (_req, res) => {
    res.set({
      'content-security-policy': securityPolicy(null),
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    res.type('html').send(html);
  };

const sendPlain =
  (html: string): RequestHandler =>
  (_req, res) => {
    res.set('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'");
    res.type('html').send(html);
  };
