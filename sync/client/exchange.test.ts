import { expect, it } from 'vitest';
import { playedTransport } from '#fixtures/sync-kit';
import { quotaAnswerSchema } from '#protocol';
import { instant } from '#rules';
import { createCentreTime } from './centre-time.ts';
import { createExchange } from './exchange.ts';

const now = instant(1_583_370_000_000);

function ask(status: number, body: unknown) {
  const time = createCentreTime(() => now);
  const exchange = createExchange({
    ...{ time, sign: () => ({}), transport: playedTransport(() => ({ status, body })) },
  });
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
