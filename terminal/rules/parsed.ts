/** The answer of a parser: the value, or which of its documented ways the text is wrong. */
export type Parsed<T, Problem extends string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

export const parsed = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });
export const malformed = <P extends string>(problem: P): { ok: false; problem: P } => ({
  ok: false,
  problem,
});

/** Ends a `switch` over a union: a member that nobody handles does not compile. */
export function exhaustive(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
