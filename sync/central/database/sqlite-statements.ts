import type { Database, Statement } from 'better-sqlite3';
import type { Statements } from './database.ts';

/** Statements on one connection, each prepared once. */
export function createSqliteStatements(db: Database): Statements {
  const prepared = new Map<string, Statement>();

  function statement(sql: string): Statement {
    const known = prepared.get(sql);
    if (known) return known;
    const made = db.prepare(sql);
    prepared.set(sql, made);
    return made;
  }

  function inserting(whereKnown: string): Statements['insertMany'] {
    /** By the very list of columns: those that are written often are made once, each for its table. */
    const inserts = new WeakMap<readonly string[], Statement>();
    function insertInto(table: string, columns: readonly string[]): Statement {
      const known = inserts.get(columns);
      if (known) return known;
      const places = columns.map(() => '?').join(', ');
      const made = statement(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places}) ${whereKnown}`);
      inserts.set(columns, made);
      return made;
    }
    return async (table, columns, rows) => {
      if (rows.length === 0) return 0;
      const insert = insertInto(table, columns);
      let inserted = 0;
      for (const row of rows) inserted += insert.run(row).changes;
      return inserted;
    };
  }

  return {
    all: async <Row>(sql: string, parameters = none) => statement(sql).all(parameters) as Row[],
    get: async <Row>(sql: string, parameters = none) =>
      (statement(sql).get(parameters) ?? null) as Row | null,
    run: async (sql, parameters = none) => statement(sql).run(parameters).changes,
    insertMany: inserting('ON CONFLICT DO NOTHING'),
    insertNew: inserting(''),
    anyOf: (column) => `${column} IN (SELECT value FROM json_each(?))`,
    list: (texts) => JSON.stringify(texts),
  };
}

const none: readonly never[] = [];
