import express, { type RequestHandler, type Router } from 'express';
import type { Publication, Published } from '../opendata/publication.ts';

/** The two public files. They are always ready in memory; a request costs no database and no compression. */
export function openDataRoutes(publication: Pick<Publication, 'latest'>): Router {
  const router = express.Router();
  router.get(
    '/maskdata.csv',
    send('text/csv; charset=utf-8', () => publication.latest()?.maskdata),
  );
  router.get(
    '/points.json',
    send('application/geo+json; charset=utf-8', () => publication.latest()?.points),
  );
  return router;
}

const send =
  (type: string, published: () => Published | undefined): RequestHandler =>
  (req, res) => {
    const file = published();
    if (!file) {
      res.set('retry-after', '1').sendStatus(503);
      return;
    }
    const { bytes, gzip, etag, at } = file;
    res.set({
      etag,
      'last-modified': new Date(at).toUTCString(),
      // A cache on the way may hold it for as long as the figures may be behind anyway.
      'cache-control': 'public, max-age=2, stale-while-revalidate=3',
      'access-control-allow-origin': '*',
      vary: 'accept-encoding',
    });
    if (req.headers['if-none-match']?.split(/, */).some((known) => known.replace(/^W\//, '') === etag)) {
      res.status(304).end();
      return;
    }
    const compressed = /\bgzip\b/.test(String(req.headers['accept-encoding'] ?? ''));
    const body = compressed ? gzip : bytes;
    if (compressed) res.set('content-encoding', 'gzip');
    res.set({ 'content-type': type, 'content-length': String(body.length) });
    // Express would compute another ETag over the body; this one is known.
    if (req.method === 'HEAD') res.end();
    else res.end(body);
  };
