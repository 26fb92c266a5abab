import type { TransportAnswer } from './transport.ts';

/** Nobody sends a till away for longer, whatever stands in a header. */
const retryMostMs = 3_600_000;
/** More than the largest pull; a stranger that answers without end is cut there. */
export const answerMostBytes = 16 * 1024 * 1024;

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What a whole answer says. @param parts of its body */
export const readHttpAnswer = (
  status: number,
  headers: Headers,
  parts: readonly Buffer[],
): TransportAnswer => ({
  status,
  body: parseJson(Buffer.concat(parts).toString('utf8')),
  retryAfterMs: retryAfterMs(headers),
});

/** Why there is none: the system's code, such as `ECONNREFUSED`, or what else the error says. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, message } = error as NodeJS.ErrnoException;
  // Of Undici's own errors the words say more.
  return code === undefined || code.startsWith('UND_') ? message : code;
}

/** A proxy says so in HTML that it is busy, and its status and `Retry-After` count all the same. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Seconds, or an HTTP date: that one by the clock of whoever answered, since this till's may be wrong. */
function retryAfterMs({ 'retry-after': after, date }: Headers): number | null {
  if (typeof after !== 'string') return null;
  const ms = /^\d+$/.test(after) ? Number(after) * 1000 : Date.parse(after) - Date.parse(String(date));
  return Number.isNaN(ms) ? null : Math.min(Math.max(0, ms), retryMostMs);
}
