import { describe, expect, it } from 'vitest';
import type { PhonePairingReply } from '#api';
import { forgetToken, pairWith, tokenIn } from './pairing.ts';

function aMemory() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

const answering =
  (reply: PhonePairingReply): typeof fetch =>
  async () =>
    Response.json(reply);

describe('a phone that was shown a secret', () => {
  it('sends it once and keeps the token until the pairing ends', async () => {
    const memory = aMemory();
    const sent: unknown[] = [];
    const post: typeof fetch = async (_, init) => {
      sent.push(init?.body);
      return Response.json({ ok: true, token: 'the token' });
    };
    expect(await pairWith('secret', memory, post)).toBeNull();
    expect(sent).toEqual(['{"secret":"secret"}']);
    expect(tokenIn(memory)).toBe('the token');
    forgetToken(memory);
    expect(tokenIn(memory)).toBeNull();
  });

  it('keeps nothing where it was refused, and says why', async () => {
    const memory = aMemory();
    expect(await pairWith('used', memory, answering({ ok: false, code: 'wrong' }))).toBe('wrong');
    expect(tokenIn(memory)).toBeNull();
  });

  it('says that it could not ask', async () => {
    const post: typeof fetch = async () => {
      throw new TypeError('fetch failed');
    };
    expect(await pairWith('secret', aMemory(), post)).toBe('lost');
  });
});
