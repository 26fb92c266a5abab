import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createLeanTransport } from '#fixtures/traffic/lean-transport';
import { createHttpTransport } from './http-transport.ts';
import { NoLine } from './transport.ts';

const request = { path: '/sync/pull', headers: { till: 'x' }, body: Buffer.from('{}') };
/** Long enough for any answer of this machine. */
const patienceMs = 30_000;

/** Something that answers at a port of this machine. `closed` resolves when the till has let go of its connection. */
async function listeningWith(create: typeof createHttpTransport, answer: RequestListener) {
  const server = createServer(answer);
  const closed = new Promise<void>((resolve) =>
    server.on('connection', (socket: Socket) => socket.on('close', () => resolve())),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const transport = create(new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  onTestFinished(async () => {
    transport.close();
    await stop();
  });
  return { transport, closed, stop };
}

const said = (res: ServerResponse, status: number, headers: Record<string, string>, body: string) =>
  res.writeHead(status, headers).end(body);

describe.each([
  ['a till', createHttpTransport],
  ['one of thousands in a program', createLeanTransport],
])('the line of %s', (_whose, create) => {
  const listening = (answer: RequestListener) => listeningWith(create, answer);

  describe('an exchange over HTTP', () => {
    it('brings path, headers and body, and the answer back', async () => {
      const { transport } = await listening(async (req, res) => {
        const parts = await req.toArray();
        said(res, 200, {}, JSON.stringify([req.url, req.headers.till, Buffer.concat(parts).toString()]));
      });
      expect(await transport.ask(request, patienceMs)).toEqual({
        status: 200,
        body: ['/sync/pull', 'x', '{}'],
        retryAfterMs: null,
      });
    });

    it.each<[string, RequestListener]>([
      ['says nothing', () => undefined],
      ['stops half-way', (_req, res) => void res.writeHead(200, { 'content-length': '9' }).write('{"fe')],
    ])('is cut, connection and all, where the other end %s', async (_, answer) => {
      const { transport, closed } = await listening(answer);
      await expect(transport.ask(request, 50)).rejects.toThrow(new NoLine('no answer within 50 ms'));
      await closed;
    });

    it('is no line where nobody listens, or the connection breaks', async () => {
      const { transport, stop } = await listening((_req, res) => void res.socket?.destroy());
      await expect(transport.ask(request, patienceMs)).rejects.toThrow(/ECONNRESET|other side closed/);
      await stop();
      await expect(transport.ask(request, patienceMs)).rejects.toThrow(new NoLine('ECONNREFUSED'));
    });

    it('is cut where the answer has no end', async () => {
      const { transport, closed } = await listening((_req, res) => {
        const more = () => {
          while (res.write('x'.repeat(65_536)));
        };
        res.on('drain', more);
        more();
      });
      await expect(transport.ask(request, patienceMs)).rejects.toThrow(new NoLine('the answer has no end'));
      await closed;
    });
  });

  describe('being sent away', () => {
    const date = 'Thu, 05 Mar 2020 01:00:00 GMT';
    const page = '<html>503 Service Unavailable';

    it.each<[string, Record<string, string>, string, number | null]>([
      ['for seconds', { 'retry-after': '7' }, '{"fault":{"kind":"busy"}}', 7_000],
      [
        'until an instant by its own clock',
        { date, 'retry-after': 'Thu, 05 Mar 2020 01:02:00 GMT' },
        '{}',
        120_000,
      ],
      ['until an instant that is over', { date, 'retry-after': 'Thu, 05 Mar 2020 00:00:00 GMT' }, '{}', 0],
      ['by a page of a proxy', { 'retry-after': '30' }, page, 30_000],
      ['for longer than anybody means', { 'retry-after': '9'.repeat(400) }, page, 3_600_000],
      ['for a century', { date, 'retry-after': 'Thu, 05 Mar 2120 01:00:00 GMT' }, page, 3_600_000],
      ['for nobody knows how long', { 'retry-after': 'soon' }, page, null],
      ['without a word', {}, page, null],
    ])('%s is understood', async (_, headers, body, ms) => {
      const { transport } = await listening((_req, res) => {
        if (headers.date) res.sendDate = false;
        said(res, 503, headers, body);
      });
      const answer = await transport.ask(request, patienceMs);
      expect(answer).toMatchObject({ status: 503, retryAfterMs: ms });
      expect(answer.body).toEqual(body === page ? null : JSON.parse(body));
    });
  });
});
