import * as http from 'node:http';
import * as https from 'node:https';
import { answerMostBytes, readHttpAnswer, reasonOf } from './http-answer.ts';
import { NoLine, type Transport, type TransportAnswer } from './transport.ts';

/** Keeps its connections open between exchanges. */
export function createHttpTransport(centre: URL): Transport {
  const { Agent, request } = centre.protocol === 'https:' ? https : http;
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
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
  answer.on('end', () => done(readHttpAnswer(answer.statusCode ?? 0, answer.headers, parts)));
}
