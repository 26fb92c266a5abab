import { once } from 'node:events';
import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { inventedCountry } from '#fixtures/country/country';
import { openStockedCentre } from '#fixtures/stocked-centre';
import { businessDayOf, instant } from '#rules';
import { listColumnsOf } from '../public/list-columns.ts';
import { createSearch } from '../public/search.ts';
import { publicRoutes } from './public-routes.ts';

/** What `fetch` would not ask for as it stands. */
async function ask(port: number, path: string, method = 'GET') {
  const request = http.request({ host: '127.0.0.1', port, path, method, agent: false }).end();
  const [answer] = (await once(request, 'response')) as [http.IncomingMessage];
  let body = '';
  // A stream has no end.
  if (answer.headers['content-type']?.startsWith('text/event-stream')) answer.destroy();
  else for await (const part of answer) body += part;
  return { status: answer.statusCode, headers: answer.headers, body };
}

async function openCentre() {
  const config = { connectionsPerAddress: 64 };
  const centre = await openStockedCentre({ outlets: inventedCountry(3), config });
  onTestFinished(() => centre.close());
  return Number(new URL(centre.address).port);
}

it('the public API answers in capitals as well, and where the host stands before the path', async () => {
  const port = await openCentre();
  const { body } = await ask(port, '/api/v1/places');
  for (const path of ['/API/v1/places', 'http://centre.example/api/v1/places', '/api/v1/places#here'])
    expect([path, await ask(port, path)]).toMatchObject([path, { status: 200, body }]);
  for (const path of ['/api/v1', '/api/v1?', '/api/v1//places', '/api/v1/Places', '/api/v1/outlets/a/b'])
    expect([path, await ask(port, path)]).toMatchObject([
      path,
      { status: 404, body: '{"code":"not-found"}' },
    ]);
});

it('every answer may be read by every page and is taken for nothing else, whatever it says', async () => {
  const port = await openCentre();
  const always = {
    ...{ 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' },
    ...{ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' },
  };
  const counted = { ...always, 'ratelimit-policy': '"address";q=200;w=4' };
  for (const path of ['/outlets', '/outlets?limit=x', '/outlets/%ZZ', '/outlets/59', '/events', '/nothing'])
    expect([path, (await ask(port, `/api/v1${path}`)).headers]).toMatchObject([path, counted]);
  for (const method of ['OPTIONS', 'DELETE'])
    expect((await ask(port, '/api/v1/outlets', method)).headers).toMatchObject(always);
});

it('what breaks is told to the centre, and to whoever asked that it broke', async () => {
  const shown = {
    ...{ version: 1, listVersion: 1, detailsVersion: 1, ofList: listColumnsOf([]), outlets: [] },
    ...{ at: instant(0), readAt: instant(0), day: businessDayOf(instant(0)), promises: 'counted' as const },
  };
  const stock = {
    ...{ shown: () => shown, subscribe: () => () => {}, list: () => {}, keepUp: () => () => {} },
    ...{ cursor: () => ({ at: shown.at, cursor: 0 }), changesSince: () => null as never },
    one: () => {
      throw new Error('on purpose');
    },
  };
  const faults: unknown[] = [];
  const routes = publicRoutes({
    ...{ stock, search: createSearch(stock), timeline: () => null as never },
    limit: () => ({ allowed: 'yes', headers: { ratelimit: 'some' } }),
    streams: { answer: (_req, res) => res.end() },
    onFault: (error) => faults.push(error),
  });
  const server = http.createServer((req, res) => routes(req, res, req.url ?? '')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const broken = await ask(port, '/outlets/5901010058');
  expect(broken).toMatchObject({ status: 500, body: '{"code":"broke"}' });
  expect(broken.headers).toMatchObject({ ratelimit: 'some', 'cache-control': 'no-store' });
  expect(faults).toEqual([new Error('on purpose')]);
  expect((await ask(port, '/outlets')).status).toBe(200);
});
