import type { PhonePairingReply } from '#api';

const key = 'phone-token';

type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export const tokenIn = (memory: Pick<Memory, 'getItem'>): string | null => memory.getItem(key);
export const forgetToken = (memory: Pick<Memory, 'removeItem'>): void => memory.removeItem(key);

/** Exchanges the secret of a QR code for a token, once, and keeps that. Answers `null` or why there is none. */
export async function pairWith(
  secret: string,
  memory: Pick<Memory, 'setItem'>,
  post: typeof fetch = fetch,
): Promise<Extract<PhonePairingReply, { ok: false }>['code'] | 'lost' | null> {
  let reply: PhonePairingReply;
  try {
    const answer = await post('/phone/pair', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ secret }),
    });
    reply = (await answer.json()) as PhonePairingReply;
  } catch {
    return 'lost';
  }
  if (!reply.ok) return reply.code;
  memory.setItem(key, reply.token);
  return null;
}
