import type { Database } from 'better-sqlite3';
import { type PolicyPack, policyPackSchema } from '#rules';

export interface Policies {
  /** The pack installed last, or `null` in a journal without one. */
  installed(): PolicyPack | null;
  project(seq: number, pack: PolicyPack): void;
}

export function createPolicies(db: Database): Policies {
  const last = db.prepare<[], string>('SELECT pack FROM policy_packs ORDER BY seq DESC LIMIT 1').pluck();
  const insert = db.prepare('INSERT INTO policy_packs VALUES (?, ?)');
  return {
    installed() {
      const text = last.get();
      return text === undefined ? null : policyPackSchema.parse(JSON.parse(text));
    },
    project: (seq, pack) => void insert.run(seq, JSON.stringify(pack)),
  };
}
