import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import pg from 'pg';
import { newestVersion } from '../database/migrate.ts';
import { databaseFile, openSqliteDatabase } from '../database/sqlite-database.ts';
import { type TableShape, tableShapes } from './table-shapes.ts';

/** Rows at once: the centre answers between them, and no more are in memory. */
const rowsAtOnce = 1_000;

/** int8: all our figures are far below 2^53. */
const int8 = 20;
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === int8 ? Number : pg.types.getTypeParser(oid, format as 'text'),
};

/**
 * Copies a PostgreSQL of the centre's, as it is at one moment and beside all who work on it, into a SQLite database in
 * this folder. Both have the same tables, so a backup is the same thing whichever database it is of, and needs no
 * program of the server's own version. @throws a fault of either database; what is in the folder then is worth nothing
 */
export async function copyFromPostgres(url: string, folder: string): Promise<void> {
  await makeEmpty(folder);
  const db = new Sqlite(databaseFile(folder));
  const client = new pg.Client({ connectionString: url, types });
  // Between two queries nobody else is told that the connection broke; the next one is.
  client.on('error', () => {});
  try {
    // Whoever breaks off throws all of it away, so there is nothing to roll back.
    db.pragma('journal_mode = OFF');
    db.pragma('synchronous = OFF');
    await client.connect();
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await demandVersion(client);
    for (const table of tableShapes(db)) await copyTable(client, db, table);
    await client.query('COMMIT');
    // One file, that is read without leaving others beside it.
    db.pragma('journal_mode = DELETE');
  } finally {
    db.close();
    await client.end();
  }
}

async function makeEmpty(folder: string): Promise<void> {
  const making = join(folder, 'making');
  mkdirSync(making, { mode: 0o700 });
  await openSqliteDatabase({ folder: making }).close();
  renameSync(databaseFile(making), databaseFile(folder));
  rmSync(making, { recursive: true });
}

/** A newer process of the centre may have changed the tables meanwhile. */
async function demandVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number }>('SELECT version FROM schema_version');
  const version = rows[0]?.version;
  if (version !== newestVersion)
    throw new Error(`the database has version ${version}, and this program backs up ${newestVersion}`);
}

/** In the order of the key: rows that come at random would be written to pages at random. */
async function copyTable(client: pg.Client, db: Database, { name, columns, key }: TableShape): Promise<void> {
  const list = columns.join(', ');
  db.exec(`DELETE FROM ${name}`);
  const insert = db.prepare(`INSERT INTO ${name} (${list}) VALUES (${columns.map(() => '?').join(', ')})`);
  const insertAll = db.transaction((rows: readonly unknown[][]) => {
    for (const row of rows) insert.run(row);
  });
  await client.query(
    `DECLARE copied NO SCROLL CURSOR FOR SELECT ${list} FROM ${name} ORDER BY ${key.join(', ')}`,
  );
  for (;;) {
    const { rows } = await client.query<unknown[]>({
      text: `FETCH ${rowsAtOnce} FROM copied`,
      rowMode: 'array',
    });
    if (rows.length === 0) break;
    insertAll(rows);
  }
  await client.query('CLOSE copied');
}
