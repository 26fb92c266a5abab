import type { CounterSnapshot, JobState, SlipKind } from '#api';
import type { CentreState } from '../centre-state.ts';
import type { GateWords } from '../gate/gate-words.ts';
import type { KeyRow } from '../look/key-list.tsx';
import type {
  CardRole,
  Day,
  IdentifiedBy,
  Instant,
  MaskKind,
  PiecesByKind,
  Purchase,
  Today,
  VerdictName,
} from '../wall.ts';
import type { DialogWords } from './dialog-words.ts';
import type { Advice, TroubleWords } from './trouble-words.ts';

export type { Advice } from './trouble-words.ts';

/** Everything the counter says. A language that lacks a word, or a code without words, does not compile. */
export interface Words extends TroubleWords, DialogWords {
  /** BCP 47, for the page's `lang`. */
  readonly lang: string;
  /** How this language names the language that the key switches to. */
  readonly otherLanguage: string;

  readonly verdicts: Readonly<Record<VerdictName, string>>;
  readonly kinds: Readonly<Record<MaskKind, string>>;
  readonly kindsShort: Readonly<Record<MaskKind, string>>;
  readonly pieces: string;
  /** What stands beside the giant number, line by line. */
  readonly beside: (kind: MaskKind | null) => readonly string[];
  readonly count: (pieces: number) => string;
  readonly pieceCounts: (pieces: PiecesByKind) => readonly string[];
  readonly money: (amount: number) => string;
  readonly total: string;
  readonly tender: (given: number, change: number) => string;
  readonly change: string;
  readonly quantity: string;
  readonly fewer: string;
  readonly more: string;
  readonly most: (pieces: number) => string;

  readonly idle: {
    readonly insertCard: string;
    readonly reading: string;
    readonly joining: string;
    readonly stock: string;
    readonly timedOut: string;
    readonly promised: (pieces: PiecesByKind) => string;
    readonly nextGoods: (day: Day) => string;
    readonly serving: string;
    readonly waitingTickets: (tickets: number) => string;
  };
  readonly today: (today: Today) => { readonly digits: string; readonly children: string | null };
  readonly date: (day: Day) => string;
  readonly lastSale: string;

  readonly visit: {
    readonly lastThree: (digits: string) => string;
    readonly bornIn: (year: number) => string;
    readonly childCard: string;
    readonly nameUncertain: string;
    readonly cardOut: string;
    readonly hidden: string;
    readonly kind: string;
    readonly noHistory: string;
    readonly purchase: (purchase: Purchase) => string;
    readonly cards: string;
    readonly place: (place: number, of: number) => string;
    readonly roles: Readonly<Record<CardRole, string>>;
    readonly ages: { readonly adult: string; readonly child: string };
    readonly identified: Readonly<Record<IdentifiedBy, string>>;
    readonly asking: string;
    readonly local: string;
    readonly unconfirmed: string;
    readonly confirmed: string;
    readonly remove: (place: number) => string;
    readonly twice: string;
    readonly nextCard: { readonly sells: string; readonly ends: string; readonly full: string };
    readonly seconds: (left: number) => string;
    readonly room: (room: PiecesByKind) => string;
  };
  readonly sold: {
    readonly done: string;
    readonly takeCard: string;
    readonly receipt: string;
    readonly nextDay: string;
    readonly nextDays: string;
    readonly slip: string;
    readonly noPrinter: string;
    readonly showReceipt: string;
  };
  readonly slips: Readonly<Record<JobState, string>>;
  readonly slipKinds: Readonly<Record<SlipKind, string>>;
  readonly slipQuestion: (slip: SlipKind, name: string) => string;

  readonly act: {
    readonly sell: string;
    readonly selling: string;
    readonly checked: string;
    readonly cancel: string;
    readonly next: string;
    readonly understood: string;
    readonly printed: string;
    readonly copy: string;
    readonly close: string;
    readonly back: string;
    readonly reload: string;
    readonly takeAway: string;
    readonly byHand: string;
    readonly clockIsRight: string;
    readonly tryAgain: string;
    readonly toCentre: string;
    readonly closeDay: string;
  };
  readonly keys: {
    readonly legend: string;
    readonly help: string;
    readonly history: string;
    readonly goodsIn: string;
    readonly byHand: string;
    readonly slips: string;
    readonly tickets: string;
    readonly person: string;
    readonly menu: string;
    readonly mute: string;
    readonly unmute: string;
    readonly space: string;
  };
  readonly help: {
    readonly atCounter: string;
    readonly rows: readonly KeyRow[];
    readonly functionKeys: string;
    readonly functionRows: readonly KeyRow[];
    readonly sound: string;
    readonly volume: string;
    readonly listen: (sound: string) => string;
  };
  readonly status: {
    readonly label: string;
    readonly reader: string;
    readonly readers: Readonly<Record<CounterSnapshot['reader']['health'], string>>;
    readonly cares: Readonly<Record<'clean' | 'order', string>>;
    readonly printer: string;
    readonly printers: Readonly<Record<CounterSnapshot['printer']['link'], string>>;
    readonly papers: Readonly<Record<CounterSnapshot['printer']['paper'], string>>;
    readonly coverOpen: string;
    readonly waiting: (slips: number) => string;
    readonly central: string;
    readonly centrals: Readonly<Record<CentreState, string>>;
    readonly unsent: (entries: number, minutes: number) => string;
    readonly messages: (unread: number) => string;
    readonly disk: (freeMB: number) => string;
    readonly backup: string;
    readonly dayToClose: (day: Day) => string;
    readonly policy: (since: Day | null) => string;
    readonly person: string;
    readonly clock: (now: Instant) => string;
    readonly clockInDoubt: string;
    readonly muted: string;
  };
  readonly gate: GateWords;
  readonly connection: { readonly connecting: string; readonly lost: Advice; readonly refused: Advice };
  readonly virtual: {
    /** On the key that opens and closes them. */
    readonly key: string;
    readonly titles: Readonly<Record<'demo' | 'drill' | 'shop', string>>;
    readonly insert: string;
    readonly takeOut: string;
    readonly card: (id: string) => string;
    readonly paper: string;
    readonly papers: Readonly<Record<'ok' | 'near-end' | 'out', string>>;
    readonly cover: string;
    readonly covers: Readonly<Record<'closed' | 'open', string>>;
    readonly slip: string;
    readonly noSlip: string;
  };
}
