import { hash } from 'node:crypto';
import {
  type EntryHash,
  type Fact,
  factSchema,
  hashedText,
  type JournalPlace,
  type Push,
  type SentEntry,
} from '#protocol';
import type { Instant } from '#rules';

/** A push as far as it is understood without knowing the till. Plain enough for JSON: it may come from another thread. */
export interface ReadPush {
  readonly push: Push;
  readonly entries: readonly ReadEntry[];
}

export interface ReadEntry {
  readonly at: Instant;
  readonly hash: EntryHash;
  /** Whether the hash follows from the entry and the hash before. */
  readonly chain: 'holds' | 'broken';
  /** Or why it is none that is known here, by the names of its parts and without what stands in them. */
  readonly fact: Fact | string;
}

/** @param after the place that the first of them follows */
export function readEntries(after: JournalPlace, sent: readonly SentEntry[]): ReadEntry[] {
  let previous = after.hash;
  return sent.map(({ at, hash: claimed, fact: text }, i) => {
    const chain =
      hash('sha256', hashedText(after.seq + 1 + i, at, text, previous)) === claimed ? 'holds' : 'broken';
    previous = claimed;
    return { at, hash: claimed, chain, fact: factOf(text) };
  });
}

function factOf(text: string): Fact | string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return 'not JSON';
  }
  const fact = factSchema.safeParse(json);
  if (fact.success) return fact.data;
  const [issue] = fact.error.issues;
  return `${issue?.code} at ${issue?.path.join('.') || 'the fact'}`;
}
