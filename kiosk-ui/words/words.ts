import type { CounterSnapshot, JobState, ProblemCode, RefusalCode } from '#api';
import type { AlertCode } from '../counter/alerts.ts';
import type { ConfirmReason, Day, Instant, MaskKind, Today, VerdictName } from '../wall.ts';

/** What happened, and what the person does next. */
export interface Advice {
  readonly what: string;
  readonly next: string;
}

/** Everything the screens say. A language that lacks a word, or a code without words, does not compile. */
export interface Words {
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
  readonly money: (amount: number) => string;
  readonly total: string;
  readonly tender: (given: number, change: number) => string;
  readonly change: string;
  readonly quantity: string;
  readonly fewer: string;
  readonly more: string;
  readonly most: (pieces: number) => string;

  readonly idle: { readonly insertCard: string; readonly reading: string; readonly stock: string };
  readonly today: (today: Today) => { readonly digits: string; readonly children: string | null };
  readonly date: (day: Day) => string;
  readonly lastSale: string;

  readonly reason: {
    readonly againAfterThis: (next: Day) => string;
    readonly bought: (day: Day, pieces: number) => string;
    readonly boughtRecently: string;
    readonly againFrom: (next: Day, time: string | null) => string;
    readonly from: (next: Day, time: string | null) => string;
    readonly noDate: string;
    readonly notYourWeekday: Readonly<Record<Today['parity'], string>>;
    readonly soldOut: string;
    readonly schemeNotInForce: string;
    readonly joined: (parts: readonly string[]) => string;
  };
  readonly confirmReasons: Readonly<Record<ConfirmReason, Advice>>;
  readonly problems: Readonly<Record<ProblemCode, Advice>>;
  readonly alerts: Readonly<Record<AlertCode, Advice>>;
  readonly refusals: Readonly<Record<RefusalCode | 'lost', string>>;

  readonly visit: {
    readonly lastThree: (digits: string) => string;
    readonly bornIn: (year: number) => string;
    readonly childCard: string;
    readonly nameUncertain: string;
    readonly cardOut: string;
    readonly hidden: string;
    readonly kind: string;
    readonly history: string;
    readonly noHistory: string;
  };
  readonly sold: {
    readonly done: string;
    readonly takeCard: string;
    readonly receipt: string;
    readonly nextDay: string;
    readonly slip: string;
    readonly noPrinter: string;
  };
  readonly slips: Readonly<Record<JobState, string>>;
  readonly slipQuestion: (receiptNumber: string) => string;

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
  };
  readonly keys: {
    readonly legend: string;
    readonly help: string;
    readonly history: string;
    readonly goodsIn: string;
    readonly reprint: string;
    readonly mute: string;
    readonly unmute: string;
    readonly space: string;
  };
  readonly notices: {
    readonly scanned: string;
    readonly tooMany: (most: number) => string;
    readonly goodsIn: (adult: number, child: number) => string;
    readonly copyOrdered: string;
    readonly noReceipt: string;
  };
  readonly goodsIn: {
    readonly hint: string;
    readonly book: string;
    readonly really: (adult: number, child: number) => string;
    readonly bookReally: string;
  };
  readonly reprintHint: string;
  readonly help: {
    readonly rows: readonly (readonly [keys: string, meaning: string])[];
    readonly sound: string;
    readonly volume: string;
    readonly listen: (sound: string) => string;
  };
  readonly status: {
    readonly label: string;
    readonly reader: string;
    readonly readers: Readonly<Record<CounterSnapshot['reader']['health'], string>>;
    readonly printer: string;
    readonly printers: Readonly<Record<CounterSnapshot['printer']['link'], string>>;
    readonly papers: Readonly<Record<CounterSnapshot['printer']['paper'], string>>;
    readonly coverOpen: string;
    readonly waiting: (slips: number) => string;
    readonly central: string;
    readonly centrals: Readonly<Record<CounterSnapshot['central']['link'], string>>;
    readonly unsent: (entries: number, minutes: number) => string;
    readonly policy: (since: Day | null) => string;
    readonly clock: (now: Instant) => string;
  };
  readonly connection: { readonly connecting: string; readonly lost: Advice; readonly refused: Advice };
  readonly virtual: {
    readonly title: string;
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
