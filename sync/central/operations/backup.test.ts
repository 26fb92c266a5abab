import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { centralInProcess, sampleList, taipei } from '#fixtures/central-in-process';
import { createTestTill, saleTo } from '#fixtures/central-kit';
import { freshFolder } from '#fixtures/folder';
import type { TillId } from '#protocol';
import { tillOf } from '../tills.ts';
import { createBackup } from './backup.ts';
import { RestoreRefused, restoreBackup } from './restore.ts';
import { restoreReport } from './restore-report.ts';

/** A centre with an enrolled till that sold once. */
async function begun() {
  const central = await centralInProcess();
  await central.api('POST', '/outlets', sampleList);
  const till = createTestTill({ ask: central.desk.service.handle, now: central.now }, taipei);
  await till.enrol((await central.desk.enrolment.makeCode(taipei))?.code ?? '');
  till.open();
  till.append(saleTo(1, central.now()));
  await till.push();
  await central.desk.intake.work();
  return { central, till };
}

async function backedUp() {
  const { central, till } = await begun();
  const { status, body } = await central.api('POST', '/backups', { folder: freshFolder() });
  expect(status).toBe(201);
  return { central, till, folder: String(body.folder) };
}

const seqOf = async ({ desk }: Awaited<ReturnType<typeof begun>>['central'], tillId: TillId) =>
  (await tillOf(desk.database.reading, { outlet: taipei, tillId }))?.seq;

describe('a backup of the centre', () => {
  it('is the database and both keys in a folder that is named when it is whole', async () => {
    const { folder } = await backedUp();
    expect(folder).toMatch(/central-20200312-090000$/);
    expect(readdirSync(folder).sort()).toEqual(['central.db', 'centre.key', 'holder.key']);
    if (process.platform !== 'win32') expect(statSync(join(folder, 'holder.key')).mode & 0o777).toBe(0o600);
  });

  it('is made while tills push, and holds one moment', async () => {
    const { central, till } = await begun();
    const making = createBackup(central.settings, { now: central.now })(freshFolder());
    for (let n = 0; n < 20; n++) {
      till.append(saleTo(n + 10, central.now()));
      await till.push(n + 2);
    }
    expect(await making).toMatchObject({ outcome: 'made' });
  });

  it('put back, the centre stands where it stood, and the till sends the rest again', async () => {
    const { central, till, folder } = await backedUp();
    till.append(saleTo(2, central.now()));
    await till.push(2);
    await central.close();
    const restored = await restoreBackup(folder, central.settings, { now: central.now });
    const { movedTo } = restored;
    expect(restoreReport(restored)).toMatch(
      /nothing after 2020-03-12 09:00 in Taipei\..* 1 are taken.* of operator stand.* none are announced/s,
    );
    expect(readdirSync(movedTo ?? '').sort()).toEqual(['central.db', 'centre.key', 'holder.key']);
    const again = await centralInProcess({ dataFolder: central.dataFolder });
    expect(await seqOf(again, till.name.tillId)).toBe(2);
    const through = again.desk.service.handle;
    const answer = await till.ask('/sync/push', till.pushBody(2), { through, date: again.now() });
    expect(answer.body).toMatchObject({ acknowledged: { seq: 3 } });
  });

  it('is not put under a centre that runs', async () => {
    const { central, folder } = await backedUp();
    await expect(restoreBackup(folder, central.settings, { now: central.now })).rejects.toMatchObject({
      refusal: 'in-use',
    });
  });

  it.each<[string, (folder: string) => void]>([
    ['is damaged', (folder) => spoil(join(folder, 'central.db'))],
    ['has another key', (folder) => writeFileSync(join(folder, 'centre.key'), '0'.repeat(64))],
    ['has half a key', (folder) => writeFileSync(join(folder, 'holder.key'), '00')],
  ])('that %s is not put back, and nothing is changed', async (_, change) => {
    const { central, folder } = await backedUp();
    await central.close();
    change(folder);
    const before = readdirSync(central.dataFolder).sort();
    const restoring = restoreBackup(folder, central.settings, { now: central.now });
    await expect(restoring).rejects.toBeInstanceOf(RestoreRefused);
    expect(readdirSync(central.dataFolder).sort()).toEqual(before);
  });

  it('that is not there is said, as is a folder that cannot be written', async () => {
    const { central } = await begun();
    await expect(restoreBackup('/nowhere', central.settings, { now: central.now })).rejects.toThrow(
      'is not there',
    );
    const file = join(freshFolder(), 'file');
    writeFileSync(file, '');
    expect(await central.api('POST', '/backups', { folder: file })).toMatchObject({
      status: 500,
      body: { code: 'backup-failed', detail: expect.stringMatching(/ENOTDIR|EEXIST/) },
    });
    expect(existsSync(`${file}.part`)).toBe(false);
  });
});

function spoil(file: string): void {
  const bytes = readFileSync(file);
  bytes.fill(0xff, 4096 * 3, 4096 * 8);
  writeFileSync(file, bytes);
}
