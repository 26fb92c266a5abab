import type { Value } from '../database/database.ts';
import type { Access } from './rights.ts';

/** A condition of a query, and the values of its parameters in their order. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly Value[];
}

/** What `maySee` says of the outlets of a list, for the database to say it of its rows. @param outlet a column or expression */
export function inScope({ role, scope }: Access, outlet: string): Condition {
  switch (role) {
    case 'authority':
      return { sql: '1 = 1', values: [] };
    case 'county':
    case 'chain':
      // An outlet of which no county or chain is known belongs to none.
      return scope === ''
        ? { sql: '1 = 0', values: [] }
        : { sql: `${outlet} IN (SELECT outlet FROM outlets WHERE ${role} = ?)`, values: [scope] };
    case 'outlet':
      return { sql: `${outlet} = ?`, values: [scope] };
  }
}

/** All of them. */
export const allOf = (...conditions: readonly Condition[]): Condition => joined(conditions, ' AND ');
/** Any of them. */
export const anyOf = (...conditions: readonly Condition[]): Condition => joined(conditions, ' OR ');

const joined = (conditions: readonly Condition[], word: string): Condition => ({
  sql: `(${conditions.map(({ sql }) => sql).join(word)})`,
  values: conditions.flatMap(({ values }) => values),
});
