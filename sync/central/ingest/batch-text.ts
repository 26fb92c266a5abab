import type { EntryHash, Push } from '#protocol';
import type { BusinessDay, HolderKey, Instant, MaskKind } from '#rules';
import type { SentBatch } from './accept.ts';
import type { Way } from './batch-check.ts';
import type { ReadEntry } from './read-entry.ts';

/** A sale that holds: most of all entries, and so without names. */
type SaleRow = readonly [
  at: Instant,
  hash: EntryHash,
  receiptNumber: string,
  day: BusinessDay,
  holderKey: HolderKey,
  maskKind: MaskKind,
  pieces: number,
  intervalDays: number,
  soldAt: Instant | null,
  ticketId: string | null,
];

/** A batch on its way to another thread, in JSON, which is read faster than a structured clone; a sale in a third of it. */
export const batchText = ({ push, entries, way }: SentBatch): string =>
  JSON.stringify([push, way, entries.map(packed)]);

export function readBatchText(text: string): SentBatch {
  const [push, way, entries] = JSON.parse(text) as [Push, Way, (SaleRow | ReadEntry)[]];
  return { push, way, entries: entries.map((entry) => (isRow(entry) ? entryOf(entry) : entry)) };
}

function packed(entry: ReadEntry): SaleRow | ReadEntry {
  const { at, hash, chain, fact } = entry;
  if (chain === 'broken' || typeof fact === 'string' || fact.kind !== 'sale') return entry;
  const { receiptNumber, day, holder, maskKind, pieces, intervalDays, paper, ticketId } = fact;
  return [
    ...([at, hash, receiptNumber, day, holder.key, maskKind, pieces, intervalDays] as const),
    ...([paper?.soldAt ?? null, ticketId ?? null] as const),
  ];
}

const isRow = (entry: SaleRow | ReadEntry): entry is SaleRow => Array.isArray(entry);

function entryOf(row: SaleRow): ReadEntry {
  const [at, hash, receiptNumber, day, key, maskKind, pieces, intervalDays, soldAt, ticketId] = row;
  return {
    ...{ at, hash, chain: 'holds' },
    fact: {
      ...{ kind: 'sale', receiptNumber, day, holder: { key }, maskKind, pieces, intervalDays },
      ...(soldAt !== null && { paper: { soldAt } }),
      ...(ticketId !== null && { ticketId }),
    },
  };
}
