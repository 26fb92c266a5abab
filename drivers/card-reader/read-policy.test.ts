import { expect, it } from 'vitest';
import { type Attempt, attemptOfError } from './card-attempt.ts';
import { nextMove } from './read-policy.ts';

const timing = { busyFor: 1000, pullNoticed: 600 };
const busy: Attempt = { type: 'busy' };
const reset: Attempt = { type: 'reset' };
const silent: Attempt = { type: 'silent', detail: 'select: no answer' };
const exchanged: Attempt = { type: 'exchanged', result: { type: 'answered', body: new Uint8Array(57) } };

it.each([
  ['takes an answer', [exchanged], 5, { type: 'exchanged' }],
  ['tries a busy card again', [busy], 5, { type: 'again', after: 50 }],
  ['calls a card busy after its time', [busy], 1000, { type: 'failed', failure: 'card-busy' }],
  ['begins anew at once after a reset', [reset], 5, { type: 'again', after: 0 }],
  [
    'gives up after the fourth reset',
    [reset, reset, reset, reset],
    9,
    { type: 'failed', failure: 'card-busy' },
  ],
  ['gives a silent card time to be seen leaving', [silent], 5, { type: 'again', after: 600 }],
  [
    'calls a card unreadable that stays silent',
    [silent, silent],
    605,
    { type: 'failed', failure: 'unreadable' },
  ],
  ['counts silence apart from busyness', [busy, busy, silent], 105, { type: 'again', after: 600 }],
  ['takes the answer of the second attempt', [silent, exchanged], 605, { type: 'exchanged' }],
  [
    'calls a card that left pulled out',
    [{ type: 'gone', detail: '80100069' }],
    5,
    { type: 'failed', failure: 'pulled-out' },
  ],
  [
    'gives the process up when the service failed',
    [{ type: 'service', detail: '8010001d' }],
    5,
    { type: 'lost' },
  ],
] as const)('%s', (_, attempts, elapsed, move) => {
  const last = attempts.at(-1);
  if (!last) throw new Error('no attempt');
  expect(nextMove(last, { elapsed, attempts }, timing)).toMatchObject(move);
});

it.each([
  ['SCardConnect error: Sharing violation.(0x8010000b)', 'busy'],
  ['SCardTransmit error: Card was removed.(0x80100069)', 'gone'],
  ['SCardTransmit error: Card was reset.(0x80100068)', 'reset'],
  ['SCardTransmit error: Transaction failed.(0x80100016)', 'silent'],
  ['SCardConnect error: Service not available.(0x8010001D)', 'service'],
  ['something without a code', 'silent'],
])('understands "%s"', (message, type) => {
  expect(attemptOfError(new Error(message)).type).toBe(type);
});
