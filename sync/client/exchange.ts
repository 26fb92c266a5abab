import type { z } from 'zod';
import { faultAnswerSchema, laterFaultAnswerSchema } from '#protocol';
import type { CentreTime } from './centre-time.ts';
import type { Trouble } from './machine.ts';
import type { Signer } from './signer.ts';
import { NoLine, type Transport } from './transport.ts';

/** What came of asking the centre. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: Trouble; readonly retryAfterMs: number | null };

/** Signs, sends, and reads the answer; the same for every message. Never throws. */
export type Exchange = <T extends { readonly now: Parameters<CentreTime['heard']>[0] }>(
  path: string,
  body: Buffer,
  schema: z.ZodType<T>,
  timeoutMs: number,
) => Promise<Answer<T>>;

export function createExchange(deps: {
  readonly transport: Transport;
  readonly sign: Signer;
  readonly time: CentreTime;
}): Exchange {
  const { transport, sign, time } = deps;

  return async (path, body, schema, timeoutMs) => {
    try {
      const headers = sign(`POST ${path}`, body);
      const { status, body: said, retryAfterMs } = await transport.ask({ path, headers, body }, timeoutMs);
      if (status === 200) {
        const answer = schema.safeParse(said);
        if (!answer.success) return failed({ kind: 'no-line', detail: "the answer is not the centre's" });
        time.heard(answer.data.now);
        return { ok: true, value: answer.data };
      }
      const why = troubleOf(said, status);
      if ('now' in why && why.now !== undefined) time.heard(why.now);
      return { ok: false, why, retryAfterMs };
    } catch (error) {
      if (error instanceof NoLine) return failed({ kind: 'no-line', detail: error.message });
      throw error;
    }
  };
}

const failed = (why: Trouble): { ok: false; why: Trouble; retryAfterMs: null } => ({
  ok: false,
  why,
  retryAfterMs: null,
});

/** A page of some proxy on the way is no word of the centre's, so it is taken for a line that is not there. */
function troubleOf(said: unknown, status: number): Trouble {
  const known = faultAnswerSchema.safeParse(said);
  if (known.success) return known.data.fault;
  const later = laterFaultAnswerSchema.safeParse(said);
  if (!later.success) return { kind: 'no-line', detail: `HTTP ${status}` };
  return { ...later.data.fault, step: status >= 400 && status < 500 ? 'wait' : 'back-off' };
}
