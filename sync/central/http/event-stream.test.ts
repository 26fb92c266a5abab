import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ChangesAnswer } from '#central-api';
import { manualTime } from '#fixtures/sync-kit';
import { instant } from '#rules';
import { createEventStreams, type StreamBounds } from './event-stream.ts';

const cursor = { at: instant(7), cursor: 7 };
const answer: ChangesAnswer = {
  ...{
    ...cursor,
    list: '0123456789abcdef',
    state: 'complete',
    promises: 'left-out',
    readAt: instant(7),
    changes: [],
  },
};

async function open(bounds?: StreamBounds) {
  const time = manualTime();
  let tell = (_changes: ChangesAnswer): void => {};
  const streams = createEventStreams({
    stock: {
      cursor: () => cursor,
      changesSince: (since) => ({ ...answer, state: since < 5 ? 'gap' : 'complete' }),
      subscribe(changed) {
        tell = changed;
        return () => {
          tell = () => {};
        };
      },
    },
    after: time.after,
    ...(bounds && { bounds }),
  });
  const end = streams.keepUp();
  const server = createServer(streams.answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    end();
    server.closeAllConnections();
    server.close();
  });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const connect = (headers = {}) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      get(address, { headers, agent: false }, resolve).on('error', reject);
    });
  return { streams, time, connect, end, tell: (changes: ChangesAnswer) => tell(changes) };
}

const sizeOf = (changes: ChangesAnswer): number => JSON.stringify(changes).length;

/** Reads on until the text says so. */
const until = (stream: IncomingMessage, enough: RegExp): Promise<string> =>
  new Promise((resolve) => {
    let text = '';
    stream.on('data', (part: Buffer) => {
      text += part;
      if (enough.test(text)) resolve(text);
    });
  });

describe('the event stream', () => {
  it('begins with the time, goes on with what changes, and says so where nothing does', async () => {
    const { connect, tell, time } = await open();
    const stream = await connect();
    expect(stream.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'x-accel-buffering': 'no',
    });
    await until(stream, /event: quiet\ndata: {"at":7,"cursor":7}\n\n/);
    tell(answer);
    await until(stream, /event: changes\nid: 7\ndata: {.*"changes":\[\]}\n\n/);
    const before = time.now();
    time.next();
    await until(stream, /event: quiet/);
    expect(time.now() - before).toBeLessThanOrEqual(15_000);
  });

  it('goes on from the last event that the reader has', async () => {
    const { connect } = await open();
    await until(await connect({ 'last-event-id': '6' }), /"state":"complete"/);
    await until(await connect({ 'last-event-id': '4' }), /"state":"gap"/);
    expect((await connect({ 'last-event-id': '6; x' })).statusCode).toBe(400);
  });

  it('is open for so many, and the next is told to come back', async () => {
    const { connect, streams } = await open({ streams: 2, bytesBehind: 1_000 });
    const first = await connect();
    await connect();
    const third = await connect();
    expect([third.statusCode, third.headers['retry-after'], streams.open]).toEqual([503, '30', 2]);
    const closed = new Promise((resolve) => first.once('close', resolve));
    first.destroy();
    await closed;
    while (streams.open === 2) await new Promise(setImmediate);
    expect((await connect()).statusCode).toBe(200);
  });

  it('drops a reader that does not read, and no other', async () => {
    const { connect, streams, tell } = await open({ streams: 10, bytesBehind: 64_000 });
    const reader = await connect();
    (await connect()).pause();
    const large = {
      ...answer,
      changes: Array.from({ length: 2_000 }, () => ({ note: 'x'.repeat(100) })) as never,
    };
    let read = 0;
    reader.on('data', (part: Buffer) => {
      read += part.length;
    });
    let told = 0;
    while (streams.open === 2) {
      tell(large);
      told++;
      // The one that reads has all of it before more is said.
      while (read < told * sizeOf(large)) await new Promise(setImmediate);
    }
    expect(streams.open).toBe(1);
    tell(answer);
    await until(reader, /"changes":\[\]/);
  });

  it('ends with the centre', async () => {
    const { connect, end } = await open();
    const stream = await connect();
    const closed = new Promise((resolve) => stream.on('error', () => {}).once('close', resolve));
    stream.resume();
    end();
    await closed;
  });
});
