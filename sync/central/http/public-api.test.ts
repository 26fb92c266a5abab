import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  ChangesAnswer,
  CountryStock,
  Directory,
  OutletsAnswer,
  PlacesAnswer,
  Positions,
} from '#central-api';
import { inventedCountry } from '#fixtures/country/country';
import { openStockedCentre, type StockedCentre, tell } from '#fixtures/stocked-centre';
import type { OutletCode } from '#rules';

const country = inventedCountry(60);
const [first] = country;
const code = first?.listed.outlet as OutletCode;

interface Document {
  readonly paths: Record<
    string,
    { get: { responses: Record<string, object>; parameters?: { name: string; description: string }[] } }
  >;
  readonly components: {
    readonly schemas: Record<string, { properties?: Record<string, { description?: string }> }>;
  };
}

let centre: StockedCentre;
let document: Document;
let ajv: Ajv2020;
beforeAll(async () => {
  centre = await openStockedCentre({ outlets: country });
  document = await json('/openapi.json');
  ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema(document, 'api');
});
afterAll(() => centre.close());

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${centre.address}/api/v1${path}`, { headers, method });
async function json<T>(path: string): Promise<T> {
  const answer = await get(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return (await answer.json()) as T;
}

/** What the document says of a real answer. @param path as the document writes it */
function faultsOf(path: string, status: number, body: unknown): unknown {
  const pointer = [
    'paths',
    path,
    'get',
    'responses',
    String(status),
    'content',
    'application/json',
    'schema',
  ];
  const escaped = pointer.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')));
  const validate = ajv.getSchema(`api#/${escaped.join('/')}`);
  if (!validate) return `the document knows no ${status} of ${path}`;
  return validate(body) ? [] : validate.errors;
}

describe('the document', () => {
  it('is OpenAPI 3.1', async () => {
    const result = await new Validator().validate(structuredClone(document) as never);
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
  });

  it('says something of every parameter and every property', () => {
    const silent = Object.entries(document.components.schemas).flatMap(([name, { properties = {} }]) =>
      Object.entries(properties).flatMap(([property, { description }]) =>
        description ? [] : `${name}.${property}`,
      ),
    );
    const parameters = Object.values(document.paths).flatMap(({ get: { parameters = [] } }) => parameters);
    expect(silent).toEqual([]);
    expect(parameters.filter(({ description }) => !description)).toEqual([]);
  });

  it.each([
    ['/outlets', '/outlets', 200],
    ['/outlets', '/outlets?q=%E4%B8%AD%E5%B1%B1&has=adult&order=place&limit=3&after=1', 200],
    ['/outlets', `/outlets?codes=${code},5901999992`, 200],
    ['/outlets', '/outlets?limit=101', 400],
    ['/outlets/{code}', `/outlets/${code}`, 200],
    ['/outlets/{code}', '/outlets/5901999992', 404],
    ['/outlets/{code}', '/outlets/59', 400],
    ['/places', '/places', 200],
    ['/positions', '/positions', 200],
    ['/directory', '/directory', 200],
    ['/details', '/details', 200],
    ['/stock', '/stock', 200],
    ['/changes', '/changes?since=1', 200],
    ['/changes', '/changes', 400],
    ['/turns', '/turns', 200],
    ['/openapi.json', '/openapi.json', 200],
  ])('is true of %s: %s', async (path, asked, status) => {
    const answer = await get(asked);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(faultsOf(path, status, await answer.json())).toEqual([]);
  });

  it('would be found wrong if it were', () => {
    expect(faultsOf('/places', 200, { at: 'today', counties: [] })).not.toEqual([]);
    expect(faultsOf('/places', 200, { at: 1, counties: [], more: 1 })).not.toEqual([]);
    expect(faultsOf('/places', 200, { at: 1 })).not.toEqual([]);
  });

  it('names every path that there is', () => {
    expect(Object.keys(document.paths).sort().join(' ')).toBe(
      '/changes /details /directory /events /openapi.json /outlets /outlets/{code} /places /positions /stock /turns',
    );
  });
});

describe('bad questions', () => {
  it.each([
    ['/outlets?limit=NaN', /^limit: /],
    ['/outlets?limit=0', /^limit: /],
    ['/outlets?after=-1', /^after: /],
    ['/outlets?has=both', /^has: /],
    ['/outlets?order=distance', /^order: /],
    ['/outlets?codes=5901010058,1', /^codes: /],
    [`/outlets?codes=${Array.from({ length: 51 }, () => code).join(',')}`, /^codes: /],
    [`/outlets?q=${'x'.repeat(61)}`, /^q: /],
    ['/outlets?q=%ED%A0%80', /^q: damaged text$/],
    ['/outlets?q=%FF', /^q: damaged text$/],
    ['/outlets?q=a&q=b', /^q: more than once$/],
    ['/outlets?colour=red', /^colour: no such parameter$/],
    ['/outlets?__proto__=1&limit=x', /^(__proto__|limit): /],
    ['/places?x=1', /^x: no such parameter$/],
    ['/changes?since=1.5', /^since: /],
    ['/changes?since=Infinity', /^since: /],
    ['/positions?list=..', /^list: /],
    ['/outlets/%E0%A4%A', /^path: damaged text$/],
  ])('%s is told which parameter is wrong', async (path, detail) => {
    const answer = await get(path);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).toEqual({ code: 'bad-request', detail: expect.stringMatching(detail) });
  });

  it('a query as long as a header may be is refused and breaks nothing', async () => {
    expect((await get(`/outlets?q=${'x'.repeat(15_000)}`)).status).toBe(400);
    expect((await get('/outlets')).status).toBe(200);
  });

  it.each(['', '/', '/nothing', '/outlets/', '/Outlets'])('there is nothing at "%s"', async (path) => {
    const answer = await get(path);
    expect([answer.status, await answer.json()]).toEqual([404, { code: 'not-found' }]);
  });

  it('nothing can be changed', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const answer = await get('/outlets', {}, method);
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
    }
  });
});

describe('caches and other pages', () => {
  it('are told for how long a figure holds, and get nothing twice', async () => {
    const answer = await get('/outlets?q=%E7%A4%BA%E7%AF%84');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      ...{ 'cache-control': 'public, max-age=2, stale-while-revalidate=3', vary: 'accept-encoding' },
      ...{
        'access-control-allow-origin': '*',
        'x-content-type-options': 'nosniff',
        'content-encoding': 'gzip',
      },
    });
    const again = await get('/outlets?q=%E7%A4%BA%E7%AF%84', {
      'if-none-match': String(answer.headers.get('etag')),
    });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('keep columns for ever when asked by their list, and for a minute otherwise', async () => {
    const { list } = await json<CountryStock>('/stock');
    for (const path of ['/positions', '/directory']) {
      expect((await get(path)).headers.get('cache-control')).toBe('public, max-age=60');
      expect((await get(`${path}?list=0123456789abcdef`)).headers.get('cache-control')).toBe(
        'public, max-age=60',
      );
      const answer = await get(`${path}?list=${list}`, { 'accept-encoding': 'br' });
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(answer.headers.get('content-encoding')).toBe('br');
      expect(await answer.json()).toMatchObject({ list });
    }
  });

  it('are answered HEAD without a body, and a preflight with what they may', async () => {
    const head = await get('/places', {}, 'HEAD');
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(Number(head.headers.get('content-length'))).toBeGreaterThan(0);
    for (const path of ['/api/v1/stock', '/opendata/points.json']) {
      const answer = await fetch(`${centre.address}${path}`, { method: 'OPTIONS' });
      expect([answer.status, answer.headers.get('access-control-allow-methods')]).toEqual([
        204,
        'GET, HEAD, OPTIONS',
      ]);
    }
  });

  it('of other origins are let at public data alone', async () => {
    for (const path of ['/', '/admin', '/admin/api/outlets', '/sync/pull', '/health', '/metrics']) {
      const answer = await fetch(`${centre.address}${path}`, {
        headers: { origin: 'https://other.example' },
      });
      expect([path, answer.headers.get('access-control-allow-origin')]).toEqual([path, null]);
    }
  });
});

describe('the columns', () => {
  it('say of each outlet what its own answer says', async () => {
    const [positions, directory, stock] = await Promise.all([
      json<Positions>('/positions'),
      json<Directory>('/directory'),
      json<CountryStock>('/stock'),
    ]);
    expect(new Set([positions.list, directory.list, stock.list]).size).toBe(1);
    expect(positions.codes).toHaveLength(country.length);
    let [x, y] = [0, 0];
    for (const [i, each] of positions.codes.entries()) {
      const { outlets } = await json<OutletsAnswer>(`/outlets?codes=${each}`);
      const [outlet] = outlets;
      x += positions.longitudes[i] ?? 0;
      y += positions.latitudes[i] ?? 0;
      const [town, county] = directory.towns[directory.town[i] ?? 0] ?? ['', 0];
      expect(outlet).toMatchObject({
        ...{ name: directory.names[i], phone: directory.phones[i], town, county: directory.counties[county] },
        pieces: { adult: stock.adult[i], child: stock.child[i] },
      });
      const { place, address } = outlet as OutletsAnswer['outlets'][number];
      expect([x, y]).toEqual([
        Math.round((place?.longitude ?? 0) * 1e4),
        Math.round((place?.latitude ?? 0) * 1e4),
      ]);
      const said = directory.addresses[i] ?? '';
      expect(said.startsWith('=') ? said.slice(1) : `${outlet?.county}${town}${said}`).toBe(address);
    }
  });

  it('agree with the places', async () => {
    const { counties } = await json<PlacesAnswer>('/places');
    const { total } = await json<OutletsAnswer>('/outlets?has=adult');
    expect(counties.reduce((sum, { withAdult }) => sum + withAdult, 0)).toBe(total);
    expect(counties.reduce((sum, { outlets }) => sum + outlets, 0)).toBe(country.length);
  });
});

describe('a sale', () => {
  it('is in the changes after the cursor, in the stream and in the search', async () => {
    const till = await centre.openTill(code);
    const { cursor } = await json<CountryStock>('/stock');
    const stream = await get('/events', { accept: 'text/event-stream' });
    expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const commandId = crypto.randomUUID();
    await tell(till, { kind: 'goods-in', commandId, pieces: { adult: 5000, child: 0 } });
    const pieces = { adult: (first?.pieces.adult ?? 0) + 5000, child: first?.pieces.child };
    const events = await eventsUntil(stream, (text) => text.includes(code));
    expect(events).toMatch(
      /^retry: \d+\n\nevent: quiet\ndata: \{"at":\d+,"cursor":\d+\}\n\nevent: changes\nid: \d+\n/,
    );
    const answer = await json<ChangesAnswer>(`/changes?since=${cursor}`);
    expect(answer).toMatchObject({ state: 'complete', changes: [{ code, pieces }] });
    expect(answer.cursor).toBeGreaterThan(cursor);
    const { outlets } = await json<OutletsAnswer>('/outlets?limit=1');
    expect(outlets).toMatchObject([{ code, pieces }]);

    const { cursor: before } = answer;
    const resumed = await get('/events', { 'last-event-id': String(before) });
    expect(await eventsUntil(resumed, (text) => text.includes('\n\nevent'))).toContain('"state":"complete"');
    const tooOld = await get('/events', { 'last-event-id': '5' });
    expect(await eventsUntil(tooOld, (text) => text.includes('\n\nevent'))).toContain('"state":"gap"');
    expect((await get('/events', { 'last-event-id': 'x' })).status).toBe(400);
  });
});

async function eventsUntil(answer: Response, enough: (text: string) => boolean): Promise<string> {
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let text = '';
  while (!enough(text)) {
    const { value, done } = await reader.read();
    if (done) throw new Error(`ended after ${text}`);
    text += decoder.decode(value, { stream: true });
  }
  await reader.cancel();
  return text;
}
