import { execFileSync } from 'node:child_process';
import { constants, openSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFileTransport } from './file-transport.ts';
import { type MakeTransport, transportContract } from './transport.contract.ts';

/** A named pipe stands for a printer port: it blocks, it can stop taking, and its reader can go away. */
const onNamedPipe: MakeTransport = async ({ writeMs }) => {
  const folder = await mkdtemp(join(tmpdir(), 'printer-port-'));
  const path = join(folder, 'port');
  execFileSync('mkfifo', [path]);
  let all = Buffer.alloc(0);
  const reader = new Socket({
    fd: openSync(path, constants.O_RDWR | constants.O_NONBLOCK),
    readable: true,
    writable: false,
  });
  reader.on('error', () => {});
  reader.on('data', (bytes) => {
    all = Buffer.concat([all, bytes]);
    reader.emit('arrived');
  });
  return {
    transport: createFileTransport({ path, openMs: 30_000, writeMs }),
    async arrived(length) {
      while (all.length < length) await new Promise((again) => reader.once('arrived', again));
      return all;
    },
    stopTaking: () => void reader.pause(),
    async goAway() {
      await rm(path);
      await new Promise<void>((closed) => reader.once('close', () => closed()).destroy());
    },
    async close() {
      reader.destroy();
      await rm(folder, { recursive: true });
    },
  };
};

transportContract('the file transport', onNamedPipe);

const deaf = { answered: () => {}, lost: () => {} };

test('a path where nothing is does not become a file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'printer-port-'));
  const path = join(folder, 'lp0');
  const transport = createFileTransport({ path, openMs: 30_000, writeMs: 30_000 });
  expect(await transport.open(deaf, new AbortController().signal)).toBeNull();
  await expect(readFile(path)).rejects.toThrow('ENOENT');
  await rm(folder, { recursive: true });
});

test('a port that does not open in time is given up', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'printer-port-'));
  const path = join(folder, 'port');
  execFileSync('mkfifo', [path]);
  const transport = createFileTransport({ path, openMs: 300, writeMs: 30_000 });
  expect(await transport.open(deaf, new AbortController().signal)).toBeNull();
  await rm(folder, { recursive: true });
});

test('a port that reports no space has no paper', async () => {
  const transport = createFileTransport({ path: '/dev/full', openMs: 30_000, writeMs: 30_000 });
  const line = await transport.open(deaf, new AbortController().signal);
  expect(await line?.write(Buffer.from('slip'))).toBe('no-paper');
  await line?.close();
});

test('an ordinary file takes a job too', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'printer-port-'));
  const path = join(folder, 'slip.bin');
  await writeFile(path, '');
  const line = await createFileTransport({ path, openMs: 30_000, writeMs: 30_000 }).open(
    deaf,
    new AbortController().signal,
  );
  expect(await line?.write(Buffer.from('slip'))).toBe('whole');
  await line?.close();
  expect(await readFile(path, 'utf8')).toBe('slip');
  await rm(folder, { recursive: true });
});
