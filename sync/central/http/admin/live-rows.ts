import type { RequestHandler, Response } from 'express';
import type { LiveRows, OutletRow } from '#central-api';
import { maySee } from '../../access/rights.ts';
import type { AdminDesk } from './admin-desk.ts';
import { type Asker, askerIn, refuse } from './asking.ts';

/** Between two words, so that silence means a broken line. */
const quietMs = 10_000;
/** Pages that are open at once. */
const streamsMost = 500;
/** That a page has not read; it is cut off beyond, comes back, and reads everything anew. */
const bytesBehindMost = 4 * 1024 * 1024;

/** Server-sent events for whoever is signed in: `rows` that changed, `anew` for all of them, `quiet` now and then. */
export function liveRows({
  overview,
  sessions,
  after,
}: Pick<AdminDesk, 'overview' | 'sessions'> & {
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
    const send = (event: string, data: object) => {
      res.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
      if (res.writableLength > bytesBehindMost) res.destroy();
    };
    const endWatching = overview.watch((changed) => {
      if (changed === 'anew') return send('anew', {});
      const rows = seenBy(asker, changed.rows);
      const heard = seenBy(asker, changed.heard).map(({ code, heardAt }) => [code, heardAt] as const);
      const news: LiveRows = { ...changed, rows, heard };
      if (rows.length + heard.length > 0) send('rows', news);
    });
    const endQuiet = speakNowAndThen(res, asker, sessions, after, () => send('quiet', {}));
    res.once('close', () => {
      open--;
      endWatching();
      endQuiet();
    });
    send('quiet', {});
  };
}

const seenBy = ({ who }: Asker, rows: readonly OutletRow[]) =>
  rows.filter(({ code, county, chain }) => maySee(who, { outlet: code, county, chain }));

/** And looks whether the session that the stream was opened in still stands. */
function speakNowAndThen(
  res: Response,
  { who, sessionId }: Asker,
  sessions: AdminDesk['sessions'],
  after: (ms: number, run: () => void) => () => void,
  speak: () => void,
): () => void {
  let cancel = (): void => {};
  const stands = async (): Promise<boolean> =>
    sessionId === null || (await sessions.of(who.name)).some(({ id }) => id === sessionId);
  const plan = () => {
    cancel = after(quietMs, () => {
      stands().then(
        (still) => {
          if (res.destroyed) return;
          if (!still) return void res.end();
          speak();
          plan();
        },
        () => void res.destroy(),
      );
    });
  };
  plan();
  return () => cancel();
}
