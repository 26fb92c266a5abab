import express, { type ErrorRequestHandler, type Request, type Router } from 'express';
import type { TakeBackReply } from '#api';
import { type Operator, storageFault, type Till } from '#services';
import { operatorAt, type Seats } from './seats.ts';

/** Larger than an answer to any file that a till writes. */
const largestAnswer = '8mb';

/** The files that go to the centre and come from it where there is no line, for the manager who is signed in. */
export function carriedPages(till: Till, seats: Seats, onFault: (error: unknown) => void): Router {
  const router = express.Router();
  const person = (req: Request): Operator | null =>
    operatorAt(req.get('authorization')?.replace(/^Bearer /, ''), seats, till.store);

  router.get('/carried', (req, res) => {
    const who = person(req);
    const carried = who ? till.centre.carryOut(who) : 'signed-out';
    if (typeof carried === 'string') {
      res.status(403).json({ code: carried });
      return;
    }
    const name = `carried-${till.outletCode}-${till.store.journal.head().seq}.json`;
    res.set('cache-control', 'no-store').type('json').attachment(name).send(JSON.stringify(carried));
  });

  function takeBack(text: string, who: Operator | null): TakeBackReply {
    try {
      const code = who ? till.centre.takeBack(text, who) : 'signed-out';
      return code === 'done' ? { ok: true } : { ok: false, code };
    } catch (error) {
      onFault(error);
      return { ok: false, code: storageFault(error) ?? 'fault' };
    }
  }

  router.post('/answered', (req, res, next) => {
    // Nobody who is not signed in makes the till take eight megabytes.
    if (person(req)) next();
    else res.status(403).json({ ok: false, code: 'signed-out' } satisfies TakeBackReply);
  });
  router.post('/answered', express.text({ limit: largestAnswer, type: () => true }), (req, res) => {
    const reply = takeBack(typeof req.body === 'string' ? req.body : '', person(req));
    res.status(reply.ok ? 200 : 400).json(reply);
  });
  router.use('/answered', tooLarge);
  return router;
}

/** A body that is larger than any answer, or was cut. Express knows an error's place by its four parameters. */
const tooLarge: ErrorRequestHandler = (error, _req, res, _next) => {
  const { status } = error as { readonly status?: number };
  res.status(status ?? 400).json({ ok: false, code: 'malformed' } satisfies TakeBackReply);
};
