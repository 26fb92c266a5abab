/** How one child process is doing. Pure: the caller owns the process and the timers. */
export interface Supervision {
  /** Heartbeats sent since the child last said anything. */
  readonly unanswered: number;
  /** Children in a row that ended without having said anything. */
  readonly stillborn: number;
  readonly spoke: boolean;
}

export const newSupervision: Supervision = { unanswered: 0, stillborn: 0, spoke: false };

export interface SupervisionLimits {
  /** A child that leaves so many heartbeats unanswered is killed. */
  readonly unanswered: number;
  /** Milliseconds before a child that ended is replaced; doubled for each one that never spoke. */
  readonly respawnAfter: number;
  readonly respawnAtMost: number;
}

export const afterMessage = (supervision: Supervision): Supervision => ({
  ...supervision,
  unanswered: 0,
  stillborn: 0,
  spoke: true,
});

export function afterBeat(
  supervision: Supervision,
  limits: Pick<SupervisionLimits, 'unanswered'>,
): { supervision: Supervision; next: 'ask' | 'kill' } {
  const next = supervision.unanswered >= limits.unanswered ? 'kill' : 'ask';
  return { supervision: { ...supervision, unanswered: supervision.unanswered + 1 }, next };
}

export function afterExit(
  supervision: Supervision,
  limits: Pick<SupervisionLimits, 'respawnAfter' | 'respawnAtMost'>,
): { supervision: Supervision; respawnAfter: number } {
  const stillborn = supervision.spoke ? 0 : supervision.stillborn + 1;
  return {
    supervision: { unanswered: 0, stillborn, spoke: false },
    respawnAfter: Math.min(limits.respawnAfter * 2 ** stillborn, limits.respawnAtMost),
  };
}
