import type { z } from 'zod';

export type QueryRead<Query> = { readonly query: Query } | { readonly wrong: string };

/** Reads the query of a URL. `wrong` names the parameter. */
export type QueryReader<Query = unknown> = (url: string) => QueryRead<Query>;

/** The same is asked again and again. So many are known again, and none that is longer: strangers fill no memory. */
const known = { most: 2_000, longest: 1_000 } as const;

/** Reads with a schema. */
export function createQueryReader<S extends z.ZodType>(schema: S): QueryReader<z.output<S>> {
  const kept = new Map<string, { readonly query: z.output<S> }>();

  function keep(text: string, read: { readonly query: z.output<S> }): void {
    kept.delete(text);
    kept.set(text, read);
    if (kept.size > known.most) kept.delete(kept.keys().next().value ?? '');
  }

  return (url) => {
    const text = queryOf(url);
    const read = kept.get(text) ?? readQuery(schema, text);
    if ('query' in read && text.length <= known.longest) keep(text, read);
    return read;
  };
}

function readQuery<S extends z.ZodType>(schema: S, text: string): QueryRead<z.output<S>> {
  const given = parametersOf(text);
  if ('wrong' in given) return given;
  const parsed = schema.safeParse(given.query);
  return parsed.success ? { query: parsed.data } : { wrong: firstWrong(parsed.error) };
}

/** Every parameter once, in whole characters. */
function parametersOf(text: string): QueryRead<Record<string, string>> {
  const found = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(text)) {
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
