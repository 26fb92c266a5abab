import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { createTestCentre, saleTo, sampleOutlets, type TestCentre } from '#fixtures/central-kit';
import { startPostgres, type TestPostgres } from '#fixtures/postgres';
import type { PullAnswer } from '#protocol';
import type { OutletCode } from '#rules';
import { describeAccounts } from './accounts/account-desk.contract.ts';
import { openPostgresDatabase } from './database/postgres-database.ts';
import { describeEnrolment } from './enrolment.contract.ts';
import { describeConflicts } from './ingest/conflicts.contract.ts';
import { describeIngest } from './ingest/ingest.contract.ts';
import { describeTelling } from './ingest/telling.contract.ts';
import { describeBeginAnew } from './operations/begin-anew.contract.ts';
import { describeOutletList } from './outlets/outlet-list.contract.ts';
import { describeScopeLists } from './overview/scope-lists.contract.ts';
import { describePolicyDesk } from './policy-desk.contract.ts';
import { describeNonces } from './requests/nonces.contract.ts';
import { createNoncesInDatabase } from './requests/nonces.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

const open = async () => {
  const database = await openPostgresDatabase({ url: await postgres.newDatabase() });
  onTestFinished(() => database.close());
  return database;
};

describeIngest(open);
describeTelling(open);
describeEnrolment(open);
describeAccounts(open);
describePolicyDesk(open);
describeScopeLists(open);
describeBeginAnew(open);
describeOutletList(open);
describeConflicts(open, 5);
describeNonces(async (clock) => createNoncesInDatabase(await open(), clock));

it('two centres that settle at once miss no conflict and count nothing twice', async () => {
  const url = await postgres.newDatabase();
  const openHere = async () => {
    const database = await openPostgresDatabase({ url });
    onTestFinished(() => database.close());
    return database;
  };
  const one = await createTestCentre(await openHere());
  const two = await createTestCentre(await openHere(), { outlets: [] });
  const holders = Array.from({ length: 60 }, (_, n) => n);
  const sellTo = async (centre: TestCentre, outlet: OutletCode | undefined) => {
    const till = await centre.newTill(outlet);
    for (const holder of holders) till.append(saleTo(holder, centre.clock.now()));
    return till;
  };
  const tills = await Promise.all([sellTo(one, sampleOutlets[0]), sellTo(two, sampleOutlets[1])]);
  for (let from = 0; from < holders.length; from += 10)
    await Promise.all(tills.map((till) => till.push(from, from + 10)));
  await Promise.all([one.intake.work(), two.intake.work()]);
  const { reading } = one.database;
  expect(await reading.get('SELECT count(*) AS n FROM conflicts')).toEqual({ n: holders.length });
  expect(await reading.get('SELECT count(*) AS n FROM purchases')).toEqual({ n: 2 * holders.length });
  for (const till of tills) {
    const { items } = (await till.pull()).body as PullAnswer;
    // The conflict, and the purchase elsewhere.
    expect(items).toHaveLength(2 * holders.length);
  }
  expect([one.faults, two.faults]).toEqual([[], []]);
});
