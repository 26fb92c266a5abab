import type { Command, Reply } from './commands.ts';
import type { CounterSnapshot, DisplaySnapshot } from './snapshot.ts';

/** Handshake: `auth: { token, role }`. The token stands in the page's `<meta name="till-token">`. */
export type ScreenRole = 'counter' | 'display';

export interface ServerEvents {
  /** To counters, at connection and at every change. */
  counter: (snapshot: CounterSnapshot) => void;
  /** To displays, likewise. */
  display: (snapshot: DisplaySnapshot) => void;
}

export interface ClientEvents {
  /** From counters only. Always acknowledged; a command without an acknowledgement may be sent again as it was. */
  command: (command: Command, acknowledge: (reply: Reply) => void) => void;
}
