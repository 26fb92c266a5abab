import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createTestCentre } from '#fixtures/central-kit';
import { openSqliteDatabase } from '../database/sqlite-database.ts';
import type { SyncService } from '../requests/sync-service.ts';
import { impatient, nobody, openDoor } from './hostile-kit.ts';

describe('a hostile client', () => {
  it.each([
    ['never ends its headers', 'POST /sync/push HTTP/1.1\r\nhost: a\r\nx: '],
    ['never ends its body', 'POST /sync/push HTTP/1.1\r\nhost: a\r\ncontent-length: 1000\r\n\r\nslow'],
    ['says nothing at all', ''],
  ])('that %s is cut off, and gives its place back', async (_, says) => {
    const { connect, isWell, admission } = await openDoor(nobody, { patience: impatient });
    const { socket, closed } = connect();
    socket.write(says);
    await closed;
    expect(await isWell()).toBe(true);
    expect(admission.counts.underWay).toBe(0);
  });

  it('that sends a body without end is told that it is too large, and cut off', async () => {
    const { connect, isWell, admission } = await openDoor(nobody);
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
    const { ask, connect } = await openDoor(nobody, { limits: { underWay: 1, perOutlet: 1 } });
    const { socket } = connect();
    socket.write(
      'POST /sync/push HTTP/1.1\r\nhost: a\r\ntill: 5901010058/a\r\ncontent-length: 9\r\n\r\nslow',
    );
    expect((await ask('/health')).status).toBe(200);
    const headers = { till: '5901010058/a' };
    expect((await ask('/sync/push', { method: 'POST', headers }, 'a')).status).toBe(200);
  });

  it('that names an outlet keeps none of its tills out', async () => {
    let begun = () => {};
    const entered = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const service: typeof nobody = {
      async handle(request) {
        if (request.headers.till !== '5901010058/stranger') return nobody.handle(request);
        begun();
        return new Promise(() => {});
      },
    };
    const { ask, connect } = await openDoor(service, { limits: { underWay: 4, perOutlet: 1 } });
    const { socket } = connect();
    socket.write(
      'POST /sync/push HTTP/1.1\r\nhost: a\r\ntill: 5901010058/stranger\r\ncontent-length: 1\r\n\r\na',
    );
    await entered;
    const headers = { till: '5901010058/a' };
    expect((await ask('/sync/push', { method: 'POST', headers }, 'a')).status).toBe(200);
  });

  /** All but the last byte of a body of a hundred. */
  const slowly = 'POST /sync/push HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n';

  it.skipIf(process.platform !== 'linux')(
    'that sends many large bodies slowly gives way to others, its oldest first',
    async () => {
      const { ask, connect } = await openDoor(nobody, { bodies: { most: 200, together: 500 } });
      const slow = Array.from({ length: 6 }, () => connect('127.0.0.2'));
      const [oldest, second] = slow;
      for (const { socket } of slow) {
        socket.write(`${slowly}\r\n${'x'.repeat(99)}`);
        // What comes after it has been answered: so it was heard before.
        await ask('/health');
      }
      const other = { method: 'POST', localAddress: '127.0.0.3' };
      for (const body of ['a', 'a'.repeat(150)])
        expect((await ask('/sync/push', other, body)).status).toBe(200);
      expect(await oldest?.closed).toMatch(/^HTTP\/1\.1 429 [\s\S]*retry-after/);
      await second?.closed;
      expect(slow.filter(({ socket }) => socket.closed).length).toBeLessThan(4);
    },
  );

  it('behind a proxy gives way as well, by the address that the proxy names', async () => {
    const { ask, connect } = await openDoor(nobody, {
      ...{ bodies: { most: 200, together: 500 }, inFront: 'proxy' },
    });
    const slow = Array.from({ length: 6 }, () => connect());
    for (const { socket } of slow)
      socket.write(`${slowly}x-forwarded-for: 203.0.113.9\r\n\r\n${'x'.repeat(99)}`);
    const other = { method: 'POST', headers: { 'x-forwarded-for': '198.51.100.7' } };
    expect((await ask('/sync/push', other, 'a'.repeat(150))).status).toBe(200);
    expect(await Promise.any(slow.map(({ closed }) => closed))).toContain('busy');
  });

  it('that says beforehand how much too much it has is not even read', async () => {
    const { ask } = await openDoor(nobody);
    const { status, body } = await ask('/sync/push', {
      method: 'POST',
      headers: { 'content-length': 1024 * 1024 + 1, expect: '100-continue' },
    }).catch((error) => ({ status: 0, body: String(error) }));
    expect([status, body]).toEqual([413, '{"fault":{"kind":"too-large"}}']);
  });

  it('with a good signature and a bomb to unpack is refused by name', async () => {
    const centre = await createTestCentre(openSqliteDatabase({ folder: ':memory:' }));
    const till = await centre.newTill();
    const { ask, isWell } = await openDoor(centre.service);
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
    const { ask } = await openDoor(nobody);
    const options = { method: 'POST', headers: { 'content-encoding': 'gzip' } };
    expect((await ask('/sync/push', options, gzipSync('x'))).status).toBe(415);
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
    const { ask, isWell } = await openDoor(service, { limits: { underWay: 1, perOutlet: 1 } });
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

  it('says when to come back whenever the service does', async () => {
    const { ask } = await openDoor({
      handle: async () => ({ status: 429, body: { fault: { kind: 'busy' } }, retryAfterSeconds: 7 }),
    });
    const { status, headers } = await ask('/sync/push', { method: 'POST' }, 'a');
    expect([status, headers['retry-after']]).toEqual([429, '7']);
  });
});
