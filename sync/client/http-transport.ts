import * as http from 'node:http';
import * as https from 'node:https';
import { NoLine, type Transport, type TransportAnswer, type TransportRequest } from './transport.ts';

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
  const retryAfter = Number(answer.headers['retry-after'] ?? Number.NaN);
  return {
    status: answer.statusCode ?? 0,
    body: JSON.parse(Buffer.concat(parts).toString('utf8')),
    retryAfterMs: Number.isNaN(retryAfter) ? null : retryAfter * 1000,
  };
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error);
