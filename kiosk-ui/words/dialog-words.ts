import type { DisplayLanguage, MessageView, TicketView } from '#api';
import type { GuideStep } from '../counter/guide.ts';
import type {
  ByHandReason,
  Day,
  Instant,
  OperatorRole,
  PiecesByKind,
  SellingState,
  ShownDocument,
  TicketSession,
  VoidReason,
} from '../wall.ts';

/** What is chosen first in the dialog for people without a chip. */
export type ByHandChoice = ShownDocument | 'reader-broken';

/** What the dialogs of the counter say. */
export interface DialogWords {
  readonly byHand: {
    readonly choose: string;
    readonly choices: Readonly<Record<ByHandChoice, string>>;
    readonly number: string;
    readonly numberHint: string;
    readonly scannedNumber: (masked: string) => string;
    readonly keyedNumber: (masked: string) => string;
    readonly keyAgain: string;
    readonly birthYear: string;
    readonly birthYearHint: string;
    readonly gregorian: (year: number) => string;
    readonly roc: (year: number) => string;
    readonly why: string;
    readonly reasons: Readonly<Record<ByHandReason, string>>;
    readonly passport: string;
    readonly enter: string;
    readonly compared: string;
    readonly review: string;
  };
  readonly slipSearch: {
    readonly find: string;
    readonly findHint: string;
    readonly lastHour: string;
    readonly today: string;
    readonly byCard: string;
    readonly list: string;
    readonly none: string;
    readonly asking: string;
    readonly failed: string;
    readonly sum: string;
    readonly soldBy: (name: string) => string;
    readonly at: (day: Day, at: Instant) => string;
    readonly byHand: string;
    readonly paper: string;
    readonly voided: string;
    readonly voidedAt: (at: Instant, by: string | null) => string;
    readonly copyHint: string;
    readonly onDisplay: string;
    readonly void: string;
    readonly mayNotVoid: string;
    readonly voidWhy: string;
    readonly voidReasons: Readonly<Record<VoidReason, string>>;
    readonly voidReally: (receiptNumber: string) => string;
    readonly voidHint: string;
  };
  /** A word from the centre. */
  readonly message: {
    readonly titles: Readonly<Record<MessageView['urgency'], string>>;
    readonly sentAt: (at: string) => string;
    readonly open: string;
  };
  readonly note: string;
  readonly tickets: {
    readonly none: string;
    readonly session: string;
    readonly hours: (session: TicketSession) => string;
    readonly phases: Readonly<Record<TicketSession['phase'], string>>;
    readonly left: (left: PiecesByKind) => string;
    readonly handOut: string;
    readonly kind: string;
    readonly count: string;
    readonly tickets: (count: number) => string;
    readonly cardCheck: string;
    readonly insertFirst: string;
    readonly open: string;
    readonly noneOpen: string;
    readonly states: Readonly<Record<TicketView['state'], string>>;
    readonly serveFrom: (name: string) => string;
    readonly serving: (name: string) => string;
    readonly stop: string;
    readonly cancel: (name: string) => string;
    readonly cancelReally: (name: string) => string;
    readonly keep: string;
    readonly plan: string;
  };
  readonly goodsIn: {
    readonly announced: string;
    readonly expected: string;
    readonly received: string;
    readonly difference: string;
    readonly signed: (pieces: number) => string;
    readonly onSale: string;
    readonly today: string;
    readonly hint: string;
    readonly book: string;
    readonly really: (adult: number, child: number) => string;
    readonly bookReally: string;
  };
  readonly person: {
    readonly signedIn: (name: string) => string;
    readonly roles: Readonly<Record<OperatorRole, string>>;
    readonly change: string;
    readonly signOut: string;
    readonly hint: string;
  };
  readonly menu: {
    readonly selling: string;
    readonly states: Readonly<Record<SellingState, string>>;
    readonly publicNote: string;
    readonly apply: string;
    readonly pages: string;
    readonly stock: string;
    readonly stockHint: string;
    readonly paperForm: string;
    readonly paperFormHint: string;
    readonly display: string;
    readonly guide: string;
  };
  /** Each language names itself. */
  readonly displayLanguage: {
    readonly title: string;
    readonly hint: string;
    readonly choices: Readonly<Record<DisplayLanguage, string>>;
  };
  readonly drill: {
    readonly name: string;
    readonly banner: string;
    readonly guide: string;
    readonly steps: Readonly<Record<GuideStep, string>>;
    readonly progress: (step: number, of: number) => string;
    readonly insert: string;
    readonly takeOut: string;
    readonly again: string;
    readonly closeGuide: string;
  };
}
