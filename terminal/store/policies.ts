import type { Database } from 'better-sqlite3';
import type { FactOf } from '#protocol';
import { type Instant, instantOf, policyPackSchema, type StandingPack } from '#rules';

/** A pack, since when it stands, and the number that the centre gave it; `null`: of this till's own settings. */
export interface InstalledPack extends StandingPack {
  readonly number: number | null;
}

export interface Policies {
  /**
   * In the order in which they came. The first one always stood; others stand from their entry on, or from the instant
   * that the centre announced.
   */
  installed(): readonly InstalledPack[];
  /** Tells one state of them from another: the number of the last entry that changed it. */
  version(): number;
  /** Whether the centre has ever sent a pack. */
  origin(): 'settings' | 'centre';
  project(seq: number, fact: FactOf<'policy-installed'>): void;
}

interface Row {
  readonly pack: string;
  readonly at: Instant;
  readonly number: number | null;
  readonly effective: Instant | null;
}

export function createPolicies(db: Database): Policies {
  const all = db.prepare<[], Row>(
    'SELECT pack, at, number, effective FROM policy_packs JOIN journal USING (seq) ORDER BY seq',
  );
  const last = db.prepare<[], number | null>('SELECT max(seq) FROM policy_packs').pluck();
  const ofCentre = db.prepare<[], number>('SELECT 1 FROM policy_packs WHERE number IS NOT NULL').pluck();
  const insert = db.prepare('INSERT INTO policy_packs VALUES (?, ?, ?, ?)');
  return {
    installed: () =>
      all.all().map(({ pack, at, number, effective }, i) => ({
        pack: policyPackSchema.parse(JSON.parse(pack)),
        from: effective ?? (i === 0 ? null : at),
        number,
      })),
    version: () => last.get() ?? 0,
    origin: () => (ofCentre.get() === undefined ? 'settings' : 'centre'),
    project(seq, { pack, announced }) {
      const effective = announced ? instantOf(announced.effective) : null;
      insert.run(seq, JSON.stringify(pack), announced?.number ?? null, effective);
    },
  };
}
