import { type Enrol, type Fault, type JournalPlace, noHash, shownMost } from '#protocol';
import type { Statements } from './database/database.ts';
import { knownHashes, prefixOf, type Till, tillsOfJournal } from './tills.ts';

/** Where a till that is enrolled goes on from. */
export interface Parting {
  /** The last entry that the centre has of this journal, under whatever name it came. */
  readonly place: JournalPlace;
  /** Whose entry that is, and whose are those before it; `null` where the centre has none. */
  readonly continues: Till | null;
  /**
   * Tills that are known no more: the one that this one was, and whoever was enrolled and has not sent what it had until
   * then. Two such could hold the same entries, and each would find the centre without them.
   */
  readonly replaces: readonly Till[];
}

/**
 * Finds the last entry that what is shown has in common with any till of the same journal. Copies of one disk may all
 * have been enrolled by now, and each shares something else with this one.
 */
export async function partingOf(
  statements: Statements,
  { outlet, journalId, was, shows }: Enrol,
): Promise<Parting | { readonly fault: Fault }> {
  const tills = await tillsOfJournal(statements, outlet, journalId);
  if (tills.length === 0) return { place: { seq: 0, hash: noHash }, continues: null, replaces: [] };
  const replaced = tills.find(({ tillId }) => tillId === was);
  let best: { readonly till: Till; readonly place: JournalPlace } | null = null;
  for (const till of tills) {
    const place = await lastShared(statements, till, shows);
    if (place && (!best || place.seq > best.place.seq || (place.seq === best.place.seq && till === replaced)))
      best = { till, place };
  }
  if (!best) return { fault: { kind: 'gap', seq: furthest(tills, shows.after.seq) + 1 } };
  const { till, place } = best;
  const shown = shows.after.seq + shows.hashes.length;
  // All that was shown is here already, and there was no room to show more.
  if (place.seq === shown && shows.hashes.length === shownMost)
    return { fault: { kind: 'gap', seq: shown + 1 } };
  const unsent = tills.filter(({ enrolledSeq, revokedAt }) => enrolledSeq === null && revokedAt === null);
  return {
    place,
    continues: place.seq === 0 ? null : till,
    replaces: [...new Set([replaced ?? till, ...unsent])],
  };
}

/** `null` where the two part before what is shown, or this till never came so far. */
async function lastShared(
  statements: Statements,
  till: Till,
  { after, hashes }: Enrol['shows'],
): Promise<JournalPlace | null> {
  if (after.seq > till.seq) return null;
  const known = await knownHashes(statements, till, after.seq, after.seq + hashes.length);
  const isShared = ({ seq, hash }: JournalPlace) =>
    (seq === till.seq ? prefixOf(till.hash) : known.get(seq)) === prefixOf(hash);
  if (!isShared(after)) return null;
  let place = after;
  for (const [i, hash] of hashes.entries()) {
    const next = { seq: after.seq + 1 + i, hash };
    if (next.seq > till.seq || !isShared(next)) break;
    place = next;
  }
  return place;
}

/** Where the next look begins: at the last entry of a till that never came so far, or else at the beginning. */
const furthest = (tills: readonly Till[], after: number): number =>
  Math.max(0, ...tills.filter(({ seq }) => seq < after).map(({ seq }) => seq));
