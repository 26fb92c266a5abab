import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { createTcpTransport } from './tcp-transport.ts';
import { type MakeTransport, transportContract } from './transport.contract.ts';

const onLoopback: MakeTransport = async ({ writeMs }) => {
  const sockets = new Set<Socket>();
  let taking = true;
  let all = Buffer.alloc(0);
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    if (!taking) return;
    socket.on('data', (bytes) => {
      all = Buffer.concat([all, bytes]);
      server.emit('arrived');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const goAway = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    if (server.listening) await new Promise((closed) => server.close(closed));
  };
  return {
    transport: createTcpTransport({ host: '127.0.0.1', port, connectMs: 30_000, writeMs }),
    async arrived(length) {
      while (all.length < length) await once(server, 'arrived');
      return all;
    },
    stopTaking() {
      taking = false;
      for (const socket of sockets) socket.pause();
    },
    goAway,
    close: goAway,
  };
};

transportContract('the TCP transport', onLoopback);

test('what the other end says is heard', async () => {
  const server = createServer((socket) => socket.end(Buffer.from([0x12])));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const transport = createTcpTransport({ host: '127.0.0.1', port, connectMs: 30_000, writeMs: 30_000 });
  const heard: number[] = [];
  await new Promise<void>((lost) => {
    const events = { answered: (bytes: Uint8Array) => heard.push(...bytes), lost };
    void transport.open(events, new AbortController().signal);
  });
  expect(heard).toEqual([0x12]);
  server.close();
});
