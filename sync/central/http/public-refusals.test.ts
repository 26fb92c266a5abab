import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it, onTestFinished } from 'vitest';
import { inventedCountry } from '#fixtures/country/country';
import { openStockedCentre, tell } from '#fixtures/stocked-centre';
import { instant } from '#rules';
import { createEventStreams } from './event-stream.ts';
import { openApiDocument } from './openapi.ts';

interface Responses {
  readonly [status: string]: { readonly headers?: Readonly<Record<string, object>> };
}
const document = openApiDocument() as unknown as {
  readonly paths: Readonly<Record<string, { readonly get: { readonly responses: Responses } }>>;
};
const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema(document, 'api');

/** What the document says of a body. @param pointer where its schema stands in the document */
function faultsOf(pointer: readonly string[], body: unknown): unknown {
  const escaped = pointer.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')));
  const validate = ajv.getSchema(`api#/${escaped.join('/')}`);
  if (!validate) return `the document has nothing at ${pointer.join(' ')}`;
  return validate(body) ? [] : validate.errors;
}
const bodyOf = (path: string, status: number) => [
  ...['paths', path, 'get', 'responses', String(status), 'content', 'application/json', 'schema'],
];
const saidHeaders = (path: string, status: number): string[] =>
  Object.keys(document.paths[path]?.get.responses[status]?.headers ?? {});

it('whoever asks too often is told so at every path as the document says', async () => {
  // Time to be counted by stands still, so that nothing is allowed again.
  const clock = { now: () => instant(Date.now()), elapsed: () => 0 };
  const config = { connectionsPerAddress: 64 };
  const centre = await openStockedCentre({ outlets: inventedCountry(3), clock, config });
  onTestFinished(() => centre.close());
  const get = (path: string) => fetch(`${centre.address}/api/v1${path.replace('{code}', '5901010058')}`);
  while ((await (await get('/places')).text()) !== '{"code":"too-many-requests"}');
  for (const path of Object.keys(document.paths)) {
    const answer = await get(path);
    expect([path, answer.status, faultsOf(bodyOf(path, 429), await answer.json())]).toEqual([path, 429, []]);
    expect(saidHeaders(path, 429)).toContain('Retry-After');
    for (const name of saidHeaders(path, 429)) expect(answer.headers.get(name)).not.toBeNull();
  }
});

it('behind a proxy each address has its own limit, and whom it does not name has none', async () => {
  const clock = { now: () => instant(Date.now()), elapsed: () => 0 };
  const centre = await openStockedCentre({
    outlets: inventedCountry(3),
    clock,
    config: { inFront: 'proxy' },
  });
  onTestFinished(() => centre.close());
  const get = async (headers: Record<string, string>) => {
    const answer = await fetch(`${centre.address}/api/v1/places`, { headers });
    await answer.text();
    return answer.status;
  };
  const often = { 'x-forwarded-for': '198.51.100.7, 203.0.113.9' };
  while ((await get(often)) !== 429);
  expect(await get(often)).toBe(429);
  expect(await get({ 'x-forwarded-for': '198.51.100.7' })).toBe(200);
  for (let n = 0; n < 250; n++) expect(await get({})).toBe(200);
});

it('a stream for which there is no room is refused as the document says', async () => {
  const streams = createEventStreams({
    stock: {
      cursor: () => ({ at: instant(1), cursor: 1 }),
      changesSince: () => null as never,
      subscribe: () => () => {},
    },
    after: () => () => {},
    bounds: { streams: 0, bytesBehind: 1 },
  });
  const server = createServer(streams.answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/events`);
  expect([answer.status, faultsOf(bodyOf('/events', 503), await answer.json())]).toEqual([503, []]);
  for (const name of saidHeaders('/events', 503)) expect(answer.headers.get(name)).not.toBeNull();
});

it('every event of a stream carries what the document says of it', async () => {
  const outlets = inventedCountry(3);
  const centre = await openStockedCentre({ outlets });
  onTestFinished(() => centre.close());
  const [first] = outlets;
  if (!first) throw new Error('no outlet');
  const till = await centre.openTill(first.listed.outlet);
  const stop = new AbortController();
  const stream = await fetch(`${centre.address}/api/v1/events`, { signal: stop.signal });
  const events = eventsOf(stream);
  const { value: quiet } = await events.next();
  expect([quiet?.name, faultsOf(['components', 'schemas', 'Quiet'], quiet?.carried)]).toEqual(['quiet', []]);
  await tell(till, { kind: 'goods-in', commandId: crypto.randomUUID(), pieces: { adult: 7, child: 0 } });
  for await (const { name, carried, id } of events) {
    if (name !== 'changes') continue;
    expect(faultsOf(['components', 'schemas', 'ChangesAnswer'], carried)).toEqual([]);
    expect(carried).toMatchObject({ cursor: Number(id), changes: [{ code: first.listed.outlet }] });
    expect(faultsOf(['components', 'schemas', 'ChangesAnswer'], { ...carried, changes: [{}] })).not.toEqual(
      [],
    );
    break;
  }
  stop.abort();
});

/** Reads a stream as a browser does: fields a line, events with an empty line between. */
async function* eventsOf({ body }: Response) {
  let text = '';
  const decoder = new TextDecoder();
  for await (const part of body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(part, { stream: true });
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(text.slice(0, end))?.[1] ?? '';
      const [name, data, id] = [field('event'), field('data'), field('id')];
      text = text.slice(end + 2);
      if (name) yield { name, id, carried: JSON.parse(data) as object };
    }
  }
}
