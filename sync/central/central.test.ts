import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { type CentralInProcess, centralInProcess, sampleList, taipei } from '#fixtures/central-in-process';
import { saleTo } from '#fixtures/central-kit';
import { freshFolder } from '#fixtures/folder';
import { tillOnLine } from '#fixtures/till-on-line';
import { until } from '#fixtures/until';

const goods = { kind: 'goods-in', commandId: randomUUID(), pieces: { adult: 100, child: 40 } };

async function openWithTill() {
  const central = await centralInProcess();
  await central.api('POST', '/outlets', sampleList);
  const { body } = await central.api('POST', '/codes', { outlet: taipei });
  const till = await tillOnLine(central, taipei, String(body.code));
  till.station.append(goods);
  till.station.append(saleTo(1, central.now()));
  await till.sent();
  return { central, till };
}

const csvOf = async (central: CentralInProcess) => (await central.get('/opendata/maskdata.csv')).text();

/** Until the public file says so. */
async function published(central: CentralInProcess, line: RegExp): Promise<string> {
  const csv = await csvOf(central);
  return line.test(csv) ? csv : published(central, line);
}

describe('a centre', () => {
  it('enrols a till, takes its sale, and publishes its stock', async () => {
    const { central, till } = await openWithTill();
    expect(await published(central, /^5901010058,.*,97,40,/m)).toContain('示範藥局');
    expect(till.faults).toEqual([]);
    expect(central.said.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('hints to a till that something waits, and the till pulls it', async () => {
    const { central, till } = await openWithTill();
    await till.connected;
    await central.api('POST', '/messages', { to: 'all', text: '明日公休' });
    await until(till.client.subscribe, () => till.station.pulled.length > 0);
    expect(till.station.pulled.flatMap(({ items }) => items)).toMatchObject([{ text: '明日公休' }]);
  });

  it('says how it is, in JSON and for Prometheus, and has a page for people', async () => {
    const { central } = await openWithTill();
    const health = await central.get('/health');
    expect([health.status, await health.json()]).toMatchObject([
      200,
      { database: 'answers', store: 'sqlite', unsettledBatches: expect.any(Number) },
    ]);
    const metrics = await (await central.get('/metrics')).text();
    expect(metrics).toMatch(/^central_entries_accepted 3$/m);
    expect(metrics).toMatch(/^central_requests_total\{request="enrol",outcome="done"\} 1$/m);
    expect(metrics).toMatch(/^central_requests_total\{request="push",outcome="done"\} \d+$/m);
    expect(metrics).toMatch(/^central_push_seconds_count [1-9]/m);
    expect(metrics).toMatch(/^central_tills 1$/m);
    expect(metrics).toMatch(/^nodejs_eventloop_lag_seconds /m);
    central.advance(301_000);
    expect(await (await central.get('/metrics')).text()).toMatch(/^central_tills_silent 1$/m);
    for (const path of ['/', '/admin']) {
      const page = await central.get(path);
      expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    }
    expect((await central.get('/nothing')).status).toBe(404);
  });

  it('asks the database once for all who want to know how it is at once', async () => {
    const { central } = await openWithTill();
    const reading = vi.spyOn(central.desk.database.reading, 'get');
    const paths = Array.from({ length: 20 }, (_, n) => (n % 2 ? '/health' : '/metrics'));
    await Promise.all(paths.map((path) => central.get(path)));
    const counts = reading.mock.calls.filter(([sql]) =>
      /count\(\*\) AS n FROM (batches|conflicts)/.test(sql),
    );
    expect(counts).toHaveLength(3);
  });

  it('logs requests without query, address, token or holder', async () => {
    const { central } = await openWithTill();
    await central.get('/nothing?id=A123456789');
    await central.api('GET', '/outlets');
    const text = JSON.stringify(central.said);
    expect(text).toContain('/admin/api/outlets');
    expect(text).not.toMatch(/A123456789|127\.0\.0\.1"|Bearer|holder/);
    expect(text).not.toContain(central.token);
    expect(text).not.toContain('/sync/push');
  });

  it('stands after a restart where it stood, with the same keys and the same token', async () => {
    const { central, till } = await openWithTill();
    await central.close();
    const again = await centralInProcess({ dataFolder: central.dataFolder });
    expect(again.token).toBe(central.token);
    expect(await csvOf(again)).toMatch(/^5901010058,.*,97,40,/m);
    const metrics = await (await again.get('/metrics')).text();
    expect(metrics).toMatch(/^central_entries_accepted 3$/m);
    expect(till.enrolled.centreKeys[0]?.id).toMatch(/^[0-9a-f]{16}$/);
  });

  it('does not open without the keys that its database was begun with, and leaves nothing open', async () => {
    const { central } = await openWithTill();
    await central.close();
    const { dataFolder } = central;
    const key = readFileSync(join(dataFolder, 'holder.key'));
    rmSync(join(dataFolder, 'holder.key'));
    await expect(centralInProcess({ dataFolder })).rejects.toThrow(/holder\.key is gone/);
    writeFileSync(join(dataFolder, 'holder.key'), '11'.repeat(32));
    await expect(centralInProcess({ dataFolder })).rejects.toThrow(/not those with which/);
    writeFileSync(join(dataFolder, 'holder.key'), key);
    await centralInProcess({ dataFolder });
  });

  it('gives its folder back where the port is taken', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as { port: number };
    const dataFolder = freshFolder();
    await expect(centralInProcess({ dataFolder, port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await new Promise((resolve) => taken.close(resolve));
    await centralInProcess({ dataFolder, port });
  });

  it('is alone in its folder', async () => {
    const { dataFolder } = await centralInProcess();
    await expect(centralInProcess({ dataFolder })).rejects.toMatchObject({ refusal: 'in-use' });
  });
});
