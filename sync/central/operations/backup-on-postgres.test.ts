import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createTestCentre, saleTo, sampleOutlets } from '#fixtures/central-kit';
import { freshFolder } from '#fixtures/folder';
import { startPostgres, type TestPostgres } from '#fixtures/postgres';
import { type Instant, instantOf, leafletPolicy, type OutletCode } from '#rules';
import type { CentralConfig } from '../config.ts';
import type { CentralDatabase } from '../database/database.ts';
import { openPostgresDatabase } from '../database/postgres-database.ts';
import { openSqliteDatabase } from '../database/sqlite-database.ts';
import { loadCentreKeys } from '../keys.ts';
import { createBackup } from './backup.ts';
import { restoreBackup } from './restore.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

const clock = { now: (): Instant => instantOf('2020-03-12T18:00:00+08:00') };
type Settings = Pick<CentralConfig, 'dataFolder' | 'store'>;
const onPostgres = async (): Promise<Settings & { readonly url: string }> => {
  const url = await postgres.newDatabase();
  return { url, dataFolder: freshFolder(), store: { type: 'postgres', url } };
};
const openFor = async ({ store }: Settings): Promise<CentralDatabase> => {
  const database =
    store.type === 'postgres'
      ? await openPostgresDatabase({ url: store.url })
      : openSqliteDatabase({ folder: store.folder });
  onTestFinished(() => database.close());
  return database;
};

/** What a centre with two tills has, a table that is read in several pieces, and letters that need care. */
async function begun() {
  const settings = await onPostgres();
  const database = await openFor(settings);
  await loadCentreKeys(settings.dataFolder, database, randomBytes);
  const centre = await createTestCentre(database);
  for (const outlet of sampleOutlets.slice(0, 2)) {
    const till = await centre.newTill(outlet);
    for (let n = 0; n < 40; n++) till.append(saleTo(n, centre.clock.now()));
    await till.push();
  }
  await centre.intake.work();
  await centre.policies.announce(await centre.policies.sign(leafletPolicy, '2020-03-14T00:00:00+08:00'));
  await database.inOutlet(sampleOutlets[0] as OutletCode, (statements) =>
    statements.insertMany(
      'nonces',
      ['outlet', 'nonce', 'at'],
      Array.from({ length: 3_500 }, (_, n) => [sampleOutlets[0] as string, `"\\${n}"`, n]),
    ),
  );
  await database.inOutlet(sampleOutlets[0] as OutletCode, (statements) =>
    statements.run(`UPDATE outlets SET longitude = 121.123456789, latitude = 25.1, note = '字 "\\ '' \n'`),
  );
  return { settings, database };
}

const tables = [
  ...['access', 'accounts', 'audit', 'batches', 'carry', 'centre', 'conflicts', 'deliveries', 'feed'],
  ...[
    'holder_slots',
    'nonces',
    'outlet_states',
    'outlets',
    'past_conflicts',
    'policies',
    'purchases',
    'sold',
  ],
  ...['till_lots', 'till_receipts', 'till_stock', 'till_tickets', 'tills'],
];

const stateColumns = ['state', 'state_note', 'hours_note', 'changed_at'];

/** Row by row, but for what a restore ends or begins. */
const everything = async ({ reading }: CentralDatabase): Promise<Record<string, readonly string[]>> =>
  Object.fromEntries(
    await Promise.all(
      tables.map(async (table) => [
        table,
        (await reading.all(`SELECT * FROM ${table}`)).map((row) => JSON.stringify(row)).sort(),
      ]),
    ),
  );

async function backedUp() {
  const { settings, database } = await begun();
  const made = await createBackup(settings, clock)(freshFolder());
  if (made.outcome === 'failed') throw new Error(made.why);
  return { folder: made.folder, before: await everything(database), settings, database };
}

describe('a backup of PostgreSQL', () => {
  it('put into another PostgreSQL is equal table by table', async () => {
    const { folder, before } = await backedUp();
    expect(readdirSync(folder).sort()).toEqual(['central.db', 'centre.key', 'holder.key']);
    expect(before.purchases).toHaveLength(80);
    const anew = await onPostgres();
    const { standsAgain } = await restoreBackup(folder, anew, clock);
    expect(standsAgain).toMatchObject({ tills: 2, policy: 1 });
    const database = await openFor(anew);
    expect(await everything(database)).toEqual(before);
    await loadCentreKeys(anew.dataFolder, database, randomBytes);
    expect(readdirSync(anew.dataFolder).sort()).toEqual(['centre.key', 'holder.key']);
  });

  it('put into SQLite is the same centre, and so is that one’s backup in PostgreSQL', async () => {
    const { folder, before } = await backedUp();
    const dataFolder = freshFolder();
    const onSqlite: Settings = { dataFolder, store: { type: 'sqlite', folder: dataFolder } };
    await restoreBackup(folder, onSqlite, clock);
    const database = await openFor(onSqlite);
    expect(await everything(database)).toEqual(before);
    const made = await createBackup(onSqlite, clock)(freshFolder());
    const back = await onPostgres();
    await restoreBackup('folder' in made ? made.folder : '', back, clock);
    expect(await everything(await openFor(back))).toEqual(before);
  });

  it('is of one moment, whatever is written meanwhile', async () => {
    const { settings, database } = await begun();
    let writing = true;
    const making = createBackup(
      settings,
      clock,
    )(freshFolder()).finally(() => {
      writing = false;
    });
    // Of tables that are read first and last.
    const writeBoth = (n: number) =>
      database.inReference(async (statements) => {
        await statements.insertMany(
          'outlet_states',
          ['outlet', ...stateColumns],
          [[`${n}`, 'open', '', '', 1]],
        );
        await statements.insertMany(
          'audit',
          ['id', 'at', 'who', 'deed', 'detail'],
          [[`${n}`, 1, '', '', '']],
        );
      });
    for (let n = 0; writing; n++) await writeBoth(n);
    const made = await making;
    const anew = await onPostgres();
    await restoreBackup('folder' in made ? made.folder : '', anew, clock);
    const { reading } = await openFor(anew);
    const unequal = `SELECT (SELECT count(*) FROM outlet_states WHERE changed_at = 1) AS states,
      (SELECT count(*) FROM audit) AS audits`;
    const { states, audits } = (await reading.get<Record<'states' | 'audits', number>>(unequal)) ?? {};
    expect(states).toBe(audits);
  });

  it('is not put where a centre was begun, and nothing is changed', async () => {
    const { folder, settings, database, before } = await backedUp();
    await expect(restoreBackup(folder, settings, clock)).rejects.toThrow('it has to be there, and empty');
    expect(await everything(database)).toEqual(before);
    expect(readdirSync(settings.dataFolder).sort()).toEqual(['centre.key', 'holder.key']);
  });

  it('that cannot be made says why and leaves nothing', async () => {
    const within = freshFolder();
    const { dataFolder } = await onPostgres();
    mkdirSync(dataFolder, { recursive: true });
    const store = { type: 'postgres', url: `${postgres.url}_gone` } as const;
    const made = await createBackup({ dataFolder, store }, clock)(within);
    expect(made).toMatchObject({ outcome: 'failed', why: expect.stringContaining('postgres_gone') });
    expect(existsSync(join(within, 'central-20200312-180000.part'))).toBe(false);
  });
});
