import { describe, expect, it } from 'vitest';
import type { SignIn, SignInReply } from '#api';
import { handshake } from './link.ts';
import { seatIn, signIn, signOut } from './seat.ts';

const who = { operatorId: '11111111-1111-4111-8111-111111111111', pin: '2580' } as SignIn;

function memory(kept: Record<string, string> = {}) {
  const entries = new Map(Object.entries(kept));
  return {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  };
}

/** A socket of which only the last argument of every emission and the listeners for its end are of interest. */
function wire(line: 'up' | 'down' = 'up') {
  const sent: { event: string; answer: (reply: unknown) => void }[] = [];
  const listeners = new Set<() => void>();
  const socket = {
    connected: line === 'up',
    emit: (event: string, ...rest: unknown[]) => {
      sent.push({ event, answer: rest.at(-1) as (reply: unknown) => void });
      return socket;
    },
    once: (_event: string, listener: () => void) => {
      listeners.add(listener);
      return socket;
    },
    off: (_event: string, listener: () => void) => {
      listeners.delete(listener);
      return socket;
    },
  };
  return {
    socket: socket as unknown as Parameters<typeof signIn>[0],
    sent,
    waiting: () => listeners.size,
    drop: () => {
      for (const listener of [...listeners]) listener();
    },
  };
}

describe('a person who signs in', () => {
  it('has a seat that the next handshake carries', async () => {
    const { socket, sent, waiting } = wire();
    const kept = memory();
    const outcome = signIn(socket, who, kept);
    sent[0]?.answer({ ok: true, seat: 's3cret' } satisfies SignInReply);
    expect(await outcome).toEqual({ ok: true, seat: 's3cret' });
    expect(handshake('token', 'stock', seatIn(kept))).toEqual({
      token: 'token',
      role: 'stock',
      seat: 's3cret',
    });
    expect(waiting()).toBe(0);
  });

  it('keeps no seat after a wrong PIN', async () => {
    const { socket, sent } = wire();
    const kept = memory();
    const outcome = signIn(socket, who, kept);
    sent[0]?.answer({ ok: false, code: 'wrong-pin', attemptsLeft: 2 } satisfies SignInReply);
    expect(await outcome).toEqual({ ok: false, code: 'wrong-pin', attemptsLeft: 2 });
    expect(seatIn(kept)).toBeNull();
  });

  it('is told that the connection dropped, and is not left waiting', async () => {
    const { socket, drop } = wire();
    const outcome = signIn(socket, who, memory());
    drop();
    expect(await outcome).toEqual({ ok: false, code: 'lost' });
  });

  it('is not kept for a connection that comes later', async () => {
    const { socket, sent } = wire('down');
    expect(await signIn(socket, who, memory())).toEqual({ ok: false, code: 'lost' });
    expect(sent).toEqual([]);
  });
});

describe('a person who signs out', () => {
  it.each([
    ['with the till on the line', 'up'],
    ['with the till away', 'down'],
  ] as const)('leaves no seat, %s', async (_, line) => {
    const { socket, sent } = wire(line);
    const kept = memory({ 'till-seat': 's3cret' });
    const out = signOut(socket, kept);
    expect(seatIn(kept)).toBeNull();
    sent[0]?.answer({ ok: true });
    await out;
    expect(handshake('token', 'counter', seatIn(kept))).toEqual({ token: 'token', role: 'counter' });
  });
});
