import type { TillName } from '#protocol';
import type { Clock } from '#rules';
import type { CentralDatabase } from '../database/database.ts';
import { type Accepted, createIngest, type SentBatch } from './accept.ts';
import type { Purpose } from './batch-check.ts';
import { createCarryOver } from './carry-over.ts';
import { createSettling } from './settle.ts';
import { createSettlingAtOnce } from './settle-at-once.ts';
import { createSettlingLoop, type SettlingLoopDeps } from './settling-loop.ts';

/** Where pushes go once it is known who sent them: into the books of their outlet, and on to the holders. */
export interface Intake {
  /**
   * @param batch read when its turn has come
   * @throws a fault of the database, and then nothing happened or the same batch may be sent again
   */
  take(till: TillName, batch: () => SentBatch): Promise<Taken>;
  /** Settles and carries over whatever waits, until nothing is left. @throws a fault of the database */
  work(): Promise<void>;
  /** Ends after what is under way; what still waits is settled at the next start. */
  end(): Promise<unknown>;
}

/** What whoever sent it is told: what waits is for the intake alone, and may be large. */
export type Taken = Exclude<Accepted, LookedAt> | Omit<LookedAt, 'waiting'>;
type LookedAt = Extract<Accepted, { outcome: 'looked-at' }>;

export interface IntakeDeps extends Pick<SettlingLoopDeps, 'gather' | 'onSettled' | 'onFault'> {
  readonly database: CentralDatabase;
  readonly clock: Pick<Clock, 'now'>;
  readonly purpose: Purpose;
}

export function createIntake(deps: IntakeDeps): Intake {
  const { database, clock } = deps;
  const loop = createSettlingLoop({
    ...deps,
    settling: createSettling(deps),
    carryOver: createCarryOver(deps),
  });
  const atOnce = database.beforeCommit && createSettlingAtOnce({ clock, onWords: loop.carry });
  if (atOnce) database.beforeCommit?.(atOnce.closing);
  const ingest = createIngest({ ...deps, settle: atOnce?.add ?? null });
  return {
    async take(till, batch) {
      const accepted = await ingest.accept(till, batch);
      if (accepted.outcome !== 'looked-at') return accepted;
      const { waiting, ...taken } = accepted;
      if (waiting) loop.begin(waiting);
      if (taken.neighbours === 'told') deps.onSettled([till.outlet]);
      return taken;
    },
    work: loop.work,
    end: loop.end,
  };
}
