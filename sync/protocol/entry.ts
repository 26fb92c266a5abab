import { z } from 'zod';
import type { Instant } from '#rules';
import { goodsInSchema } from './facts/goods-in.ts';
import { journalOpenedSchema } from './facts/journal-opened.ts';
import { policyInstalledSchema } from './facts/policy-installed.ts';
import { receiptCopiedSchema } from './facts/receipt-copied.ts';
import { saleSchema } from './facts/sale.ts';

/** Everything that can happen at a till. */
export const factSchema = z.discriminatedUnion('kind', [
  journalOpenedSchema,
  policyInstalledSchema,
  saleSchema,
  goodsInSchema,
  receiptCopiedSchema,
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
