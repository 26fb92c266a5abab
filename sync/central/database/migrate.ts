import type { Database } from 'better-sqlite3';
import type { ClientBase } from 'pg';
import first from './migrations/0001.sql?raw';
import second from './migrations/0002.sql?raw';
import third from './migrations/0003.sql?raw';
import fourth from './migrations/0004.sql?raw';
import { DatabaseRefused } from './refusal.ts';

/** In order; the number of a migration is its place, from 1. One that has shipped is never edited. */
const migrations: readonly string[] = [first, second, third, fourth];

export const newestVersion = migrations.length;

const dialects = {
  sqlite: { bytes: 'BLOB', unlogged: '', clustered: 'WITHOUT ROWID', postgres: '--' },
  postgres: { bytes: 'BYTEA', unlogged: 'UNLOGGED', clustered: '', postgres: '' },
} as const;

const stepsAfter = (version: number, kind: keyof typeof dialects): readonly string[] =>
  migrations
    .slice(version)
    .map((sql) =>
      sql.replace(/\{(bytes|unlogged|clustered|postgres)\}/g, (_, word: 'bytes') => dialects[kind][word]),
    );

/** Brings a database to the newest version, all steps in one transaction. */
export function migrateSqlite(db: Database): void {
  const version = db.pragma('user_version', { simple: true }) as number;
  if (version === newestVersion) return;
  db.transaction(() => {
    for (const sql of stepsAfter(version, 'sqlite')) db.exec(sql);
    db.pragma(`user_version = ${newestVersion}`);
  }).immediate();
}

/** The same; processes that start at once wait for the one that does it. @throws DatabaseRefused `newer-version` */
export async function migratePostgres(client: ClientBase): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('mask-till central schema'))`);
    await client.query('CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)');
    const { rows } = await client.query<{ version: number }>('SELECT version FROM schema_version');
    const version = rows[0]?.version ?? 0;
    if (version > newestVersion) {
      throw new DatabaseRefused(
        'newer-version',
        `the database has version ${version}, this program knows ${newestVersion}`,
      );
    }
    for (const sql of stepsAfter(version, 'postgres')) await client.query(sql);
    if (version < newestVersion) {
      await client.query('DELETE FROM schema_version');
      await client.query('INSERT INTO schema_version VALUES ($1)', [newestVersion]);
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
