import * as http from 'node:http';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { instant } from '#rules';
import type { Published } from '../opendata/publication.ts';
import { openDataRoutes } from './open-data-routes.ts';
import { createCentralServer } from './server.ts';

const published = (text: string, etag: string): Published => {
  const bytes = Buffer.from(text);
  return { bytes, gzip: gzipSync(bytes), etag, at: instant(Date.UTC(2020, 2, 3, 3, 23, 40)) };
};
const files = {
  maskdata: published('\uFEFF醫事機構代碼,…\r\n', '"one"'),
  points: published('{"type":"FeatureCollection","features":[]}', '"two"'),
};

async function open(latest: () => typeof files | null = () => files) {
  const config = { host: '127.0.0.1', port: 0, tls: null, connectionsPerAddress: null };
  const server = createCentralServer(config, {}, { often: { '/opendata/': openDataRoutes({ latest }) } });
  const address = await server.listen();
  onTestFinished(() => server.close());
  // `fetch` would unpack and add headers of its own.
  return (path: string, headers: http.OutgoingHttpHeaders = {}, method = 'GET') =>
    new Promise<{ status: number; headers: http.IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
      const request = http.request(new URL(path, address), { headers, method, agent: false }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
        );
      });
      request.once('error', reject).end();
    });
}

describe('the public files', () => {
  it('are sent byte for byte, with what a cache and a browser need', async () => {
    const get = await open();
    const csv = await get('/opendata/maskdata.csv');
    expect(csv.status).toBe(200);
    expect(csv.body.equals(files.maskdata.bytes)).toBe(true);
    expect(csv.headers).toMatchObject({
      ...{ etag: '"one"', 'content-type': 'text/csv; charset=utf-8', vary: 'accept-encoding' },
      ...{ 'last-modified': 'Tue, 03 Mar 2020 03:23:40 GMT', 'access-control-allow-origin': '*' },
      'cache-control': 'public, max-age=2, stale-while-revalidate=3',
    });
    const points = await get('/opendata/points.json');
    expect(points.body.equals(files.points.bytes)).toBe(true);
    expect(points.headers['content-type']).toBe('application/geo+json; charset=utf-8');
  });

  it('are sent packed to whoever unpacks', async () => {
    const get = await open();
    const { headers, body } = await get('/opendata/maskdata.csv', { 'accept-encoding': 'br, gzip' });
    expect(headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(body).equals(files.maskdata.bytes)).toBe(true);
  });

  it.each(['"one"', 'W/"one"', '"other", "one"'])('are not sent again to who has %s', async (known) => {
    const get = await open();
    const { status, headers, body } = await get('/opendata/maskdata.csv', { 'if-none-match': known });
    expect([status, body.length, headers.etag]).toEqual([304, 0, '"one"']);
  });

  it('are sent again to who has another', async () => {
    const get = await open();
    expect((await get('/opendata/maskdata.csv', { 'if-none-match': '"two"' })).status).toBe(200);
  });

  it('are measured by HEAD without a body', async () => {
    const get = await open();
    const { status, headers, body } = await get('/opendata/points.json', {}, 'HEAD');
    expect([status, body.length]).toEqual([200, 0]);
    expect(headers['content-length']).toBe(String(files.points.bytes.length));
  });

  it('are two, and nobody changes them', async () => {
    const get = await open();
    expect((await get('/opendata/other.csv')).status).toBe(404);
    expect((await get('/opendata/maskdata.csv?of=today')).status).toBe(200);
    const { status, headers } = await get('/opendata/maskdata.csv', {}, 'POST');
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });

  it('are asked for again a second later where none was made yet', async () => {
    const get = await open(() => null);
    const { status, headers } = await get('/opendata/maskdata.csv');
    expect([status, headers['retry-after']]).toEqual([503, '1']);
  });
});
