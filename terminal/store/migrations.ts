import type { Database } from 'better-sqlite3';
import till from './migrations/0001-till.sql?raw';

/** In order; the number of a migration is its place, from 1. One that has shipped is never edited. */
const migrations: readonly string[] = [till];

export const newestVersion = migrations.length;

/** Brings a database to the newest version, each step in a transaction of its own. */
export function migrate(db: Database): void {
  const version = db.pragma('user_version', { simple: true }) as number;
  migrations.slice(version).forEach((sql, i) => {
    db.transaction(() => {
      db.exec(sql);
      db.pragma(`user_version = ${version + i + 1}`);
    }).immediate();
  });
}
