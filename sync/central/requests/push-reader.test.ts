import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { openPushReader, type PushReader } from './push-reader.ts';

const programOf = (answer: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads';
      parentPort.on('message', (body) => { ${answer} });`)}`,
  );
const echo = programOf(
  'parentPort.postMessage(JSON.stringify({ fault: { kind: "bad-request", detail: String(body.length) } }))',
);

/** What no direct reading says: so it is known who has read it. */
const large = (bytes: number): Buffer => Buffer.alloc(bytes);
const saidBy = async (reader: PushReader, body: Buffer) => {
  const read = await reader.read(body);
  return 'fault' in read && 'detail' in read.fault ? read.fault.detail : read;
};

describe('a reader of pushes', () => {
  const open: PushReader[] = [];
  const faults: unknown[] = [];
  const opened = (program: URL): PushReader => {
    const reader = openPushReader(program, (error) => faults.push(error));
    open.push(reader);
    return reader;
  };
  afterEach(async () => {
    await Promise.all(open.splice(0).map((reader) => reader.close()));
    faults.length = 0;
  });

  it('gives each its own answer, though many are under way', async () => {
    const reader = opened(echo);
    const bodies = [9_000, 8_000, 7_000, 6_000].map(large);
    expect(await Promise.all(bodies.map((body) => saidBy(reader, body)))).toEqual([
      ...['9000', '8000', '7000', '6000'],
    ]);
    expect(faults).toEqual([]);
  });

  it('reads small ones itself', async () => {
    expect(await saidBy(opened(echo), gzipSync('nothing'))).toBe('no protocol version');
    expect(await saidBy(opened(echo), large(100))).toBe('not gzip');
  });

  it.each([
    ['throws', 'throw new Error("broken");'],
    ['ends', 'process.exit(1);'],
  ])(
    'whose thread %s says so once, refuses what waited, and reads the rest itself',
    async (_what, answer) => {
      const reader = opened(programOf(answer));
      const reads = [9_000, 8_000].map((bytes) => reader.read(large(bytes)));
      const outcomes = await Promise.allSettled(reads);
      expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
      expect(faults).toHaveLength(1);
      expect(await saidBy(reader, large(9_000))).toBe('not gzip');
    },
  );

  it('leaves nobody waiting when it is closed', async () => {
    const reader = opened(programOf(''));
    const read = reader.read(large(9_000));
    const refused = expect(read).rejects.toThrow('the centre closes');
    await reader.close();
    await refused;
    expect(faults).toEqual([]);
  });
});
