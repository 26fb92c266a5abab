import type { Database } from 'better-sqlite3';

/** A table of the centre's, as SQLite and PostgreSQL both have it. */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly string[];
  /** Of the primary key, in its order. */
  readonly key: readonly string[];
}

export function tableShapes(db: Database): readonly TableShape[] {
  const names = db
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`)
    .pluck()
    .all() as string[];
  return names.map((name) => {
    const columns = db.pragma(`table_info(${name})`) as { readonly name: string; readonly pk: number }[];
    return {
      name,
      columns: columns.map((column) => column.name),
      key: columns
        .filter(({ pk }) => pk > 0)
        .sort((a, b) => a.pk - b.pk)
        .map((column) => column.name),
    };
  });
}
