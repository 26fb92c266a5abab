import type { ProblemCode, RefusalCode } from '#api';
import type { AlertCode } from '../counter/alerts.ts';
import type { DoneCode } from '../counter/notices.ts';
import type { ConfirmReason, Day, Purchase, RulesNext, Today } from '../wall.ts';

/** What happened, and what the person does next. */
export interface Advice {
  readonly what: string;
  readonly next: string;
}

/** Why the till refused what no part of the counter asks for: the manager's page has the words for each. */
type OfManagersPage =
  | 'in-the-future'
  | 'before-last-close'
  | 'out-of-order'
  | 'against-the-rules'
  | 'nothing-to-close'
  | 'not-a-pin'
  | 'pin-too-simple'
  | 'last-manager'
  | 'backup-failed'
  | 'no-centre'
  | 'enrolled-already'
  | 'code-unknown'
  | 'code-used'
  | 'code-expired'
  | 'unknown-outlet'
  | 'no-line'
  | 'centre-refused';

/** What the counter says of refusals, doubts, problems and exceptions. */
export interface TroubleWords {
  readonly reason: {
    readonly againAfterThis: (next: Day) => string;
    readonly bought: (purchase: Purchase) => string;
    readonly boughtRecently: string;
    readonly againFrom: (next: Day, time: string | null) => string;
    readonly from: (next: Day, time: string | null) => string;
    readonly noDate: string;
    readonly notYourWeekday: Readonly<Record<Today['parity'], string>>;
    readonly soldOut: string;
    readonly onSaleFrom: (day: Day) => string;
    readonly tooManyCards: string;
    readonly schemeNotInForce: string;
    readonly joined: (parts: readonly string[]) => string;
  };
  readonly confirmReasons: Readonly<Record<ConfirmReason, Advice>>;
  readonly problems: Readonly<Record<ProblemCode, Advice>>;
  readonly alerts: Readonly<Record<AlertCode, Advice>>;
  readonly dayToClose: (day: Day) => string;
  /** `at` is `4/9 00:00`. */
  readonly rulesChange: (at: string, allowance: RulesNext['allowance']) => string;
  readonly receiptShown: (receiptNumber: string) => string;
  readonly refusals: Readonly<
    Record<Exclude<RefusalCode, OfManagersPage> | 'lost', string> & Partial<Record<OfManagersPage, string>>
  >;
  /** For a refusal of what only the manager's page asks for. */
  readonly onManagersPage: string;
  readonly notices: {
    readonly scanned: string;
    readonly tooMany: (most: number) => string;
    readonly confirmFirst: (place: number, of: number) => string;
    readonly goodsIn: (adult: number, child: number) => string;
    readonly done: Readonly<Record<DoneCode, string>>;
  };
}
