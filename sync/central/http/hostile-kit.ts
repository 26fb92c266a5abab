import { once } from 'node:events';
import * as http from 'node:http';
import * as net from 'node:net';
import { gzipSync } from 'node:zlib';
import express from 'express';
import { onTestFinished } from 'vitest';
import { instant } from '#rules';
import { addressesBehind, type InFront } from '../access/asker-address.ts';
import type { SyncService } from '../requests/sync-service.ts';
import { type AdmissionLimits, createAdmission, usualLimits } from './admission.ts';
import { type Patience, usualPatience } from './connections.ts';
import { openDataRoutes } from './open-data-routes.ts';
import { createCentralServer } from './server.ts';
import { type SyncRoutesDeps, syncRoutes } from './sync-routes.ts';

/** So short that a test need not wait: what is tested is that the time ends at all. */
export const impatient = {
  ...usualPatience,
  ...{ headersTimeout: 50, requestTimeout: 100, unreadTimeout: 50, connectionsCheckingInterval: 10 },
};

/** More than the system keeps of what nobody reads. */
export const largeBytes = 32 * 1024 * 1024;

const file = { bytes: Buffer.from('csv'), gzip: gzipSync('csv'), etag: '"1"', at: instant(0) };

interface DoorOptions {
  readonly limits?: AdmissionLimits;
  readonly perAddress?: number;
  readonly together?: number;
  readonly patience?: Patience;
  readonly bodies?: SyncRoutesDeps['bodies'];
  readonly inFront?: InFront;
}

/** The centre's own server on a port of its own, with as few routes as it takes to be rude to. */
export async function openDoor(service: Pick<SyncService, 'handle'>, options: DoorOptions = {}) {
  const {
    limits = usualLimits,
    perAddress = 100,
    together,
    patience = usualPatience,
    bodies,
    inFront = 'nobody',
  } = options;
  const admission = createAdmission(limits, () => 0);
  const larges: http.ServerResponse[] = [];
  const addressOf = addressesBehind(inFront);
  const tills = syncRoutes({ service, admission, addressOf, ...(bodies && { bodies }) });
  const openData = openDataRoutes({ latest: () => ({ maskdata: file, points: file }) });
  const server = createCentralServer(
    { host: '127.0.0.1', port: 0, tls: null, connectionsPerAddress: perAddress },
    {
      '/health': express.Router().get('/', (_req, res) => void res.json({})),
      '/endless': express.Router().get('/', (_req, res) => void res.write('for ever')),
      '/large': express.Router().get('/', (_req, res) => {
        larges.push(res.end(Buffer.alloc(largeBytes)));
      }),
    },
    { patience, ...(together && { together }), often: { '/sync/': tills, '/opendata/': openData } },
  );
  const address = new URL(await server.listen());
  onTestFinished(() => server.close());
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
  /** The centre's end of the next connection. */
  const nextAccepted = async (): Promise<net.Socket> => {
    const [socket] = await once(server.http, 'connection');
    return socket;
  };
  return { ask, connect, isWell, admission, nextAccepted, larges };
}

/** Answers at once. */
export const nobody: Pick<SyncService, 'handle'> = {
  handle: async () => ({ status: 200, body: { fault: { kind: 'busy' } } }),
};
