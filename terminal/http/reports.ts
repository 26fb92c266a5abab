import { once } from 'node:events';
import express, { type Response, type Router } from 'express';
import { businessDaySchema } from '#rules';
import { daysReport, salesReport, type Till } from '#services';
import { operatorAt, type Seats } from './seats.ts';

const reports = { 'days.csv': daysReport, 'sales.csv': salesReport } as const;

/** Tables for a spreadsheet, for whoever is signed in: `GET /reports/days.csv?from=2020-03-01&until=2020-03-31`. */
export function reportPages(till: Till, seats: Seats): Router {
  const router = express.Router();
  for (const [name, report] of Object.entries(reports)) {
    router.get(`/reports/${name}`, async (req, res) => {
      const seat = req.get('authorization')?.replace(/^Bearer /, '');
      if (operatorAt(seat, seats, till.store) === null) {
        res.status(403).json({ code: 'signed-out' });
        return;
      }
      const from = businessDaySchema.safeParse(req.query.from);
      const until = businessDaySchema.safeParse(req.query.until);
      if (!from.success || !until.success) {
        res.status(400).json({ code: 'malformed' });
        return;
      }
      res.set('cache-control', 'no-store').type('text/csv').attachment(name);
      await stream(report(till, from.data, until.data), res);
    });
  }
  return router;
}

/** As fast as the reader takes it, so that a year of sales does not stand in memory. */
async function stream(lines: Iterable<string>, res: Response): Promise<void> {
  for (const line of lines) {
    if (res.destroyed) return;
    if (!res.write(line)) await once(res, 'drain');
  }
  res.end();
}
