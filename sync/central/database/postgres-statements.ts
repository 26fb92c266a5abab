import type { ClientBase, Pool, QueryConfig } from 'pg';
import type { Statements, Value } from './database.ts';

/** Table, column → type, as PostgreSQL names it. */
export type ColumnTypes = ReadonlyMap<string, string>;

const typeKey = (table: string, column: string): string => `${table}.${column}`;

export async function readColumnTypes(client: ClientBase): Promise<ColumnTypes> {
  const { rows } = await client.query<{ table: string; column: string; type: string }>(
    `SELECT table_name AS "table", column_name AS "column", udt_name AS "type"
     FROM information_schema.columns WHERE table_schema = current_schema()`,
  );
  return new Map(rows.map(({ table, column, type }) => [typeKey(table, column), type]));
}

/** Prepared once a connection, under a name that follows from the text. */
interface Translated {
  readonly name: string;
  readonly text: string;
}
const translations = new Map<string, Translated>();

function translated(sql: string): Translated {
  const known = translations.get(sql);
  if (known) return known;
  let n = 0;
  const made = { name: `s${translations.size}`, text: sql.replace(/\?/g, () => `$${++n}`) };
  translations.set(sql, made);
  return made;
}

export function createPostgresStatements(client: ClientBase | Pool, types: ColumnTypes): Statements {
  const query = (sql: string, parameters: readonly Value[] = []) =>
    client.query({ ...translated(sql), values: [...parameters] } satisfies QueryConfig);

  const inserting =
    (whereKnown: string): Statements['insertMany'] =>
    async (table, columns, rows) => {
      if (rows.length === 0) return 0;
      // One array a column: the text is the same for any number of rows, so it is prepared once.
      const arrays = columns.map((column) => `?::${types.get(typeKey(table, column))}[]`).join(', ');
      const { name, text } = translated(
        `INSERT INTO ${table} (${columns.join(', ')}) SELECT * FROM unnest(${arrays}) ${whereKnown}`,
      );
      const values = columns.map((_, i) => columnText(rows, i));
      return (await client.query({ name, text, values })).rowCount ?? 0;
    };

  return {
    all: async <Row>(sql: string, parameters?: readonly Value[]) =>
      (await query(sql, parameters)).rows as Row[],
    get: async <Row>(sql: string, parameters?: readonly Value[]) =>
      ((await query(sql, parameters)).rows[0] ?? null) as Row | null,
    run: async (sql, parameters) => (await query(sql, parameters)).rowCount ?? 0,
    insertMany: inserting('ON CONFLICT DO NOTHING'),
    insertNew: inserting(''),
    anyOf: (column) => `${column} = ANY(?::text[])`,
    list: (texts) => `{${texts.map((text) => JSON.stringify(text)).join(',')}}`,
  };
}

/**
 * A column as PostgreSQL reads an array. Written here, since the driver's own way takes as long as the insert itself. What
 * is the same as in the row before is not looked at again.
 */
function columnText(rows: readonly (readonly Value[])[], column: number): string {
  const elements: string[] = [];
  let before: Value | undefined;
  let element = '';
  for (const row of rows) {
    const value = row[column] ?? null;
    if (value !== before) [before, element] = [value, elementText(value)];
    elements.push(element);
  }
  return `{${elements.join(',')}}`;
}

function elementText(value: Value): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string')
    return /["\\]/.test(value) ? `"${value.replace(/["\\]/g, '\\$&')}"` : `"${value}"`;
  return `"\\\\x${value.toString('hex')}"`;
}
