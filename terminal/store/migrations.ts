import type { Database } from 'better-sqlite3';
import till from './migrations/0001-till.sql?raw';
import wholeDay from './migrations/0002-whole-day.sql?raw';

/** In order; the number of a migration is its place, from 1. One that has shipped is never edited. */
const migrations: readonly string[] = [till, wholeDay];

export const newestVersion = migrations.length;

/**
 * Brings a database to the newest version, all steps in one transaction. `project` makes the projections anew from the
 * journal: a step may therefore drop and change them as it likes.
 */
export function migrate(db: Database, project: () => void): void {
  const version = db.pragma('user_version', { simple: true }) as number;
  if (version === newestVersion) return;
  db.transaction(() => {
    for (const sql of migrations.slice(version)) db.exec(sql);
    db.pragma(`user_version = ${newestVersion}`);
    project();
  }).immediate();
}
