import { once } from 'node:events';
import * as http from 'node:http';
import * as net from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { addressesBehind } from '../access/asker-address.ts';
import type { SyncRequest } from '../requests/check-signature.ts';
import { createAdmission, usualLimits } from './admission.ts';
import { guardConnections } from './connections.ts';
import { impatient, nobody, openDoor } from './hostile-kit.ts';
import { syncRoutes } from './sync-routes.ts';

describe('a hostile client', () => {
  it.skipIf(process.platform !== 'linux')('with 2,000 connections takes none from the others', async () => {
    const { connect, isWell } = await openDoor(nobody, { perAddress: 50 });
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
    const { connect, isWell, nextAccepted } = await openDoor(nobody, { together: 5 });
    const coming = nextAccepted();
    const held = Array.from({ length: 5 }, () => connect());
    await Promise.all(held.map(({ socket }) => once(socket, 'connect')));
    expect(await connect().closed).toBe('');
    await once((await coming).destroy(), 'close');
    expect(await isWell()).toBe(true);
  });

  const large = 'GET /large HTTP/1.1\r\nhost: a\r\n\r\n';
  /** One for each of 600 outlets, so that no outlet's own places are the bound. */
  const pipelined = Array.from(
    { length: 600 },
    (_, n) => `POST /sync/push HTTP/1.1\r\nhost: a\r\ntill: outlet-${n}/a\r\ncontent-length: 1\r\n\r\na`,
  ).join('');

  it('that asks on behind an answer without an end is cut off, and keeps no place', async () => {
    const { connect, ask, isWell, admission } = await openDoor(nobody);
    const { socket, closed } = connect();
    socket.write(`GET /endless HTTP/1.1\r\nhost: a\r\n\r\n${pipelined}`);
    await closed;
    expect(admission.counts.underWay).toBe(0);
    expect((await ask('/sync/push', { method: 'POST' }, 'a')).status).toBe(200);
    expect(await isWell()).toBe(true);
  });

  it('that never reads what it asks for is cut off', async () => {
    const { connect, isWell, nextAccepted } = await openDoor(nobody, { patience: impatient });
    const coming = nextAccepted();
    connect().socket.pause().write(large);
    await once(await coming, 'close');
    expect(await isWell()).toBe(true);
  });

  it('that asks on without reading has no more than two answers kept for it', async () => {
    const { connect, isWell, nextAccepted, larges } = await openDoor(nobody);
    const coming = nextAccepted();
    connect().socket.pause().write(large.repeat(100));
    await once(await coming, 'close');
    expect(larges.length).toBeLessThanOrEqual(2);
    expect(await isWell()).toBe(true);
  });

  it('whose answers are never sent has its places for as long as the work takes', async () => {
    const admission = createAdmission(usualLimits, () => 0);
    let served = 0;
    let allServed = () => {};
    const all = new Promise<void>((resolve) => {
      allServed = resolve;
    });
    const service: typeof nobody = {
      async handle(request) {
        served++;
        if (served === 600) allServed();
        return nobody.handle(request);
      },
    };
    const tills = syncRoutes({ service, admission, addressOf: addressesBehind('nobody') });
    const server = http.createServer((req, res) =>
      req.url === '/endless' ? res.write('') : tills(req, res),
    );
    onTestFinished(() => void server.close().closeAllConnections());
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const socket = net.connect((server.address() as net.AddressInfo).port, '127.0.0.1');
    socket.write(`GET /endless HTTP/1.1\r\nhost: a\r\n\r\n${pipelined}`);
    await all;
    await new Promise(setImmediate);
    expect(admission.counts.underWay).toBe(0);
  });
});

it('who waits for an answer that takes long to be made is not cut off', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const slow = { handle: (request: SyncRequest) => held.then(() => nobody.handle(request)) };
  const { ask, nextAccepted } = await openDoor(slow, { patience: impatient });
  const coming = nextAccepted();
  const asked = ask('/sync/push', { method: 'POST' }, 'a');
  await once(await coming, 'timeout');
  release();
  expect((await asked).status).toBe(200);
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
