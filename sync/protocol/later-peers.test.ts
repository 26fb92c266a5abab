import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { answeredSchema, carriedSchema } from './carried.ts';
import { noHash } from './entry.ts';
import { faultAnswerSchema, laterFaultAnswerSchema } from './fault.ts';
import { enrolledAnswerSchema, enrolSchema } from './messages/enrol.ts';
import { pullHeardSchema, pullSchema } from './messages/pull.ts';
import { pushAnswerSchema, pushSchema } from './messages/push.ts';
import { quotaAnswerSchema, quotaSchema } from './messages/quota.ts';

const [uuid, hex32, hex64] = ['1b4e28ba-2fa1-4d7c-8d9a-0c1f6f3f8a11', 'a'.repeat(32), 'b'.repeat(64)];
const now = 1_583_370_000_000;
const place = { seq: 0, hash: noHash };
const purchase = {
  ...{ id: { outlet: '5901010058', tillId: uuid, seq: 1 }, holderKey: hex64, day: '2020-03-05', at: now },
  ...{ kind: 'adult', pieces: 3, intervalDays: 7 },
};
const message = { kind: 'message', messageId: uuid, at: now, urgency: 'notice', text: '明日公休' };
const policy = {
  number: 1,
  effective: '2020-04-09T00:00:00+08:00',
  ...{ pack: '{}', keyId: 'k', signature: 's' },
};
const push = { acknowledged: place, fault: { kind: 'gap', seq: 1 }, feed: 1, policy: 1, slotMs: 0, now };
const pull = {
  items: [
    { number: 1, item: { kind: 'purchase-elsewhere', purchase } },
    { number: 2, item: message },
  ],
  ...{ policies: [policy], feed: 2, policy: 1, now },
};

/** What a later peer says: a field more, at every depth. */
function withMore(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withMore);
  if (value === null || typeof value !== 'object') return value;
  const parts = Object.entries(value).map(([name, part]) => [name, withMore(part)]);
  return { ...Object.fromEntries(parts), sinceLater: { any: 'thing' } };
}

describe('a till', () => {
  it.each<[string, z.ZodType, object]>([
    ['an enrolment', enrolledAnswerSchema, enrolled()],
    ['a push', pushAnswerSchema, push],
    ['a pull', pullHeardSchema, pull],
    ['a question', quotaAnswerSchema, { purchases: [purchase], now }],
    ['a fault', faultAnswerSchema, { fault: { kind: 'stale-request', now } }],
    ['a file', answeredSchema, answered()],
  ])('passes over what it does not know in the answer to %s', (_, schema, answer) => {
    expect(schema.parse(withMore(answer))).toEqual(answer);
  });

  it('passes over items of a later kind, and keeps their numbers', () => {
    const items = [{ number: 7, item: { kind: 'outlet-renamed', to: '安心' } }];
    expect(pullHeardSchema.parse({ ...pull, items }).items).toEqual([{ number: 7, item: null }]);
  });

  it('takes no item of a known kind that lacks what it must have', () => {
    const items = [{ number: 7, item: { kind: 'message', text: '明日公休' } }];
    expect(pullHeardSchema.safeParse({ ...pull, items }).success).toBe(false);
  });

  it('keeps the name of a later fault', () => {
    const later = { kind: 'outlet-closed', until: 5 };
    expect(pushAnswerSchema.parse({ ...push, fault: later }).fault).toEqual(named('outlet-closed'));
    expect(laterFaultAnswerSchema.parse({ fault: { ...later, now } }).fault).toEqual({
      ...named('outlet-closed'),
      now,
    });
    expect(pushAnswerSchema.safeParse({ ...push, fault: { kind: 'gap', seq: 'one' } }).success).toBe(false);
  });
});

describe('the centre', () => {
  it.each<[string, z.ZodType, object]>([
    ['an enrolment', enrolSchema, enrolAsked()],
    ['a push', pushSchema, { protocol: 1, journalId: uuid, after: place, entries: 0, head: 0 }],
    ['a pull', pullSchema, { protocol: 1, feed: 0, policy: 0 }],
    ['a question', quotaSchema, { protocol: 1, holderKeys: [hex64] }],
    ['a file', carriedSchema, carried()],
  ])('refuses what it does not know in %s', (_, schema, request) => {
    expect(schema.safeParse(request).success).toBe(true);
    expect(schema.safeParse({ ...request, sinceLater: 1 }).success).toBe(false);
    expect(schema.safeParse(withMore(request)).success).toBe(false);
  });
});

const named = (kind: string) => ({ kind: 'later-fault', named: kind });

function enrolled() {
  const centreKeys = [{ id: 'c'.repeat(16), key: hex64 }];
  return { tillId: uuid, holderSecret: hex64, centreKeys, acknowledged: place, now };
}

function answered() {
  const format = 'mask-till answered 1';
  return { format, till: 't', nonce: hex32, push, pull, keyId: 'k', signature: 's' };
}

function enrolAsked() {
  const asked = { protocol: 1, code: 'K7QM2FXD9RTB', outlet: '5901010058', publicKey: hex64 };
  return { ...asked, journalId: uuid, shows: { after: place, hashes: [] } };
}

function carried() {
  const format = 'mask-till carried 1';
  const till = { till: 't', date: now, nonce: hex32 };
  return { format, ...till, pushes: [], pull: { feed: 0, policy: 0 }, signature: 's' };
}
