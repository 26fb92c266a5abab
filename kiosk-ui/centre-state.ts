import type { CentralTrouble, CentralView } from '#api';

/**
 * How the till stands with the centre, in the words that a screen has for it. Only `equal` may be called synchronised.
 * `connecting`: the centre has not answered since the program began. `waiting`: it answers and is asked about cards, and
 * does not take the entries yet.
 */
export type CentreState =
  | 'none'
  | 'not-enrolled'
  | 'connecting'
  | 'online'
  | 'equal'
  | 'offline'
  | 'waiting'
  | 'halted';

type Standing = Pick<CentralView, 'mode' | 'phase' | 'line' | 'equal' | 'heardAt'>;

export function centreState({ mode, phase, line, equal, heardAt }: Standing): CentreState {
  if (mode !== 'enrolled') return mode;
  switch (phase) {
    case 'halted':
      return 'halted';
    case 'backing-off':
      return line === 'up' ? 'waiting' : 'offline';
    case 'idle':
    case 'pushing':
    case 'pulling':
    case null:
      return equal ? 'equal' : heardAt === null ? 'connecting' : 'online';
  }
}

/** What a person has to do about a till that has stopped sending. */
export type CentreHalt = 'copied' | 'revoked' | 'not-known' | 'old-program' | 'damaged' | 'stopped';

export function haltOf(why: CentralTrouble | null): CentreHalt {
  switch (why) {
    case 'fork':
    case 'rolled-back':
      return 'copied';
    case 'revoked':
      return 'revoked';
    case 'unknown-till':
    case 'bad-signature':
      return 'not-known';
    case 'protocol-too-old':
      return 'old-program';
    case 'broken-chain':
      return 'damaged';
    default:
      return 'stopped';
  }
}

/** Whether a new code from the centre mends it. */
export const mendedByCode = (halt: CentreHalt): boolean =>
  halt === 'copied' || halt === 'revoked' || halt === 'not-known';
