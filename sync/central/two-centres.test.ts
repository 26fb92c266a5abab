import { randomUUID } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { banqiao, centralInProcess, sampleList, taipei } from '#fixtures/central-in-process';
import { saleTo } from '#fixtures/central-kit';
import { freshFolder } from '#fixtures/folder';
import { startPostgres, type TestPostgres } from '#fixtures/postgres';
import { tillOnLine } from '#fixtures/till-on-line';
import { until } from '#fixtures/until';
import { leafletPolicy } from '#rules';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

/** Two processes' worth of centre on one PostgreSQL, with the same keys. */
async function openTwo() {
  const store = { type: 'postgres' as const, url: await postgres.newDatabase() };
  const one = await centralInProcess({ store });
  const dataFolder = freshFolder();
  for (const key of ['centre.key', 'holder.key'])
    copyFileSync(join(one.dataFolder, key), join(dataFolder, key));
  await one.api('POST', '/outlets', sampleList);
  const two = await centralInProcess({ store, dataFolder });
  return { one, two };
}

describe('two centres on one PostgreSQL', () => {
  it('are one: what is pushed to one is heard and published at the other', async () => {
    const { one, two } = await openTwo();
    expect(two.token).not.toBe(one.token);
    const enrolAt = async (central: typeof one, outlet: typeof taipei) => {
      const { body } = await one.api('POST', '/codes', { outlet });
      return tillOnLine(central, outlet, String(body.code));
    };
    const [here, there] = [await enrolAt(one, taipei), await enrolAt(two, banqiao)];
    await there.connected;
    there.station.append({ kind: 'goods-in', commandId: randomUUID(), pieces: { adult: 50, child: 20 } });
    there.station.append(saleTo(1, two.now()));
    await there.sent();
    await two.desk.intake.work();

    // To the same holder, at the other process: the conflict and the purchase are news for both outlets.
    here.station.append({ kind: 'goods-in', commandId: randomUUID(), pieces: { adult: 90, child: 30 } });
    here.station.append(saleTo(1, one.now()));
    const [hinted, pulled] = [
      there.hint(),
      until(there.client.subscribe, () => there.station.pulled.length > 0),
    ];
    await here.sent();
    await one.desk.intake.work();
    await hinted;
    await pulled;
    expect(there.station.pulled.flatMap(({ items }) => items.map(({ kind }) => kind)).sort()).toEqual([
      ...['conflict-found', 'purchase-elsewhere'],
    ]);

    const { board } = two.desk;
    await until(board.subscribe, () => board.figures(taipei).onHand.adult === 87);
    const csvOfTwo = async () => (await two.get('/opendata/maskdata.csv')).text();
    while (!/^5901010058,.*,87,30,/m.test(await csvOfTwo()));
    expect([...one.said, ...two.said].filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('hints to all tills of both when a policy is announced, and ends cleanly', async () => {
    const { one, two } = await openTwo();
    const { body } = await one.api('POST', '/codes', { outlet: taipei });
    const till = await tillOnLine(two, taipei, String(body.code));
    await till.connected;
    const effective = '2020-04-01T00:00:00+08:00';
    const hinted = till.hint();
    expect((await one.api('POST', '/policies', { pack: leafletPolicy, effective })).status).toBe(201);
    await hinted;
    await until(till.client.subscribe, () => till.station.pulled.some(({ policies }) => policies.length > 0));
    await one.close();
    expect((await two.get('/health')).status).toBe(200);
  });

  it('leave nothing open where the port is taken', async () => {
    const { one } = await openTwo();
    const port = Number(new URL(one.address).port);
    const { store, dataFolder } = one.settings;
    await expect(centralInProcess({ store, dataFolder, port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
