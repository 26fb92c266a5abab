import type {
  Command,
  CounterSnapshot,
  DisplaySnapshot,
  LineView,
  OperatorView,
  ReceiptView,
  SaleDraft,
  Session,
  Verdict,
} from '#api';

/** The names by which the screens call the parts of a snapshot. Types only: the schemas stay with the till. */
export type Day = CounterSnapshot['clock']['day'];
export type Instant = CounterSnapshot['clock']['now'];
export type MaskKind = SaleDraft['kind'];
export type PiecesByKind = CounterSnapshot['stock'];
export type Today = CounterSnapshot['today'];
export type RulesNext = NonNullable<CounterSnapshot['policyNext']>;
export type Allowance = RulesNext['allowance']['adult'];
export type ReaderHealth = CounterSnapshot['reader']['health'];
export type SellingState = CounterSnapshot['sellingState']['state'];
export type Stage<S extends Session['stage']> = Extract<Session, { stage: S }>;
export type VerdictName = Verdict['verdict'];
export type MayNot = Extract<Verdict, { verdict: 'may-not' }>;
export type Sellable = Exclude<Verdict, MayNot>;
export type RefusalReason = MayNot['reason'];
export type ConfirmReason = Extract<Verdict, { verdict: 'confirm' }>['reasons'][number];
export type CardRole = LineView['role'];
export type IdentifiedBy = LineView['identifiedBy'];
export type Purchase = NonNullable<LineView['holder']>['purchases'][number];
export type Tender = Stage<'visit'>['tenders'][number];
export type OperatorRole = OperatorView['role'];
export type TicketSession = CounterSnapshot['tickets'][number];
export type ReceiptLine = ReceiptView['lines'][number];
export type VirtualDevices = NonNullable<CounterSnapshot['virtual']>;
export type DisplayView = DisplaySnapshot['view'];
export type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>;
/** What a person may show, and why it is keyed in. A passport is among them, because people bring one. */
export type ShownDocument = CommandOf<'enter-by-hand'>['document'];
export type ByHandReason = CommandOf<'enter-by-hand'>['reason'];
export type VoidReason = CommandOf<'void-sale'>['reason'];
