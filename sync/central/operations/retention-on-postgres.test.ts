import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { startPostgres, type TestPostgres } from '#fixtures/postgres';
import { openPostgresDatabase } from '../database/postgres-database.ts';
import { describeRetention } from './retention.contract.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

describeRetention(async () => {
  const database = await openPostgresDatabase({ url: await postgres.newDatabase() });
  onTestFinished(() => database.close());
  return database;
});
