import type { ProblemCode, RefusalCode } from '#api';
import type { AlertCode } from '../counter/alerts.ts';
import type { DoneCode } from '../counter/notices.ts';
import type { ConfirmReason, Day, Today } from '../wall.ts';

/** What happened, and what the person does next. */
export interface Advice {
  readonly what: string;
  readonly next: string;
}

/** What the counter says of refusals, doubts, problems and exceptions. */
export interface TroubleWords {
  readonly reason: {
    readonly againAfterThis: (next: Day) => string;
    readonly bought: (day: Day, pieces: number) => string;
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
  readonly receiptShown: (receiptNumber: string) => string;
  readonly refusals: Readonly<Record<RefusalCode | 'lost', string>>;
  readonly notices: {
    readonly scanned: string;
    readonly tooMany: (most: number) => string;
    readonly confirmFirst: (place: number, of: number) => string;
    readonly goodsIn: (adult: number, child: number) => string;
    readonly done: Readonly<Record<DoneCode, string>>;
  };
}
