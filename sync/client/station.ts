import type { FeedItem, JournalPlace, SentEntry, SignedPolicy } from '#protocol';
import type { Instant } from '#rules';

/** What the sync needs of a till: its journal, and a place to keep what it was told. */
export interface Station {
  readonly journalId: string;
  head(): JournalPlace;
  /** The entry's hash, `null` where the journal has no such entry; of 0 the hash before the first. */
  hashAt(seq: number): JournalPlace['hash'] | null;
  /** At most `limit`, in order. */
  entriesAfter(seq: number, limit: number): readonly SentEntry[];
  acknowledged(): JournalPlace;
  keepAcknowledged(place: JournalPlace): void;
  cursors(): Cursors;
  /** Whether this very pack was installed under this number. */
  hasPolicy(policy: SignedPolicy): boolean;
  /** Keeps items, packs and cursors in one transaction, so that none is lost or taken twice. */
  keepPulled(pulled: Pulled): void;
  /** When the oldest entry that the centre does not have was made. */
  oldestUnsentAt(): Instant | null;
}

/** The last numbers that the till has kept. */
export interface Cursors {
  readonly feed: number;
  readonly policy: number;
}

export interface Pulled {
  readonly items: readonly FeedItem[];
  /** Their signatures were found good. */
  readonly policies: readonly SignedPolicy[];
  readonly cursors: Cursors;
}
