import type { OutletRow, Role } from './wall.ts';

/** A scope as people call it: an outlet by its name, with its code. */
export function scopeName(rows: readonly OutletRow[], role: Role, scope: string): string {
  if (role !== 'outlet') return scope;
  const name = rows.find(({ code }) => code === scope)?.name;
  return name === undefined ? scope : `${name}（${scope}）`;
}
