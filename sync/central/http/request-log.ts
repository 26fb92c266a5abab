import type { IncomingMessage, ServerResponse } from 'node:http';

interface RequestLog {
  info(fields: object, message: string): void;
}

/** They come thousands a second. What everybody may ask fills no log with what it was told is wrong, either. */
const frequent = [
  { paths: /^\/(sync|opendata|health|metrics)\b/, quietBelow: 400 },
  { paths: /^\/(api\/v1\b|assets\b|look-up|$)/, quietBelow: 500 },
] as const;

/**
 * A line for every request but those that went well and come thousands a second: metrics count these. A line has no
 * address, no query and no body, and so nothing of a person's.
 */
export const requestLog =
  (log: RequestLog, elapsed: () => number) =>
  (req: IncomingMessage, res: ServerResponse, next: () => void): void => {
    const begun = elapsed();
    const { method } = req;
    const path = (req.url ?? '').split('?', 1)[0]?.slice(0, 200) ?? '';
    const quietBelow = frequent.find(({ paths }) => paths.test(path))?.quietBelow ?? 0;
    res.once('close', () => {
      const { statusCode: status } = res;
      if (status < quietBelow) return;
      const outcome = res.writableFinished ? { status } : { status, cut: 'by the client' };
      log.info({ method, path, ...outcome, ms: Math.round(elapsed() - begun) }, 'request');
    });
    next();
  };
