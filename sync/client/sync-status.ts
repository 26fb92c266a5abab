import type { Instant } from '#rules';
import { type Held, heldIn, type SyncState, type Trouble } from './machine.ts';
import type { RefusedPolicy } from './received-policies.ts';

/** How the till stands with the centre: the truth, and nothing that sounds better. */
export interface SyncStatus {
  /**
   * Of what is sent: `backing-off` and `halted` mean that entries wait, for a time or for a person. Where `line` is
   * `up` the till pulls and asks meanwhile.
   */
  readonly phase: SyncState['phase'];
  /** Why it backs off or is halted. */
  readonly why: Trouble | null;
  /** When it tries again by itself. */
  readonly until: Instant | null;
  /** `down`: no answer, or none yet. `refused`: the centre takes nothing that this till says. */
  readonly line: 'up' | 'down' | 'refused';
  readonly unsent: number;
  readonly oldestUnsentAt: Instant | null;
  /** When the centre last answered, by this till's clock; `null` since the start of the program. */
  readonly heardAt: Instant | null;
  readonly refusedPolicy: RefusedPolicy | null;
}

export type Standing = Pick<SyncStatus, 'phase' | 'why' | 'until' | 'line'>;

/** A state of the machine in the words of the status. What only a person can mend comes before a line that is down. */
export function standingOf(state: SyncState): Standing {
  const line = lineOf(state);
  const held = heldIn(state);
  if (held && (held.until === null || line === 'up')) return { ...heldStanding(held), line };
  return {
    phase: state.phase,
    why: 'why' in state ? state.why : null,
    until: state.phase === 'backing-off' ? state.until : null,
    line,
  };
}

const heldStanding = ({ why, until }: Held): Omit<Standing, 'line'> => ({
  phase: until === null ? 'halted' : 'backing-off',
  why,
  until,
});

function lineOf(state: SyncState): SyncStatus['line'] {
  if (state.phase === 'halted') return 'refused';
  if (state.phase !== 'backing-off') return 'up';
  const { why } = state;
  switch (why.kind) {
    case 'later-fault':
      return why.step === 'wait' ? 'up' : 'down';
    case 'no-line':
    case 'busy':
    case 'broke':
      return 'down';
    default:
      return 'up';
  }
}
