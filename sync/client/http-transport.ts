import * as http from 'node:http';
import * as https from 'node:https';
import { NoLine, type Transport, type TransportAnswer, type TransportRequest } from './transport.ts';

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

  function send(
    { path, headers, body }: TransportRequest,
    signal: AbortSignal,
  ): Promise<http.IncomingMessage> {
    return new Promise((resolve, reject) => {
      const sending = request(
        new URL(path, centre),
        {
          method: 'POST',
          agent,
          signal,
          headers: { ...headers, 'content-type': 'application/octet-stream', 'content-length': body.length },
        },
        resolve,
      );
      sending.on('error', reject);
      sending.end(body);
    });
  }

  return {
    async ask(asked, timeoutMs) {
      const signal = AbortSignal.timeout(timeoutMs);
      try {
        return await read(await send(asked, signal));
      } catch (error) {
        throw new NoLine(signal.aborted ? `no answer within ${timeoutMs} ms` : reasonOf(error), {
          cause: error,
        });
      }
    },
    close: () => agent.destroy(),
  };
}

async function read(answer: http.IncomingMessage): Promise<TransportAnswer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > answerMostBytes) throw new Error('the answer has no end');
    parts.push(part);
  }
  return {
    status: answer.statusCode ?? 0,
    body: parseJson(Buffer.concat(parts).toString('utf8')),
    retryAfterMs: retryAfterMs(answer.headers),
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

/** Seconds, or an HTTP date: that one by the clock of whoever answered, since this till's may be wrong. */
function retryAfterMs({ 'retry-after': after, date }: http.IncomingHttpHeaders): number | null {
  if (after === undefined) return null;
  const ms = /^\d+$/.test(after) ? Number(after) * 1000 : Date.parse(after) - Date.parse(date ?? '');
  return Number.isNaN(ms) ? null : Math.min(Math.max(0, ms), retryMostMs);
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error);
