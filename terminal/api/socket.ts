import type { Command, Reply } from './commands.ts';
import type { SignIn, SignInReply } from './people-commands.ts';
import type { OfferPairing, OfferPairingReply } from './phone.ts';
import type { Query, QueryReply } from './queries.ts';
import type { CounterSnapshot, DisplaySnapshot, GateSnapshot } from './snapshot.ts';
import type { StockSnapshot } from './stock-snapshot.ts';

/**
 * Handshake: `auth: { token, role, seat }`. The token stands in the page's `<meta name="till-token">`; `seat` is what
 * `sign-in` gave to this screen, or absent.
 */
export type ScreenRole = 'counter' | 'display' | 'stock';

export interface ServerEvents {
  /** To counters at which somebody is signed in: at connection, at sign-in, and at every change. */
  counter: (snapshot: CounterSnapshot) => void;
  /** To manager's pages, likewise. */
  stock: (snapshot: StockSnapshot) => void;
  /** To either of them while nobody is signed in; what was shown before leaves the screen. */
  gate: (snapshot: GateSnapshot) => void;
  /** To displays, which need no sign-in. */
  display: (snapshot: DisplaySnapshot) => void;
}

/** From counters and manager's pages. Each is always acknowledged. */
export interface ClientEvents {
  /** One without an acknowledgement may be sent again as it was. */
  command: (command: Command, acknowledge: (reply: Reply) => void) => void;
  ask: (query: Query, acknowledge: (reply: QueryReply) => void) => void;
  'sign-in': (who: SignIn, acknowledge: (reply: SignInReply) => void) => void;
  /** From manager's pages: the reply alone has the secret that a phone is paired by. */
  'offer-pairing': (order: OfferPairing, acknowledge: (reply: OfferPairingReply) => void) => void;
  'sign-out': (acknowledge: (reply: { readonly ok: true }) => void) => void;
}
