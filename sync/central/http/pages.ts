import express, { type RequestHandler, type Router } from 'express';
import type { PageFile, PageFiles } from './page-files.ts';
import { plainAdminPage, plainPublicPage } from './plain-pages.ts';
import { sendFault, sendReady } from './public-answer.ts';
import { securityPolicy } from './public-page.ts';
import type { RequestLimit } from './rate-limit.ts';

export interface PageRoutesDeps {
  /** `null`: nothing is built. */
  readonly files: PageFiles | null;
  /** The public page; `null`: it is not built. */
  readonly lookUp: RequestHandler | null;
  /** Of the public page, which costs more than a file. */
  readonly limit: RequestLimit;
}

/** What people see: the public page, the administration, and what both fetch. Plain pages stand where none are built. */
export function pageRoutes({ files, lookUp, limit }: PageRoutesDeps): Router {
  const router = express.Router();
  router.get('/', limited(limit), lookUp ?? sendPlain(plainPublicPage));
  const admin = files?.page('admin.html');
  router.get('/admin', typeof admin === 'string' ? sendAdmin(admin) : sendPlain(plainAdminPage));
  router.use((req, res, next) => {
    const file = req.method === 'GET' || req.method === 'HEAD' ? files?.file(req.path) : null;
    if (file) sendFile(file)(req, res, next);
    else next();
  });
  return router;
}

const limited =
  (limit: RequestLimit): RequestHandler =>
  (req, res, next) => {
    const asking = limit(req);
    if (asking) res.set(asking.headers);
    if (asking?.allowed === 'no') sendFault(res, 'too-many-requests');
    else next();
  };

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
