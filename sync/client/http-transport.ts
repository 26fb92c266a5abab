import * as http from 'node:http';
import * as https from 'node:https';
import { NoLine, type Transport, type TransportAnswer } from './transport.ts';

/** Nobody sends a till away for longer, whatever stands in a header. */
const retryMostMs = 3_600_000;
/** More than the largest pull; a stranger that answers without end is cut there. */
const answerMostBytes = 16 * 1024 * 1024;

/**
 * Keeps its connections open between exchanges.
 * @param localAddress of this machine, from which they go out; by default the system chooses
 */
export function createHttpTransport(centre: URL, localAddress?: string): Transport {
  const { Agent, request } = centre.protocol === 'https:' ? https : http;
  const agent = new Agent({ keepAlive: true, maxSockets: 4, ...(localAddress && { localAddress }) });
  const { protocol, hostname, port } = centre;
  const to = { ...{ protocol, port, agent, method: 'POST' }, hostname: hostname.replace(/^\[|\]$/g, '') };

  return {
    ask: ({ path, headers, body }, timeoutMs) =>
      new Promise((resolve, reject) => {
        const fail = (error: unknown) => {
          clearTimeout(timer);
          reject(error instanceof NoLine ? error : new NoLine(reasonOf(error), { cause: error }));
        };
        const asking = request({
          ...{ ...to, path },
          headers: { ...headers, 'content-type': 'application/octet-stream', 'content-length': body.length },
        });
        const timer = setTimeout(() => {
          asking.destroy(new NoLine(`no answer within ${timeoutMs} ms`));
        }, timeoutMs);
        asking.on('error', fail);
        asking.on('response', (answer) => {
          read(answer, fail, (said) => {
            clearTimeout(timer);
            resolve(said);
          });
        });
        asking.end(body);
      }),
    close: () => agent.destroy(),
  };
}

/** By events: thousands of tills in one program would feel what an iterator and a signal of its own cost each time. */
function read(
  answer: http.IncomingMessage,
  fail: (error: unknown) => void,
  done: (said: TransportAnswer) => void,
): void {
  const parts: Buffer[] = [];
  let bytes = 0;
  answer.on('data', (part: Buffer) => {
    bytes += part.length;
    if (bytes > answerMostBytes) answer.destroy(new NoLine('the answer has no end'));
    else parts.push(part);
  });
  answer.on('error', fail);
  answer.on('end', () =>
    done({
      status: answer.statusCode ?? 0,
      body: parseJson(Buffer.concat(parts).toString('utf8')),
      retryAfterMs: retryAfterMs(answer.headers),
    }),
  );
}

/** A proxy says so in HTML that it is busy, and its status and `Retry-After` count all the same. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Seconds, or an HTTP date: that one by the clock of whoever answered, since this till's may be wrong. */
function retryAfterMs({ 'retry-after': after, date }: http.IncomingHttpHeaders): number | null {
  if (after === undefined) return null;
  const ms = /^\d+$/.test(after) ? Number(after) * 1000 : Date.parse(after) - Date.parse(date ?? '');
  return Number.isNaN(ms) ? null : Math.min(Math.max(0, ms), retryMostMs);
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error);
