import { expect, it } from 'vitest';
import { quotaAnswerSchema } from '#protocol';
import { instant } from '#rules';
import { createCentreTime } from './centre-time.ts';
import { createExchange } from './exchange.ts';

const now = instant(1_583_370_000_000);

function ask(status: number, body: unknown, retryAfterMs: number | null = null) {
  const time = createCentreTime(() => now);
  const transport = { ask: async () => ({ status, body, retryAfterMs }), close: () => undefined };
  const exchange = createExchange({ time, sign: () => ({}), transport });
  return { time, answer: exchange('/sync/quota', Buffer.alloc(0), quotaAnswerSchema, 400) };
}

it.each([
  [409, 'wait'],
  [451, 'wait'],
  [503, 'back-off'],
  [302, 'back-off'],
])('a later fault is named, and with status %i the till does this next: %s', async (status, step) => {
  const { answer } = ask(status, { fault: { kind: 'outlet-closed' } });
  expect(await answer).toMatchObject({
    ok: false,
    why: { kind: 'later-fault', named: 'outlet-closed', step },
  });
});

it('a later fault says what time it is, like any other', async () => {
  const { answer, time } = ask(401, { fault: { kind: 'signed-too-plainly', now: now + 60_000 } });
  await answer;
  expect(time.now()).toBe(now + 60_000);
});

it('an answer with more than this program knows is an answer', async () => {
  const { answer } = ask(200, { purchases: [], now, trend: 'rising' });
  expect(await answer).toEqual({ ok: true, value: { purchases: [], now } });
});

it('the page of a proxy is no word of the centre’s, but it says how long to stay away', async () => {
  const { answer } = ask(503, null, 30_000);
  const why = { kind: 'no-line', detail: 'HTTP 503' };
  expect(await answer).toEqual({ ok: false, why, retryAfterMs: 30_000 });
});
