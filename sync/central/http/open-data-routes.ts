import express, { type RequestHandler, type Router } from 'express';
import type { Publication, Published } from '../opendata/publication.ts';
import { figuresCaching, forEverybody, sendReady } from './public-answer.ts';

/** The two public files. They are always ready in memory; a request costs no database and no compression. */
export function openDataRoutes(publication: Pick<Publication, 'latest'>): Router {
  const router = express.Router();
  router.use(forEverybody);
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
    sendReady(req, res, file, {
      'content-type': type,
      'last-modified': new Date(file.at).toUTCString(),
      'cache-control': figuresCaching,
    });
  };
