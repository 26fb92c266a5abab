import Sqlite, { type Database } from 'better-sqlite3';
import pg from 'pg';
import type { Value } from '../database/database.ts';
import { migratePostgres } from '../database/migrate.ts';
import { createPostgresStatements, readColumnTypes } from '../database/postgres-statements.ts';
import { type TableShape, tableShapes } from './table-shapes.ts';

const rowsAtOnce = 1_000;

/**
 * Copies a SQLite database of the centre's, of the newest version, into a PostgreSQL in which no centre was begun: all of
 * it, or nothing but empty tables. @throws a sentence that says what is wrong, or a fault of either database
 */
export async function copyIntoPostgres(file: string, url: string): Promise<void> {
  const db = new Sqlite(file, { readonly: true });
  const client = new pg.Client({ connectionString: url });
  // Between two queries nobody else is told that the connection broke; the next one is.
  client.on('error', () => {});
  try {
    await client.connect();
    await migratePostgres(client);
    const statements = createPostgresStatements(client, await readColumnTypes(client));
    await client.query('BEGIN');
    if (await statements.get('SELECT 1 AS one FROM centre'))
      throw new Error('a centre was begun in this database: it has to be there, and empty');
    for (const table of tableShapes(db)) {
      await client.query(`DELETE FROM ${table.name}`);
      for (const rows of rowsOf(db, table)) {
        const inserted = await statements.insertMany(table.name, table.columns, rows);
        if (inserted !== rows.length)
          throw new Error(`somebody else writes to ${table.name} of this database`);
      }
    }
    await client.query('COMMIT');
  } finally {
    // What was not committed is undone with the connection.
    await client.end();
    db.close();
  }
}

function* rowsOf(db: Database, { name, columns, key }: TableShape): Generator<readonly Value[][]> {
  const all = db.prepare<[], Value[]>(`SELECT ${columns.join(', ')} FROM ${name} ORDER BY ${key.join(', ')}`);
  let rows: Value[][] = [];
  for (const row of all.raw().iterate()) {
    rows.push(row);
    if (rows.length < rowsAtOnce) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}
