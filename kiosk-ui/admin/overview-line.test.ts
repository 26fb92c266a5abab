import { describe, expect, it } from 'vitest';
import type { Answer } from './ask.ts';
import { createOverviewLine } from './overview-line.ts';
import type { LiveRows } from './wall.ts';

const cut = { refused: 'not-reached', status: 0 } as const;

/** A centre that can be cut off, and time that a test lets pass. */
function aLine() {
  const heard: string[] = [];
  const planned = new Set<() => void>();
  const streams: { readonly say: (event: string, data?: object) => void; open: 'open' | 'closed' }[] = [];
  let answers: Record<string, Answer<unknown>> = { '/me': { done: {} }, '/overview': { done: {} } };
  let now = 0;
  const line = createOverviewLine({
    ask: async (_method, path) => (answers[path] ?? cut) as never,
    openEvents: () => {
      const listeners = new Map<string, (event: { data: string }) => void>();
      const stream = {
        open: 'open' as 'open' | 'closed',
        say: (event: string, data: object = {}) => listeners.get(event)?.({ data: JSON.stringify(data) }),
      };
      streams.push(stream);
      return {
        addEventListener: ((name: string, run: (event: { data: string }) => void) =>
          listeners.set(name, run)) as never,
        close: () => {
          stream.open = 'closed';
        },
      };
    },
    after: (_ms, run) => {
      planned.add(run);
      return () => planned.delete(run);
    },
    ...{ elapsed: () => now, random: () => 0.5 },
    onOverview: () => heard.push('overview'),
    onRows: ({ rows }) => heard.push(`rows ${rows.length}`),
    onQuiet: () => heard.push('quiet'),
    onLost: (why) => heard.push(`lost: ${why}`),
    onSignedOut: () => heard.push('signed out'),
  });
  const settle = () => new Promise(setImmediate);
  return {
    ...{ line, heard, streams, planned, settle },
    answer: (next: Record<string, Answer<unknown>>) => {
      answers = next;
    },
    last: () => streams.at(-1),
    async pass(ms = 0) {
      now += ms;
      line.look();
      for (const run of [...planned]) {
        planned.delete(run);
        run();
      }
      await settle();
    },
  };
}
const whole = { '/me': { done: {} }, '/overview': { done: {} } };

describe('the line to the centre', () => {
  it('reads everything once it listens, and then takes what changes', async () => {
    const { heard, last, settle } = aLine();
    last()?.say('open');
    await settle();
    last()?.say('rows', { rows: [1, 2] } as unknown as LiveRows);
    last()?.say('quiet');
    expect(heard).toEqual(['overview', 'rows 2', 'quiet']);
  });

  it('is live again by itself after reading failed, as often as it takes', async () => {
    const { heard, last, settle, answer, pass, streams } = aLine();
    answer({ '/me': { done: {} } });
    last()?.say('open');
    await settle();
    expect(heard).toEqual(['lost: not-reached']);
    expect(last()?.open).toBe('closed');
    answer({});
    await pass();
    await pass();
    expect(heard).toEqual(['lost: not-reached', 'lost: not-reached', 'lost: not-reached']);
    answer(whole);
    await pass();
    expect(streams).toHaveLength(2);
    last()?.say('open');
    await settle();
    expect(heard.at(-1)).toBe('overview');
  });

  it('tries at once where somebody presses for it', async () => {
    const { line, heard, last, settle, planned } = aLine();
    last()?.say('error');
    expect([heard, planned.size]).toEqual([['lost: not-reached'], 1]);
    line.retry();
    await settle();
    last()?.say('open');
    await settle();
    expect([heard.at(-1), planned.size]).toEqual(['overview', 0]);
  });

  it('takes silence for a broken line', async () => {
    const { heard, last, settle, pass, streams } = aLine();
    last()?.say('open');
    await settle();
    await pass(24_000);
    expect(heard).toEqual(['overview']);
    await pass(1_000);
    expect([heard, streams.length]).toEqual([['overview', 'lost: not-reached'], 2]);
  });

  it('goes to the door where nobody is signed in any more', async () => {
    const { heard, last, answer, pass } = aLine();
    answer({ '/me': { refused: 'signed-out', status: 401 } });
    last()?.say('error');
    await pass();
    expect(heard).toEqual(['lost: not-reached', 'signed out']);
  });

  it('hears nothing after its end, nor of a stream before the last', async () => {
    const { line, heard, streams, settle, pass, planned } = aLine();
    streams[0]?.say('error');
    await pass();
    streams[0]?.say('quiet');
    expect(heard).toEqual(['lost: not-reached']);
    streams[1]?.say('open');
    line.end();
    await settle();
    expect([heard.length, planned.size]).toEqual([1, 0]);
  });
});
