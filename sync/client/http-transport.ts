import { type Dispatcher, Pool } from 'undici';
import { NoLine, type Transport, type TransportAnswer } from './transport.ts';

/** Nobody sends a till away for longer, whatever stands in a header. */
const retryMostMs = 3_600_000;
/** More than the largest pull; a stranger that answers without end is cut there. */
const answerMostBytes = 16 * 1024 * 1024;
/** A push or a pull, and the questions of the counter beside it. */
const connections = 4;

/**
 * Keeps its connections open between exchanges.
 * @param localAddress of this machine, from which they go out; by default the system chooses
 */
export function createHttpTransport(centre: URL, localAddress?: string): Transport {
  const pool = new Pool(centre.origin, {
    connections,
    // Each exchange has a bound of its own.
    ...{ headersTimeout: 0, bodyTimeout: 0 },
    ...(localAddress && { localAddress }),
  });

  return {
    ask: ({ path, headers, body }, timeoutMs) =>
      new Promise((resolve, reject) => {
        const answer = readAnswer(timeoutMs, resolve, reject);
        pool.dispatch(
          {
            ...{ path, method: 'POST', body },
            headers: { ...headers, 'content-type': 'application/octet-stream' },
          },
          answer,
        );
      }),
    close: () => void pool.destroy(),
  };
}

/** By its parts: an iterator and a signal for each exchange cost thousands of tills in one program as much as the rest. */
function readAnswer(
  timeoutMs: number,
  resolve: (answer: TransportAnswer) => void,
  reject: (why: NoLine) => void,
): Dispatcher.DispatchHandler {
  const parts: Buffer[] = [];
  let bytes = 0;
  let status = 0;
  let retryAfter: number | null = null;
  let exchange: Dispatcher.DispatchController | null = null;
  let late: NoLine | null = null;
  const timer = setTimeout(() => {
    late = new NoLine(`no answer within ${timeoutMs} ms`);
    exchange?.abort(late);
    reject(late);
  }, timeoutMs);

  return {
    onRequestStart(controller) {
      exchange = controller;
      // It waited for a connection until it was too late.
      if (late) controller.abort(late);
    },
    onResponseStart(_, statusCode, headers) {
      status = statusCode;
      retryAfter = retryAfterMs(headers);
    },
    onResponseData(controller, part) {
      bytes += part.length;
      if (bytes > answerMostBytes) controller.abort(new NoLine('the answer has no end'));
      else parts.push(part);
    },
    onResponseEnd() {
      clearTimeout(timer);
      const body = parseJson(Buffer.concat(parts).toString('utf8'));
      resolve({ status, body, retryAfterMs: retryAfter });
    },
    onResponseError(_, error) {
      clearTimeout(timer);
      reject(error instanceof NoLine ? error : new NoLine(reasonOf(error), { cause: error }));
    },
  };
}

/** A proxy says so in HTML that it is busy, and its status and `Retry-After` count all the same. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Seconds, or an HTTP date: that one by the clock of whoever answered, since this till's may be wrong. */
function retryAfterMs({ 'retry-after': after, date }: Headers): number | null {
  if (typeof after !== 'string') return null;
  const ms = /^\d+$/.test(after) ? Number(after) * 1000 : Date.parse(after) - Date.parse(String(date));
  return Number.isNaN(ms) ? null : Math.min(Math.max(0, ms), retryMostMs);
}

/** The system's code, such as `ECONNREFUSED`; of Undici's own errors the words say more. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, message } = error as NodeJS.ErrnoException;
  return code === undefined || code.startsWith('UND_') ? message : code;
}
