import express, { type Router } from 'express';
import type { Clock } from '#rules';
import type { CentralDatabase } from '../database/database.ts';
import type { Publication } from '../opendata/publication.ts';
import { keptFigures } from './kept-figures.ts';

/** `/health`: 200 while the database answers, or did within the last second, 503 otherwise. */
export function healthRoute(
  database: Pick<CentralDatabase, 'reading' | 'kind'>,
  publication: Pick<Publication, 'latest'>,
  clock: Pick<Clock, 'now'>,
): Router {
  const count = keptFigures(
    () => database.reading.get<{ n: number }>('SELECT count(*) AS n FROM batches WHERE sales IS NOT NULL'),
    clock,
  );
  const router = express.Router();
  router.get('/', async (_req, res) => {
    const waiting = await count().catch(() => null);
    const at = publication.latest()?.maskdata.at ?? null;
    res
      .set('cache-control', 'no-store')
      .status(waiting ? 200 : 503)
      .json({
        database: waiting ? 'answers' : 'does-not-answer',
        store: database.kind,
        unsettledBatches: waiting?.n ?? null,
        publicationAgeSeconds: at === null ? null : Math.floor((clock.now() - at) / 1000),
        now: clock.now(),
      });
  });
  return router;
}
