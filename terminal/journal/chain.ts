import { type Entry, type EntryHash, noHash } from '#protocol';
import { entryHash } from './journal.ts';

/** The first entry at which a chain does not hold, and how. */
export interface ChainBreak {
  readonly seq: number;
  readonly fault: 'gap' | 'wrong-previous-hash' | 'wrong-hash' | 'time-goes-back';
}

export type ChainCheck =
  | { readonly whole: true; readonly entries: number; readonly hash: EntryHash }
  | { readonly whole: false; readonly broken: ChainBreak };

/** Checks number, time and hash of every entry against the one before. */
export function checkChain(entries: Iterable<Entry>): ChainCheck {
  let previous: Pick<Entry, 'seq' | 'at' | 'hash'> | null = null;
  for (const entry of entries) {
    const fault = chainFault(entry, previous);
    if (fault) return { whole: false, broken: { seq: entry.seq, fault } };
    previous = entry;
  }
  return { whole: true, entries: previous?.seq ?? 0, hash: previous?.hash ?? noHash };
}

/** How an entry does not follow from the one before it (`null` for the first), or `null` if it does. */
export function chainFault(
  entry: Entry,
  previous: Pick<Entry, 'seq' | 'at' | 'hash'> | null,
): ChainBreak['fault'] | null {
  if (entry.seq !== (previous?.seq ?? 0) + 1) return 'gap';
  if (entry.previousHash !== (previous?.hash ?? noHash)) return 'wrong-previous-hash';
  if (previous && entry.at < previous.at) return 'time-goes-back';
  if (entryHash(entry.seq, entry.at, entry.fact, entry.previousHash) !== entry.hash) return 'wrong-hash';
  return null;
}
