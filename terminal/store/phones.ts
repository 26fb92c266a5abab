import type { Database } from 'better-sqlite3';
import type { Instant, OperatorId } from '#rules';

/** A phone in the shop's network that may look on. */
export interface Phone {
  readonly phoneId: string;
  /** As its browser calls itself. */
  readonly browser: string;
  readonly pairedAt: Instant;
  readonly pairedBy: OperatorId;
  readonly lastSeen: Instant;
}

/** Kept beside the journal, which leaves the machine. */
export interface Phones {
  /** The one that was paired first comes first. */
  all(): readonly Phone[];
  byToken(hash: Buffer): Phone | null;
  keep(phone: Phone, tokenHash: Buffer): void;
  seen(phoneId: string, at: Instant): void;
  /** @returns how many there were; `null` forgets all of them */
  forget(phoneId: string | null): number;
  /** Where a manager last said to listen for them. */
  address(): string | null;
  keepAddress(address: string): void;
}

const columns = `phone_id AS phoneId, browser, paired_at AS pairedAt, paired_by AS pairedBy, last_seen AS lastSeen`;

export function createPhones(db: Database): Phones {
  const all = db.prepare<[], Phone>(`SELECT ${columns} FROM phones ORDER BY paired_at, phone_id`);
  const byToken = db.prepare<[Buffer], Phone>(`SELECT ${columns} FROM phones WHERE token_hash = ?`);
  const keep = db.prepare('INSERT INTO phones VALUES (?, ?, ?, ?, ?, ?)');
  const seen = db.prepare('UPDATE phones SET last_seen = ? WHERE phone_id = ?');
  const forget = db.prepare('DELETE FROM phones WHERE phone_id = ?');
  const forgetAll = db.prepare('DELETE FROM phones');
  const address = db.prepare<[], string>('SELECT address FROM phone_address').pluck();
  const keepAddress = db.prepare('INSERT OR REPLACE INTO phone_address VALUES (1, ?)');
  return {
    all: () => all.all(),
    byToken: (hash) => byToken.get(hash) ?? null,
    keep: ({ phoneId, browser, pairedAt, pairedBy, lastSeen }, tokenHash) =>
      void keep.run(phoneId, tokenHash, browser, pairedAt, pairedBy, lastSeen),
    seen: (phoneId, at) => void seen.run(at, phoneId),
    forget: (phoneId) => (phoneId === null ? forgetAll.run() : forget.run(phoneId)).changes,
    address: () => address.get() ?? null,
    keepAddress: (text) => void keepAddress.run(text),
  };
}
