import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Clock } from '#rules';
import { type AccessDesk, createAccessDesk } from './access/access-desk.ts';
import { type AccountDesk, createAccountDesk } from './accounts/account-desk.ts';
import { createSeal } from './accounts/seal.ts';
import { createSessions, type Sessions } from './accounts/sessions.ts';
import { createChangedOutlets } from './changed-outlets.ts';
import { createClock } from './clock.ts';
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
import { directPushReader, openPushReader } from './requests/push-reader.ts';
import { createSyncService, type SyncService, type SyncServiceDeps } from './requests/sync-service.ts';
import { after } from './timers.ts';

/** The database and what is done with it. */
export interface CentralDesk {
  readonly database: CentralDatabase;
  readonly access: AccessDesk;
  readonly accounts: AccountDesk;
  readonly sessions: Sessions;
  readonly board: Board;
  readonly enrolment: Enrolment;
  readonly policies: PolicyDesk;
  readonly outlets: OutletList;
  readonly service: SyncService;
  /** Ends what it does by itself, after what is under way. */
  rest(): Promise<void>;
}

export interface DeskDeps extends Pick<SyncServiceDeps, 'enterOutlet' | 'slotMs' | 'onSettled' | 'onFault'> {
  readonly clock: Pick<Clock, 'now'>;
  /** Of the thread that reads large pushes; `null` for a small centre, which reads them itself. */
  readonly pushWorker: URL | null;
}

/** @throws DatabaseRefused, CentreKeysMissing; then nothing is left open */
export async function openDesk(config: CentralConfig, deps: DeskDeps): Promise<CentralDesk> {
  const { clock, onFault, pushWorker } = deps;
  const database = await openDatabase(config);
  try {
    const keys = await loadCentreKeys(config.dataFolder, database, randomBytes);
    const policies = createPolicyDesk({ database, clock, keys });
    const enrolment = createEnrolment({ database, clock, randomBelow: randomInt, newId: randomUUID });
    const board = createBoard(database);
    const changed = createChangedOutlets({ board, after, onFault });
    const pushes = pushWorker ? openPushReader(pushWorker, onFault) : directPushReader;
    const service = createSyncService({
      ...{ ...deps, database, clock, purpose: config.purpose, keys, enrolment },
      ...{ pushes, nonces: noncesOf(database, clock) },
      quota: createQuotaDesk({ database, clock }),
      gather: (settled) => pause(settled === 'all' ? settleEveryMs : settleRestMs),
      onChanged: changed.add,
    });
    const people = { database, clock, randomBytes };
    return {
      ...{ database, board, enrolment, policies, service },
      outlets: createOutletList(database),
      async rest() {
        changed.end();
        await service.end();
        await pushes.close();
      },
      access: createAccessDesk(people),
      accounts: createAccountDesk({ ...people, seal: createSeal(keys.secretFor('seal'), randomBytes) }),
      sessions: createSessions(people),
    };
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
        pace: {
          // Where many write, a commit waits for them; whoever writes alone does not wait.
          gather: (last) => (last < fewWrites ? breath() : pause(gatherMs)),
          breathe: breath,
          elapsed: createClock().elapsed,
        },
      });

/** A commit waits for the disk, and nobody else is served then: it is worth this much more time to have fewer. */
const gatherMs = 10;
const fewWrites = 4;
/** A purchase stands with its holder about so long after it was acknowledged. */
const settleEveryMs = 200;
/** While more waits, pushes have the centre for about twice as long as a round of settling takes. */
const settleRestMs = 50;

const breath = (): Promise<void> => new Promise(setImmediate);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export const noncesOf = (database: CentralDatabase, clock: Pick<Clock, 'now'>) =>
  database.kind === 'postgres' ? createNoncesInDatabase(database, clock) : createNoncesInMemory(clock);
