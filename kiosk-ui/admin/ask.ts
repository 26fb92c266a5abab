/** Why the centre did not do it: its own code, or that it was not reached. */
export type Refused = { readonly refused: string; readonly detail?: string; readonly status: number };
export type Answer<T> = { readonly done: T } | Refused;

export const isRefused = <T>(answer: Answer<T>): answer is Refused => 'refused' in answer;

/** A question that nobody answers by then is one to ask again. */
const patienceMs = 30_000;

/** Asks `/admin/api`. Never throws: a line that is down is a refusal too. */
export async function ask<T>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<Answer<T>> {
  try {
    const answer = await fetch(`/admin/api${path}`, {
      method,
      ...(method === 'GET' && { signal: AbortSignal.timeout(patienceMs) }),
      ...(body !== undefined && {
        headers: { 'content-type': 'application/json' },
        body: body instanceof Blob ? body : JSON.stringify(body),
      }),
    });
    const said = (await answer.json()) as T & { readonly code?: string; readonly detail?: string };
    if (answer.ok) return { done: said };
    const { code = 'broke', detail } = said;
    return { refused: code, status: answer.status, ...(detail !== undefined && { detail }) };
  } catch {
    return { refused: 'not-reached', status: 0 };
  }
}
