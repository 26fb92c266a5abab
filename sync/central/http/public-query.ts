import type { z } from 'zod';

export type QueryRead<Query> = { readonly query: Query } | { readonly wrong: string };

/** Reads a query with its schema. `wrong` names the parameter. @param url path and query as they were asked */
export function readQuery<S extends z.ZodType>(schema: S, url: string): QueryRead<z.output<S>> {
  const given = parametersOf(url);
  if ('wrong' in given) return given;
  const parsed = schema.safeParse(given.query);
  return parsed.success ? { query: parsed.data } : { wrong: firstWrong(parsed.error) };
}

/** Every parameter once, in whole characters. */
function parametersOf(url: string): QueryRead<Record<string, string>> {
  const found = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(queryOf(url))) {
    // What was no UTF-8, halves of a pair among it.
    if (`${name}${value}`.includes('\uFFFD')) return { wrong: `${short(name)}: damaged text` };
    if (found.has(name)) return { wrong: `${short(name)}: more than once` };
    found.set(name, value);
  }
  return { query: Object.fromEntries(found) };
}

export const queryOf = (url: string): string => {
  const mark = url.indexOf('?');
  return mark < 0 ? '' : url.slice(mark + 1);
};

function firstWrong({ issues: [issue] }: z.ZodError): string {
  if (issue?.code === 'unrecognized_keys') return `${short(issue.keys[0] ?? '')}: no such parameter`;
  return `${issue?.path[0] === undefined ? 'query' : String(issue.path[0])}: ${issue?.message}`;
}

/** A stranger's text is not sent back at length. */
const short = (text: string): string => text.slice(0, 40);
