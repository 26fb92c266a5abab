import type { CounterSnapshot, DisplaySnapshot, SaleDraft, Session, Verdict } from '#api';

/** The names by which the screens call the parts of a snapshot. Types only: the schemas stay with the till. */
export type Day = CounterSnapshot['clock']['day'];
export type Instant = CounterSnapshot['clock']['now'];
export type MaskKind = SaleDraft['kind'];
export type Today = CounterSnapshot['today'];
export type ReaderHealth = CounterSnapshot['reader']['health'];
export type Stage<S extends Session['stage']> = Extract<Session, { stage: S }>;
export type VerdictName = Verdict['verdict'];
export type MayNot = Extract<Verdict, { verdict: 'may-not' }>;
export type Sellable = Exclude<Verdict, MayNot>;
export type RefusalReason = MayNot['reason'];
export type ConfirmReason = Extract<Verdict, { verdict: 'confirm' }>['reasons'][number];
export type VirtualDevices = NonNullable<CounterSnapshot['virtual']>;
export type DisplayView = DisplaySnapshot['view'];
