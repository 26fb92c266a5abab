import type { Database } from 'better-sqlite3';
import till from './migrations/0001-till.sql?raw';
import wholeDay from './migrations/0002-whole-day.sql?raw';
import clockDoubt from './migrations/0003-clock-doubt.sql?raw';
import centre from './migrations/0004-centre.sql?raw';
import phones from './migrations/0005-phones.sql?raw';
import deliveriesInParts from './migrations/0006-deliveries-in-parts.sql?raw';
import reviews from './migrations/0007-reviews.sql?raw';

interface Migration {
  readonly sql: string;
  /** `emptied`: its projections are made anew from the journal, so it may drop and change them as it likes. */
  readonly projections: 'emptied' | 'left';
}

/** In order; the number of a migration is its place, from 1. One that has shipped is never edited. */
const migrations: readonly Migration[] = [
  { sql: till, projections: 'emptied' },
  { sql: wholeDay, projections: 'emptied' },
  { sql: clockDoubt, projections: 'left' },
  { sql: centre, projections: 'left' },
  { sql: phones, projections: 'left' },
  { sql: deliveriesInParts, projections: 'left' },
  { sql: reviews, projections: 'left' },
];

export const newestVersion = migrations.length;

/**
 * Brings a database to the newest version, all steps in one transaction. `project` makes the projections from the
 * journal, where a step has emptied them.
 */
export function migrate(db: Database, project: () => void): void {
  const version = db.pragma('user_version', { simple: true }) as number;
  if (version === newestVersion) return;
  db.transaction(() => {
    const steps = migrations.slice(version);
    for (const { sql } of steps) db.exec(sql);
    db.pragma(`user_version = ${newestVersion}`);
    if (steps.some(({ projections }) => projections === 'emptied')) project();
  }).immediate();
}
