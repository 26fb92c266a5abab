import express, { type Router } from 'express';
import type { Metrics } from '../operations/metrics.ts';

/** Figures of the whole, and nothing of a person or a single till. */
export function metricsRoute(metrics: Metrics): Router {
  const router = express.Router();
  router.get('/', async (_req, res) => {
    const text = await metrics.text();
    res.set({ 'content-type': metrics.contentType, 'cache-control': 'no-store' }).end(text);
  });
  return router;
}
