import express, { type Router } from 'express';
import type { Clock } from '#rules';
import type { Metrics } from '../operations/metrics.ts';
import { keptFigures } from './kept-figures.ts';

/** Figures of the whole, and nothing of a person or a single till. */
export function metricsRoute(
  metrics: Pick<Metrics, 'text' | 'contentType'>,
  clock: Pick<Clock, 'now'>,
): Router {
  const text = keptFigures(metrics.text, clock);
  const router = express.Router();
  router.get('/', async (_req, res) => {
    res.set({ 'content-type': metrics.contentType, 'cache-control': 'no-store' }).end(await text());
  });
  return router;
}
