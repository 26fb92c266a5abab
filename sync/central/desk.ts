import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Clock, OutletCode } from '#rules';
import { type AccessDesk, createAccessDesk } from './access/access-desk.ts';
import type { CentralConfig } from './config.ts';
import type { CentralDatabase } from './database/database.ts';
import { openPostgresDatabase } from './database/postgres-database.ts';
import { openSqliteDatabase } from './database/sqlite-database.ts';
import { createEnrolment, type Enrolment } from './enrolment.ts';
import { loadCentreKeys } from './keys.ts';
import { type Board, createBoard } from './opendata/board.ts';
import { createOutletList, type OutletList } from './outlets/outlet-list.ts';
import { createPolicyDesk, type PolicyDesk } from './policy-desk.ts';
import { createQuotaDesk } from './quota.ts';
import { createNoncesInDatabase, createNoncesInMemory } from './requests/nonces.ts';
import { createSyncService, type SyncService, type SyncServiceDeps } from './requests/sync-service.ts';

/** The database and what is done with it. */
export interface CentralDesk {
  readonly database: CentralDatabase;
  readonly access: AccessDesk;
  readonly board: Board;
  readonly enrolment: Enrolment;
  readonly policies: PolicyDesk;
  readonly outlets: OutletList;
  readonly service: SyncService;
}

export interface DeskDeps extends Pick<SyncServiceDeps, 'slotMs' | 'onSettled' | 'onFault'> {
  readonly clock: Pick<Clock, 'now'>;
}

/** @throws DatabaseRefused, CentreKeysMissing; then nothing is left open */
export async function openDesk(config: CentralConfig, deps: DeskDeps): Promise<CentralDesk> {
  const { clock, onFault } = deps;
  const database = await openDatabase(config);
  try {
    const keys = await loadCentreKeys(config.dataFolder, database, randomBytes);
    const policies = createPolicyDesk({ database, clock, keys });
    const enrolment = createEnrolment({ database, clock, randomBelow: randomInt, newId: randomUUID });
    const board = createBoard(database);
    const service = createSyncService({
      ...{ ...deps, database, clock, purpose: config.purpose, keys, enrolment, policies },
      nonces: noncesOf(database, clock),
      quota: createQuotaDesk({ database, clock }),
      onChanged: (outlet: OutletCode) => void board.refresh(outlet).catch(onFault),
    });
    const access = createAccessDesk({ database, clock, randomBytes });
    return { database, access, board, enrolment, policies, outlets: createOutletList(database), service };
  } catch (error) {
    await database.close();
    throw error;
  }
}

const openDatabase = ({ store }: CentralConfig): Promise<CentralDatabase> | CentralDatabase =>
  store.type === 'postgres'
    ? openPostgresDatabase({ url: store.url })
    : openSqliteDatabase({
        folder: store.folder,
        // So that the requests that have come in join one commit.
        gather: () => new Promise(setImmediate),
      });

export const noncesOf = (database: CentralDatabase, clock: Pick<Clock, 'now'>) =>
  database.kind === 'postgres' ? createNoncesInDatabase(database, clock) : createNoncesInMemory(clock);
