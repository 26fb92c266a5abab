import type {
  AnswerTo,
  Command,
  CounterSnapshot,
  DayFigures,
  JobState,
  OperatorView,
  ReceiptView,
  SlipKind,
  StockSnapshot,
  TicketSessionView,
  TicketView,
} from '#api';
import type { Day, Instant, RefusalReason } from '../wall.ts';

/** The names by which the manager's page calls the parts of the contract. Types only. */
export type {
  Day,
  DayFigures,
  Instant,
  OperatorView,
  ReceiptView,
  SlipKind,
  StockSnapshot,
  TicketSessionView,
};

export type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>;
export type PiecesByKind = DayFigures['sold'];
export type Kind = keyof PiecesByKind & ('adult' | 'child');
export type Role = OperatorView['role'];
export type SellingState = StockSnapshot['sellingState']['state'];
export type OpeningWeek = CommandOf<'set-opening-hours'>['week'];
export type OpenSpan = OpeningWeek[number][number];
export type Clock = TicketSessionView['pickUpFrom'];
export type CountReason = CommandOf<'count-stock'>['reason'];
export type MoveFrom = CommandOf<'move-stock'>['from'];
export type MoveTo = CommandOf<'move-stock'>['to'];
export type VoidReason = CommandOf<'void-sale'>['reason'];
export type PaperLine = CommandOf<'enter-paper-sale'>;
export type Document = PaperLine['document'];
/** Why a sale is looked at again: how a card was identified, `paper`, or the rule that spoke against it. */
export type ReviewCode = Exclude<Document, 'passport'> | RefusalReason | 'paper';
export type SlipState = JobState;
export type TicketState = TicketView['state'];
export type Reader = StockSnapshot['reader']['readers'][number];
export type ReaderHealth = CounterSnapshot['reader']['health'];
export type RuleSet = StockSnapshot['policy']['ruleSets'][number];
export type Delivery = StockSnapshot['deliveries'][number];
export type Printer = StockSnapshot['printer'];
export type BackupFault = NonNullable<StockSnapshot['backup']['fault']>;
export type DayRow = AnswerTo<'days'>['days'][number];
export type StockEventRow = AnswerTo<'stock-events'>['events'][number];
export type TicketRow = AnswerTo<'tickets'>['tickets'][number];

export const kinds = ['adult', 'child'] as const;
