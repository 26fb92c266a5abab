import { describe, onTestFinished } from 'vitest';
import { freshFolder } from '#fixtures/folder';
import { describeAccounts } from './accounts/account-desk.contract.ts';
import { openSqliteDatabase } from './database/sqlite-database.ts';
import { describeEnrolment } from './enrolment.contract.ts';
import { describeConflicts } from './ingest/conflicts.contract.ts';
import { describeIngest } from './ingest/ingest.contract.ts';
import { describeTelling } from './ingest/telling.contract.ts';
import { describeBeginAnew } from './operations/begin-anew.contract.ts';
import { describeOutletList } from './outlets/outlet-list.contract.ts';
import { describeScopeLists } from './overview/scope-lists.contract.ts';
import { describePolicyDesk } from './policy-desk.contract.ts';
import { describeNonces } from './requests/nonces.contract.ts';
import { createNoncesInMemory } from './requests/nonces.ts';

const inMemory = async () => openSqliteDatabase({ folder: ':memory:' });
const inFile = async () => {
  const database = openSqliteDatabase({ folder: freshFolder() });
  onTestFinished(() => database.close());
  return database;
};

describeIngest(inFile);
describeTelling(inFile);
describeEnrolment(inFile);
describeAccounts(inFile);
describePolicyDesk(inFile);
describeScopeLists(inFile);
describeBeginAnew(inFile);
describeOutletList(inFile);
describeConflicts(inMemory, 150);
describe('whose places are apart', () => {
  const apart = async () => openSqliteDatabase({ folder: ':memory:', places: 'apart' });
  describeIngest(apart);
  describeTelling(apart);
  describeConflicts(apart, 150);
});
describeNonces(async (clock) => createNoncesInMemory(clock));
