import { once } from 'node:events';
import * as http from 'node:http';
import * as net from 'node:net';
import { gzipSync } from 'node:zlib';
import express from 'express';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createTestCentre } from '#fixtures/central-kit';
import { instant } from '#rules';
import { openSqliteDatabase } from '../database/sqlite-database.ts';
import type { SyncService } from '../requests/sync-service.ts';
import { type AdmissionLimits, createAdmission, usualLimits } from './admission.ts';
import { guardConnections, type Patience, usualPatience } from './connections.ts';
import { openDataRoutes } from './open-data-routes.ts';
import { createCentralServer } from './server.ts';
import { syncRoutes } from './sync-routes.ts';

/** So short that a test need not wait: what is tested is that the time ends at all. */
const impatient = {
  ...usualPatience,
  ...{ headersTimeout: 50, requestTimeout: 100, connectionsCheckingInterval: 10 },
};

const file = { bytes: Buffer.from('csv'), gzip: gzipSync('csv'), etag: '"1"', at: instant(0) };

async function open(
  service: Pick<SyncService, 'handle'>,
  options: { limits?: AdmissionLimits; perAddress?: number; together?: number; patience?: Patience } = {},
) {
  const { limits = usualLimits, perAddress = 100, together, patience = usualPatience } = options;
  const admission = createAdmission(limits, () => 0);
  const server = createCentralServer(
    { host: '127.0.0.1', port: 0, tls: null, connectionsPerAddress: perAddress },
    {
      '/opendata': openDataRoutes({ latest: () => ({ maskdata: file, points: file }) }),
      '/health': express.Router().get('/', (_req, res) => void res.json({})),
    },
    { patience, ...(together && { together }), tills: syncRoutes({ service, admission }) },
  );
  const address = new URL(await server.listen());
  onTestFinished(() => server.close());
  const accepted: net.Socket[] = [];
  server.http.on('connection', (socket: net.Socket) => void accepted.push(socket));
  const port = Number(address.port);

  const ask = (path: string, options: http.RequestOptions = {}, body: Buffer | string = '') =>
    new Promise<{ status: number; headers: http.IncomingHttpHeaders; body: string }>((resolve, reject) => {
      const request = http.request({ host: '127.0.0.1', port, path, agent: false, ...options }, (answer) => {
        let text = '';
        answer.on('data', (part: Buffer) => {
          text += part.toString();
        });
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }),
        );
      });
      request.once('error', reject).end(body);
    });

  /** A bare connection; what it hears, and its end. */
  function connect(localAddress?: string) {
    const socket = net.connect({ host: '127.0.0.1', port, ...(localAddress && { localAddress }) });
    let heard = '';
    socket.on('data', (part: Buffer) => {
      heard += part.toString();
    });
    socket.on('error', () => {});
    onTestFinished(() => void socket.destroy());
    const closed = new Promise<string>((resolve) => socket.once('close', () => resolve(heard)));
    return { socket, closed };
  }
  const isWell = async (localAddress = '127.0.0.1') =>
    (await ask('/health', { localAddress })).status === 200 &&
    (await ask('/opendata/maskdata.csv', { localAddress })).body === 'csv';
  return { ask, connect, isWell, admission, accepted };
}

const nobody: Pick<SyncService, 'handle'> = {
  handle: async () => ({ status: 200, body: { fault: { kind: 'busy' } } }),
};

describe('a hostile client', () => {
  it.each([
    ['never ends its headers', 'POST /sync/push HTTP/1.1\r\nhost: a\r\nx: '],
    ['never ends its body', 'POST /sync/push HTTP/1.1\r\nhost: a\r\ncontent-length: 1000\r\n\r\nslow'],
    ['says nothing at all', ''],
  ])('that %s is cut off, and gives its place back', async (_, says) => {
    const { connect, isWell, admission } = await open(nobody, { patience: impatient });
    const { socket, closed } = connect();
    socket.write(says);
    await closed;
    expect(await isWell()).toBe(true);
    expect(admission.counts.underWay).toBe(0);
  });

  it('that sends a body without end is told that it is too large, and cut off', async () => {
    const { connect, isWell, admission } = await open(nobody);
    const { socket, closed } = connect();
    socket.write('POST /sync/push HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n');
    const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`;
    const goOn = () => {
      if (socket.writable) socket.write(chunk, () => setImmediate(goOn));
    };
    goOn();
    const heard = await closed;
    expect(heard).toMatch(/^HTTP\/1\.1 413 [\s\S]*"kind":"too-large"/);
    expect(await isWell()).toBe(true);
    expect(admission.counts.underWay).toBe(0);
  });

  it('that sends slowly keeps no till from its place', async () => {
    const { ask, connect } = await open(nobody, { limits: { underWay: 1, perOutlet: 1 } });
    const { socket } = connect();
    socket.write(
      'POST /sync/push HTTP/1.1\r\nhost: a\r\ntill: 5901010058/a\r\ncontent-length: 9\r\n\r\nslow',
    );
    expect((await ask('/health')).status).toBe(200);
    const headers = { till: '5901010058/a' };
    expect((await ask('/sync/push', { method: 'POST', headers }, 'a')).status).toBe(200);
  });

  it('that says beforehand how much too much it has is not even read', async () => {
    const { ask } = await open(nobody);
    const { status, body } = await ask('/sync/push', {
      method: 'POST',
      headers: { 'content-length': 1024 * 1024 + 1, expect: '100-continue' },
    }).catch((error) => ({ status: 0, body: String(error) }));
    expect([status, body]).toEqual([413, '{"fault":{"kind":"too-large"}}']);
  });

  it('with a good signature and a bomb to unpack is refused by name', async () => {
    const centre = await createTestCentre(openSqliteDatabase({ folder: ':memory:' }));
    const till = await centre.newTill();
    const { ask, isWell } = await open(centre.service);
    const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(1024 * 1024);
    const answer = await till.ask('/sync/push', bomb, {
      through: async ({ method, path, headers, body }) => {
        const { status, body: text } = await ask(path, { method, headers }, body);
        return { status, body: JSON.parse(text) };
      },
    });
    expect(answer).toEqual({ status: 413, body: { fault: { kind: 'too-large' } } });
    expect(await isWell()).toBe(true);
  });

  it('that packs by HTTP as well is refused before anything is unpacked', async () => {
    const { ask } = await open(nobody);
    const options = { method: 'POST', headers: { 'content-encoding': 'gzip' } };
    expect((await ask('/sync/push', options, gzipSync('x'))).status).toBe(415);
  });

  it.skipIf(process.platform !== 'linux')('with 2,000 connections takes none from the others', async () => {
    const { connect, isWell } = await open(nobody, { perAddress: 50 });
    const few = 50;
    const held = Array.from({ length: few }, () => connect('127.0.0.2'));
    await Promise.all(held.map(({ socket }) => once(socket, 'connect')));
    // In waves that the system's queue of new connections holds: one that it drops hears nothing of it.
    for (let wave = 0; wave < 13; wave++) {
      const more = Array.from({ length: 150 }, () => connect('127.0.0.2'));
      await Promise.all(more.map(({ closed }) => closed));
    }
    expect(await isWell('127.0.0.3')).toBe(true);
    const [open51] = held.filter(({ socket }) => !socket.closed);
    open51?.socket.destroy();
    await open51?.closed;
    expect(held.filter(({ socket }) => !socket.closed)).toHaveLength(49);
  });

  it('with connections from everywhere is not let in beyond what the centre holds open', async () => {
    const { connect, isWell, accepted } = await open(nobody, { together: 5 });
    const held = Array.from({ length: 5 }, () => connect());
    await Promise.all(held.map(({ socket }) => once(socket, 'connect')));
    expect(await connect().closed).toBe('');
    const [first] = accepted;
    if (first) await once(first.destroy(), 'close');
    expect(await isWell()).toBe(true);
  });
});

describe('connections', () => {
  /** As many as are still open of so many that come. */
  function openOf(addresses: readonly string[], perAddress: number): number {
    const server = new http.Server();
    guardConnections(server, { perAddress, together: 1_000 });
    const sockets = addresses.map((remoteAddress) => {
      const socket = new net.Socket();
      Object.defineProperty(socket, 'remoteAddress', { value: remoteAddress });
      server.emit('connection', socket);
      return socket;
    });
    return sockets.filter(({ destroyed }) => !destroyed).length;
  }

  it('of one network of IPv6 are counted together, and no other’s with them', () => {
    expect(openOf(['2001:db8:1:2::1', '2001:db8:1:2::2', '2001:db8:1:2:9::3'], 2)).toBe(2);
    expect(openOf(['2001:db8:1:2::1', '2001:db8:1:3::1', '2001:db8:1:4::1'], 1)).toBe(3);
    expect(openOf(['192.0.2.1', '192.0.2.2', '::ffff:192.0.2.1'], 1)).toBe(2);
  });
});

describe('a centre that is full', () => {
  it('tells tills when to come back, and answers the public meanwhile', async () => {
    let begun = () => {};
    let release = () => {};
    const entered = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const service: Pick<SyncService, 'handle'> = {
      async handle(request) {
        begun();
        await held;
        return nobody.handle(request);
      },
    };
    const { ask, isWell } = await open(service, { limits: { underWay: 1, perOutlet: 1 } });
    const first = ask('/sync/push', { method: 'POST' }, 'a');
    await entered;
    const second = await ask('/sync/push', { method: 'POST' }, 'a');
    expect([second.status, second.body]).toEqual([429, '{"fault":{"kind":"busy"}}']);
    expect(Number(second.headers['retry-after'])).toBeGreaterThanOrEqual(1);
    expect(await isWell()).toBe(true);
    release();
    expect((await first).status).toBe(200);
    expect((await ask('/sync/push', { method: 'POST' }, 'a')).status).toBe(200);
  });
});
