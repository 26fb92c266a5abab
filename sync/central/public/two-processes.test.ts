import { randomUUID } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { ChangesAnswer } from '#central-api';
import { type CentralInProcess, centralInProcess, sampleList, taipei } from '#fixtures/central-in-process';
import { freshFolder } from '#fixtures/folder';
import { startPostgres } from '#fixtures/postgres';
import { tillOnLine } from '#fixtures/till-on-line';

const changesAt = async (central: CentralInProcess, since: number): Promise<ChangesAnswer> =>
  (await central.get(`/api/v1/changes?since=${since}`)).json();

/** Asks on, as a page does, with the cursor of the answer before, until an outlet of it has changed. */
async function until(central: CentralInProcess, since: number): Promise<ChangesAnswer> {
  const answer = await changesAt(central, since);
  return answer.changes.length > 0 ? answer : until(central, answer.cursor);
}

it('whoever asks one process and then another of the same centre misses nothing', async () => {
  const postgres = await startPostgres();
  onTestFinished(() => postgres.stop());
  const store = { type: 'postgres' as const, url: await postgres.newDatabase() };
  const one = await centralInProcess({ store });
  const dataFolder = freshFolder();
  for (const key of ['centre.key', 'holder.key'])
    copyFileSync(join(one.dataFolder, key), join(dataFolder, key));
  await one.api('POST', '/outlets', sampleList);
  const two = await centralInProcess({ store, dataFolder });
  // The clock of the one that learns of it later is behind as well.
  two.advance(-700);
  const { body } = await one.api('POST', '/codes', { outlet: taipei });
  const till = await tillOnLine(one, taipei, String(body.code));
  const { cursor } = (await (await one.get('/api/v1/stock')).json()) as { cursor: number };
  till.station.append({ kind: 'goods-in', commandId: randomUUID(), pieces: { adult: 50, child: 20 } });
  await till.sent();

  const here = await until(one, cursor);
  expect(here).toMatchObject({
    state: 'complete',
    changes: [{ code: taipei, pieces: { adult: 50, child: 20 } }],
  });
  // With the cursor of the one that knew first.
  const there = await until(two, here.cursor);
  expect(there.changes).toEqual(here.changes);
});
