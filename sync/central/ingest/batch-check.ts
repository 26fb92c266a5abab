import type { EntryHash, Fault, JournalPlace } from '#protocol';
import type { Instant } from '#rules';
import { type KnownHashes, prefixOf, type Till } from '../tills.ts';
import type { ReadEntry, ReadPush, TakenFact } from './read-entry.ts';

/** Whose journals a centre takes: those of shops, or those of a demonstration. */
export type Purpose = 'shop' | 'demo';

/** A new entry that holds. */
export interface CheckedEntry {
  readonly seq: number;
  readonly at: Instant;
  readonly hash: EntryHash;
  readonly fact: TakenFact;
}

export interface BatchCheck {
  /** What is new and holds, in order: all before the fault. */
  readonly entries: readonly CheckedEntry[];
  /**
   * The last entry of which this batch shows that both ends have it. Where the batch does not show any (a gap, another
   * journal, a fork at the place it begins from), the centre's own last.
   */
  readonly acknowledged: JournalPlace;
  readonly fault?: Fault;
}

export interface BatchToCheck extends ReadPush {
  readonly till: Till;
  /** From `push.after` to the last acknowledged. */
  readonly known: KnownHashes;
  readonly now: Instant;
  readonly purpose: Purpose;
  readonly way: Way;
}

/** Over the line, or in a file that may have been under way for days, while the till went on. */
export type Way = 'line' | 'file';

/** How far an entry may be ahead of the centre's clock. */
export const aheadToleranceMs = 2 * 60_000;

/** What of a batch is new, what is a repeat, and where and how it stops to fit. */
export function checkBatch(batch: BatchToCheck): BatchCheck {
  const { till, push, known } = batch;
  const head: JournalPlace = { seq: till.seq, hash: till.hash };
  const misplaced = faultOfPlace(batch);
  if (misplaced) return { entries: [], acknowledged: head, fault: misplaced };

  const entries: CheckedEntry[] = [];
  let place: JournalPlace = push.after;
  let at = till.at;
  for (const each of batch.entries) {
    const seq = place.seq + 1;
    if (seq <= till.seq) {
      const fault = faultOfRepeat(seq, each, known, till);
      if (fault) return { entries, acknowledged: place, fault };
    } else {
      const checked = checkEntry(batch, each, seq, at);
      if ('fault' in checked) return { entries, acknowledged: place, fault: checked.fault };
      entries.push(checked.entry);
      at = each.at;
    }
    place = { seq, hash: each.hash };
  }
  // Known to its last entry, and then it ends before the centre does: an older copy of the journal was put back.
  if (batch.way === 'line' && push.head < till.seq && place.seq === push.head) {
    return { entries, acknowledged: place, fault: { kind: 'rolled-back', seq: push.head + 1 } };
  }
  return { entries, acknowledged: place };
}

/** Whether the batch begins at a place of this till's journal. */
function faultOfPlace({ till, known, push, entries }: BatchToCheck): Fault | null {
  const { after } = push;
  if (push.journalId !== till.journalId) return { kind: 'wrong-journal' };
  if (push.head < after.seq + entries.length)
    return { kind: 'bad-request', detail: 'the head is behind the entries' };
  if (after.seq > till.seq) return { kind: 'gap', seq: till.seq + 1 };
  if (after.seq === till.seq && after.hash === till.hash) return null;
  return faultOfRepeat(after.seq, after, known, till);
}

/** What the centre no longer can compare is asked for from where it stands. */
function faultOfRepeat(
  seq: number,
  { hash }: { readonly hash: EntryHash },
  known: KnownHashes,
  till: Till,
): Fault | null {
  const prefix = seq === till.seq ? prefixOf(till.hash) : known.get(seq);
  if (prefix === undefined) return { kind: 'gap', seq: till.seq + 1 };
  return prefix === prefixOf(hash) ? null : { kind: 'fork', seq: Math.max(seq, 1) };
}

function checkEntry(
  batch: BatchToCheck,
  { at, hash, chain, fact }: ReadEntry,
  seq: number,
  before: Instant,
): { readonly entry: CheckedEntry } | { readonly fault: Fault } {
  if (chain === 'broken' || at < before) return { fault: { kind: 'broken-chain', seq } };
  if (at > batch.now + aheadToleranceMs) return { fault: { kind: 'entry-in-future', seq, now: batch.now } };
  if (typeof fact === 'string') return { fault: { kind: 'unknown-entry', seq, detail: fact } };
  if (!fits(fact, batch)) return { fault: { kind: 'wrong-journal', seq } };
  return { entry: { seq, at, hash, fact } };
}

/** Whether what an entry says of the journal fits whose it is. */
const fits = (fact: TakenFact, { till, purpose }: BatchToCheck): boolean =>
  fact.kind !== 'journal-opened' ||
  (fact.outlet === till.outlet && fact.journalId === till.journalId && fact.purpose === purpose);
