import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ChangesAnswer } from '#central-api';
import type { PublicStock } from '../public/public-stock.ts';
import { sendFault } from './public-answer.ts';

/** Server-sent events: what changes, to whoever listens. */
export interface EventStreams {
  answer(req: IncomingMessage, res: ServerResponse): void;
  /** Sends what changes, and now and then that nothing did. @returns what ends it */
  keepUp(): () => void;
  readonly open: number;
}

export interface EventStreamsDeps {
  readonly stock: Pick<PublicStock, 'subscribe' | 'changesSince' | 'cursor'>;
  readonly after: (ms: number, run: () => void) => () => void;
  readonly bounds?: StreamBounds;
}

export interface StreamBounds {
  /** Open at once. */
  readonly streams: number;
  /** That a reader has not read yet when more is to be said: it is cut off, and comes back with its last cursor. */
  readonly bytesBehind: number;
}

const usualBounds: StreamBounds = { streams: 2_000, bytesBehind: 64 * 1024 };

/** The contract says at least every 15 s. */
const quietMs = 10_000;
const comeBackMs = 3_000;

export function createEventStreams({ stock, after, bounds = usualBounds }: EventStreamsDeps): EventStreams {
  const streams = new Set<ServerResponse>();

  function send(res: ServerResponse, frame: string): void {
    if (res.writableLength > bounds.bytesBehind) res.destroy();
    else res.write(frame);
  }
  function sendAll(frame: string): void {
    for (const res of streams) send(res, frame);
  }
  const quiet = (): string => `event: quiet\ndata: ${JSON.stringify(stock.cursor())}\n\n`;

  return {
    answer(req, res) {
      const last = req.headers['last-event-id'];
      const cursor = typeof last === 'string' && /^\d{1,15}$/.test(last) ? Number(last) : null;
      if (last !== undefined && cursor === null)
        return sendFault(res, 'bad-request', { detail: 'last-event-id: no cursor' });
      if (streams.size >= bounds.streams) return sendFault(res, 'busy', { headers: { 'retry-after': '30' } });
      res.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store, no-transform',
        // Proxies of the nginx kind gather otherwise.
        'x-accel-buffering': 'no',
      });
      if (req.method === 'HEAD') return void res.end();
      res.once('close', () => streams.delete(res));
      streams.add(res);
      send(
        res,
        `retry: ${comeBackMs}\n\n${cursor === null ? quiet() : changesFrame(stock.changesSince(cursor))}`,
      );
    },
    keepUp() {
      const end = stock.subscribe((changes) => {
        if (streams.size > 0) sendAll(changesFrame(changes));
      });
      let cancel = (): void => {};
      const plan = () => {
        cancel = after(quietMs, () => {
          if (streams.size > 0) sendAll(quiet());
          plan();
        });
      };
      plan();
      return () => {
        end();
        cancel();
        for (const res of streams) res.destroy();
      };
    },
    get open() {
      return streams.size;
    },
  };
}

const changesFrame = (changes: ChangesAnswer): string =>
  `event: changes\nid: ${changes.cursor}\ndata: ${JSON.stringify(changes)}\n\n`;
