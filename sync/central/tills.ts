import type { EntryHash } from '#protocol';
import { noHash, type PublicKey, type TillId, type TillName } from '#protocol';
import type { Instant } from '#rules';
import type { Reading } from './database/database.ts';

/** What the centre knows of a till. */
export interface Till extends TillName {
  readonly publicKey: PublicKey;
  readonly journalId: string;
  /** The last entry that is acknowledged. */
  readonly seq: number;
  readonly hash: EntryHash;
  readonly at: Instant;
  /** The last entry of the journal, as the till said. */
  readonly journalHead: number;
  /** The till whose journal this one goes on with, and the last entry that is that till's. */
  readonly continues: TillId | null;
  readonly startSeq: number;
  /** The entry `enrolled`, once it came. */
  readonly enrolledSeq: number | null;
  readonly enrolledAt: Instant;
  readonly revokedAt: Instant | null;
}

const columns = `outlet, till_id AS "tillId", public_key AS "publicKey", journal_id AS "journalId", seq, hash, at,
  journal_head AS "journalHead", continues, start_seq AS "startSeq", enrolled_seq AS "enrolledSeq",
  enrolled_at AS "enrolledAt", revoked_at AS "revokedAt"`;

export const tillOf = (reading: Reading, { outlet, tillId }: TillName): Promise<Till | null> =>
  reading.get(`SELECT ${columns} FROM tills WHERE outlet = ? AND till_id = ?`, [outlet, tillId]);

/** Those that were enrolled with this key, newest first. */
export const tillsWithKey = (
  reading: Reading,
  outlet: string,
  publicKey: PublicKey,
): Promise<readonly Till[]> =>
  reading.all(
    `SELECT ${columns} FROM tills WHERE outlet = ? AND public_key = ? ORDER BY enrolled_at DESC, till_id`,
    [outlet, publicKey],
  );

/** Those whose journal began as one: a till, and what its disk went on as. */
export const tillsOfJournal = (
  reading: Reading,
  outlet: string,
  journalId: string,
): Promise<readonly Till[]> =>
  reading.all(
    `SELECT ${columns} FROM tills WHERE outlet = ? AND journal_id = ? ORDER BY enrolled_at DESC, till_id`,
    [outlet, journalId],
  );

/** The first 16 bytes of an entry's hash in hex, by number: enough to tell any two entries apart. */
export type KnownHashes = ReadonlyMap<number, string>;

const prefixBytes = 16;
export const prefixOf = (hash: EntryHash): string => hash.slice(0, prefixBytes * 2);
export const packHashes = (hashes: readonly EntryHash[]): Buffer =>
  Buffer.from(hashes.map(prefixOf).join(''), 'hex');

/** Of the entries from `first` to `last`, as far as they are kept; those of earlier tills of the same journal too. */
export async function knownHashes(
  reading: Reading,
  till: Till,
  first: number,
  last: number,
): Promise<KnownHashes> {
  const known = new Map<number, string>();
  if (first === 0) known.set(0, prefixOf(noHash));
  for (let of: Till | null = till, end = last; of; ) {
    const batches: readonly { firstSeq: number; hashes: Buffer }[] = await reading.all(
      `SELECT first_seq AS "firstSeq", hashes FROM batches
       WHERE outlet = ? AND till_id = ? AND last_seq >= ? AND first_seq <= ?`,
      [of.outlet, of.tillId, first, end],
    );
    for (const { firstSeq, hashes } of batches) {
      for (let i = 0; i * prefixBytes < hashes.length; i++) {
        if (firstSeq + i > end) break;
        known.set(firstSeq + i, hashes.toString('hex', i * prefixBytes, (i + 1) * prefixBytes));
      }
    }
    if (of.continues === null || of.startSeq < first) break;
    end = Math.min(end, of.startSeq);
    of = await tillOf(reading, { outlet: of.outlet, tillId: of.continues });
  }
  return known;
}

/** Whose entry a number is: this till's, or that of an earlier till whose journal it goes on with. */
export async function ownerOf(reading: Reading, till: Till, seq: number): Promise<TillId> {
  let owner = till;
  while (seq <= owner.startSeq && owner.continues !== null) {
    const before: Till | null = await tillOf(reading, { outlet: owner.outlet, tillId: owner.continues });
    if (!before) break;
    owner = before;
  }
  return owner.tillId;
}
