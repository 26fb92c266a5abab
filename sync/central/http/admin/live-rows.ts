import type { RequestHandler, Response } from 'express';
import type { LiveRows, OutletRow } from '#central-api';
import type { Clock } from '#rules';
import { maySee } from '../../access/rights.ts';
import type { AdminDesk } from './admin-desk.ts';
import { type Asker, askerIn, refuse } from './asking.ts';

/** Between two words, so that silence means a broken line. */
const quietMs = 10_000;
/** Pages that are open at once. */
const streamsMost = 500;
/** That a page has not read; it is cut off beyond, comes back, and reads everything anew. */
const bytesBehindMost = 4 * 1024 * 1024;

/** An ended session or token is noticed after so long at most, once there is something to say. */
const trustedMs = 2_000;

/** Server-sent events for whoever is signed in: `rows` that changed, `anew` for all of them, `quiet` now and then. */
export function liveRows({
  overview,
  clock,
  after,
}: Pick<AdminDesk, 'overview' | 'clock'> & {
  readonly after: (ms: number, run: () => void) => () => void;
}): RequestHandler {
  let open = 0;
  return (_req, res) => {
    const asker = askerIn(res);
    if (open >= streamsMost) {
      const { status, body } = refuse('too-many-streams');
      res.status(status).set('retry-after', '30').json(body);
      return;
    }
    open++;
    res.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    const send = speaker(res, asker, clock);
    const endWatching = overview.watch((changed) => {
      if (changed === 'anew') return send('anew', {});
      const rows = seenBy(asker, changed.rows);
      const heard = seenBy(asker, changed.heard).map(({ code, heardAt }) => [code, heardAt] as const);
      const news: LiveRows = { ...changed, rows, heard };
      if (rows.length + heard.length > 0) send('rows', news);
    });
    let endQuiet = (): void => {};
    const speakNowAndThen = () => {
      endQuiet = after(quietMs, () => {
        send('quiet', {});
        speakNowAndThen();
      });
    };
    res.once('close', () => {
      open--;
      endWatching();
      endQuiet();
    });
    send('quiet', {});
    speakNowAndThen();
  };
}

const seenBy = ({ who }: Asker, rows: readonly OutletRow[]) =>
  rows.filter(({ code, county, chain }) => maySee(who, { outlet: code, county, chain }));

/** Says one thing after another, as long as the asker may hear it; ends the stream when they may not any more. */
function speaker(res: Response, { stands }: Asker, clock: Pick<Clock, 'now'>) {
  let trustedAt: number = clock.now();
  let working: Promise<void> = Promise.resolve();
  async function say(event: string, data: object): Promise<void> {
    if (res.writableEnded || res.destroyed) return;
    if (clock.now() - trustedAt >= trustedMs) {
      if (!(await stands())) return void res.end();
      trustedAt = clock.now();
    }
    res.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    if (res.writableLength > bytesBehindMost) res.destroy();
  }
  return (event: string, data: object): void => {
    // A database that cannot be asked knows nobody: the page comes back.
    working = working.then(() => say(event, data)).catch(() => void res.destroy());
  };
}
