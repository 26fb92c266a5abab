import { once } from 'node:events';
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Rows, streamCsv } from './csv-stream.ts';

const portionRows = 5_000;
const row = ['5901010058', '2020-03-12', 10, 'adult', 1, 3];
const rowBytes = Buffer.byteLength(`${row.join(',')}\r\n`);

/** Serves so many portions; says how many were asked for, and when the rows were given up or at their end. */
async function serving(portions: number) {
  let made = 0;
  let onEnd: (() => void) | undefined;
  const ended = new Promise<void>((resolve) => {
    onEnd = resolve;
  });
  async function* rows(): Rows {
    try {
      for (; made < portions; made++) yield Array.from({ length: portionRows }, () => row);
    } finally {
      onEnd?.();
    }
  }
  const faults: unknown[] = [];
  const server = createServer((_req, res) => {
    streamCsv(res as never, ['代碼', '日期'], rows()).catch((fault) => faults.push(fault));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void server.close());
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { address, ended, faults, made: () => made };
}

const open = (address: string) => new Promise<IncomingMessage>((resolve) => get(address, resolve));

describe('a long export', () => {
  it('is read whole, and never much of it is in memory', async () => {
    const warnings: Error[] = [];
    const warn = (warning: Error) => warnings.push(warning);
    process.on('warning', warn);
    onTestFinished(() => void process.off('warning', warn));
    const portions = 200;
    const { address, made, faults } = await serving(portions);
    let [bytes, most] = [0, 0];
    for await (const part of await open(address)) {
      bytes += (part as Buffer).length;
      most = Math.max(most, made() * portionRows * rowBytes - bytes);
    }
    const head = Buffer.byteLength('\uFEFF代碼,日期\r\n');
    expect(bytes).toBe(head + portions * portionRows * rowBytes);
    // A million rows are 34 MB; what lies between the two ends is a few portions and the sockets' own buffers.
    expect(most).toBeLessThan(8 * 1024 * 1024);
    expect([warnings, faults]).toEqual([[], []]);
  });

  it('stops where its reader stops', async () => {
    const { address, ended, made, faults } = await serving(100_000);
    const answer = await open(address);
    await once(answer, 'data');
    answer.destroy();
    await ended;
    expect(made()).toBeLessThan(1_000);
    expect(faults).toEqual([]);
  });

  it('lets no cell be taken for a formula, in either width', async () => {
    const server = createServer((_req, res) => {
      const cells = ['=1', '＝1', '＋1', '－1', '＠a', '\n=1', '藥局', -1];
      const rows: Rows = (async function* () {
        yield cells.map((cell) => [cell]);
      })();
      void streamCsv(res as never, ['a'], rows);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    onTestFinished(() => void server.close());
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const text = (await answer.text()).slice(3);
    expect(text.split('\r\n').slice(0, 5)).toEqual(['"\'=1"', '"\'＝1"', '"\'＋1"', '"\'－1"', '"\'＠a"']);
    expect(text).toContain('"\'\n=1"\r\n藥局\r\n-1\r\n');
  });
});
