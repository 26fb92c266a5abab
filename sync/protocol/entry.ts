import { z } from 'zod';
import type { Instant } from '#rules';
import { enrolledSchema } from './facts/enrolled.ts';
import { goodsInSchema } from './facts/goods-in.ts';
import { journalOpenedSchema } from './facts/journal-opened.ts';
import { policyInstalledSchema } from './facts/policy-installed.ts';
import { receiptCopiedSchema } from './facts/receipt-copied.ts';
import { reviewedSchema } from './facts/reviewed.ts';
import { saleSchema } from './facts/sale.ts';
import { saleVoidedSchema } from './facts/sale-voided.ts';
import {
  clockConfirmedSchema,
  dayClosedSchema,
  openingHoursSetSchema,
  operatorKeptSchema,
  operatorLockedSchema,
  outletDescribedSchema,
  pinSetSchema,
  sellingStateSetSchema,
  signedInSchema,
} from './facts/shop.ts';
import { stockCountedSchema } from './facts/stock-counted.ts';
import { stockMovedSchema } from './facts/stock-moved.ts';
import {
  ticketCalledSchema,
  ticketCancelledSchema,
  ticketHandedOutSchema,
  ticketsLapsedSchema,
  ticketsPlannedSchema,
} from './facts/tickets.ts';

/** Everything that can happen at a till. */
export const factSchema = z.discriminatedUnion('kind', [
  journalOpenedSchema,
  enrolledSchema,
  policyInstalledSchema,
  outletDescribedSchema,
  operatorKeptSchema,
  pinSetSchema,
  operatorLockedSchema,
  signedInSchema,
  saleSchema,
  saleVoidedSchema,
  reviewedSchema,
  receiptCopiedSchema,
  goodsInSchema,
  stockCountedSchema,
  stockMovedSchema,
  ticketsPlannedSchema,
  ticketHandedOutSchema,
  ticketCancelledSchema,
  ticketCalledSchema,
  ticketsLapsedSchema,
  sellingStateSetSchema,
  openingHoursSetSchema,
  dayClosedSchema,
  clockConfirmedSchema,
]);
export type Fact = z.infer<typeof factSchema>;

export const entryHashSchema = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'EntryHash'>();
export type EntryHash = z.infer<typeof entryHashSchema>;

/** One line of a journal. `fact` is kept as the text that was hashed, so that no re-serialisation can change it. */
export interface Entry {
  /** 1, 2, 3 … without a gap. */
  readonly seq: number;
  readonly at: Instant;
  readonly fact: string;
  /** Of the entry before; 64 zeros for the first. */
  readonly previousHash: EntryHash;
  readonly hash: EntryHash;
}

export const noHash = '0'.repeat(64) as EntryHash;

/** What an entry's SHA-256 is taken over. */
export const hashedText = (seq: number, at: Instant, fact: string, previousHash: EntryHash): string =>
  `${seq}\n${at}\n${previousHash}\n${fact}`;

export const parseFact = (text: string): Fact => factSchema.parse(JSON.parse(text));

/** The fact of one kind. */
export type FactOf<K extends Fact['kind']> = Extract<Fact, { kind: K }>;
