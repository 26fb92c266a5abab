import { describe, expect, it } from 'vitest';
import type { Query, QueryReply } from '#api';
import { createAsking } from './asking.ts';

const days = { about: 'days', from: '2020-03-01', until: '2020-03-12' } as Query & { about: 'days' };

function askingOnAWire(line: 'up' | 'down' = 'up') {
  const asked: { query: Query; acknowledge: (reply: QueryReply) => void }[] = [];
  let dropped: (() => void) | null = null;
  const asking = createAsking({
    connected: line === 'up',
    emit: (_event, query, acknowledge) => asked.push({ query, acknowledge }),
    on: (_event, listener) => {
      dropped = listener;
    },
  });
  return { asking, asked, drop: () => dropped?.() };
}

describe('a question', () => {
  it('gets the answer of its kind', async () => {
    const { asking, asked } = askingOnAWire();
    const answer = asking.ask(days);
    asked[0]?.acknowledge({ ok: true, answer: { about: 'days', days: [] } });
    expect(await answer).toEqual({ ok: true, answer: { about: 'days', days: [] } });
  });

  it('gets the code of a refusal', async () => {
    const { asking, asked } = askingOnAWire();
    const answer = asking.ask(days);
    asked[0]?.acknowledge({ ok: false, code: 'signed-out' });
    expect(await answer).toEqual({ ok: false, code: 'signed-out' });
  });

  it('is lost with its connection, and what comes afterwards changes nothing', async () => {
    const { asking, asked, drop } = askingOnAWire();
    const answer = asking.ask(days);
    drop();
    asked[0]?.acknowledge({ ok: true, answer: { about: 'days', days: [] } });
    expect(await answer).toEqual({ ok: false, code: 'lost' });
  });

  it('does not wait for a connection that is not there', async () => {
    const { asking, asked } = askingOnAWire('down');
    expect(await asking.ask(days)).toEqual({ ok: false, code: 'lost' });
    expect(asked).toEqual([]);
  });

  it('takes no answer to another question', async () => {
    const { asking, asked } = askingOnAWire();
    const answer = asking.ask(days);
    asked[0]?.acknowledge({ ok: true, answer: { about: 'stock-events', events: [] } });
    expect(await answer).toEqual({ ok: false, code: 'malformed' });
  });
});
