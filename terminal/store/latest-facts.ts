import type { Database } from 'better-sqlite3';
import type { Entry, Fact, FactOf } from '#protocol';
import type { Instant } from '#rules';

/** Facts of which only the latest counts. */
export type LatestKind = 'outlet-described' | 'selling-state-set' | 'opening-hours-set' | 'ticket-called';

export interface LatestFacts {
  of<K extends LatestKind>(kind: K): { readonly at: Instant; readonly fact: FactOf<K> } | null;
  project(entry: Entry, fact: Fact): void;
}

export function createLatestFacts(db: Database): LatestFacts {
  const get = db.prepare<[string], { at: Instant; fact: string }>(
    'SELECT at, fact FROM latest_facts WHERE kind = ?',
  );
  const put = db.prepare(
    `INSERT INTO latest_facts VALUES (?, ?, ?, ?)
     ON CONFLICT (kind) DO UPDATE SET seq = excluded.seq, at = excluded.at, fact = excluded.fact`,
  );
  return {
    of<K extends LatestKind>(kind: K) {
      const row = get.get(kind);
      // It was checked when it was recorded, and a projection that was tampered with fails `verify`.
      return row ? { at: row.at, fact: JSON.parse(row.fact) as FactOf<K> } : null;
    },
    project: ({ seq, at, fact: text }, { kind }) => void put.run(kind, seq, at, text),
  };
}
