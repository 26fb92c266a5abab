import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Clock, OutletCode } from '#rules';
import { type AccessDesk, createAccessDesk } from './access/access-desk.ts';
import { type AccountDesk, createAccountDesk } from './accounts/account-desk.ts';
import { createSeal } from './accounts/seal.ts';
import { createSessions, type Sessions } from './accounts/sessions.ts';
import { createChangedOutlets } from './changed-outlets.ts';
import type { CentralConfig } from './config.ts';
import type { CentralDatabase } from './database/database.ts';
import { openDatabase } from './database/open-database.ts';
import { createEnrolment, type Enrolment } from './enrolment.ts';
import { createIntake, type Intake } from './ingest/intake.ts';
import { type IntakeThread, openIntakeThread } from './ingest/intake-thread.ts';
import { gatherSales } from './ingest/settling-pace.ts';
import { loadCentreKeys } from './keys.ts';
import { type Board, createBoard } from './opendata/board.ts';
import { createOutletList, type OutletList } from './outlets/outlet-list.ts';
import { createPolicyDesk, type PolicyDesk } from './policy-desk.ts';
import { createQuotaDesk } from './quota.ts';
import { createNoncesInDatabase, createNoncesInMemory } from './requests/nonces.ts';
import { openSignatureThread } from './requests/signature-thread.ts';
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
  readonly intake: Pick<Intake, 'work'>;
  /** Ends what it does by itself, after what is under way. */
  rest(): Promise<void>;
}

export interface DeskDeps extends Pick<SyncServiceDeps, 'enterOutlet' | 'slotMs' | 'onFault'> {
  readonly clock: Pick<Clock, 'now'>;
  /** Purchases stand with their holders; these outlets have news in their feeds. */
  readonly onSettled: (news: readonly OutletCode[]) => void;
  /** `null` for a small centre, which does their work where it does everything else. */
  readonly threads: ThreadPrograms | null;
}

/** Of the build. */
export interface ThreadPrograms {
  /** Takes pushes. */
  readonly intake: URL;
  /** Verifies the signatures of requests. */
  readonly signatures: URL;
}

/** @throws DatabaseRefused, CentreKeysMissing; then nothing is left open */
export async function openDesk(config: CentralConfig, deps: DeskDeps): Promise<CentralDesk> {
  const { clock, onFault, threads } = deps;
  let thread: IntakeThread | null = null;
  const database = await openDatabase(config.store, async () => (thread ? thread.turns.take() : () => {}));
  try {
    const keys = await loadCentreKeys(config.dataFolder, database, randomBytes);
    const policies = createPolicyDesk({ database, clock, keys });
    const board = createBoard({ database, clock });
    const changed = createChangedOutlets({ board, after, onFault });
    thread = openThread(config, deps);
    const signatures = threads && openSignatureThread(threads.signatures, onFault);
    const intake =
      thread ?? createIntake({ ...deps, database, purpose: config.purpose, gather: gatherSales });
    const enrolment = createEnrolment({
      ...{ database, clock, randomBelow: randomInt, newId: randomUUID, onChanged: changed.add },
    });
    const service = createSyncService({
      ...{ ...deps, database, keys, intake, enrolment, nonces: noncesOf(database, clock) },
      ...(signatures && { verify: signatures.verify }),
      quota: createQuotaDesk({ database, clock }),
      onChanged: changed.add,
    });
    const people = { database, clock, randomBytes };
    return {
      ...{ database, board, enrolment, policies, service, intake },
      outlets: createOutletList(database),
      async rest() {
        changed.end();
        await intake.end();
        await signatures?.end();
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

const openThread = (
  { store, purpose }: CentralConfig,
  { threads, onSettled, onFault }: DeskDeps,
): IntakeThread | null =>
  threads && openIntakeThread({ program: threads.intake, beginning: { store, purpose }, onSettled, onFault });

export const noncesOf = (database: CentralDatabase, clock: Pick<Clock, 'now'>) =>
  database.kind === 'postgres' ? createNoncesInDatabase(database, clock) : createNoncesInMemory(clock);
