import type { RequestHandler } from 'express';

interface RequestLog {
  info(fields: object, message: string): void;
}

/**
 * A line for every request but those that went well and come thousands a second: metrics count these. A line has no
 * address, no query and no body, and so nothing of a person's.
 */
export const requestLog =
  (log: RequestLog, elapsed: () => number): RequestHandler =>
  (req, res, next) => {
    const begun = elapsed();
    const { method } = req;
    const path = req.originalUrl.split('?', 1)[0]?.slice(0, 200) ?? '';
    const isFrequent = /^\/(sync|opendata|health|metrics)\b/.test(path);
    res.once('close', () => {
      const { statusCode: status } = res;
      if (isFrequent && status < 400) return;
      const outcome = res.writableFinished ? { status } : { status, cut: 'by the client' };
      log.info({ method, path, ...outcome, ms: Math.round(elapsed() - begun) }, 'request');
    });
    next();
  };
