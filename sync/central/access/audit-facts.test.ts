import { expect, it } from 'vitest';
import type { AuditFact } from '#central-api';
import { instantOf } from '#rules';
import { readDetail } from './audit-facts.ts';

const outlet = '5901010058';
const pieces = { adult: 600, child: 200 };
const effective = '2020-04-09T00:00:00+08:00';

it.each<[object, object]>([
  [{}, { of: 'nothing' }],
  [{ listed: 'all' }, { of: 'account', what: 'listed' }],
  [
    { day: '2020-03-13', pieces, outlets: [outlet, outlet] },
    { of: 'delivery', to: 2, ...pieces },
  ],
  [
    { outlet, deliveryId: 'x', day: '2020-03-13', pieces },
    { of: 'delivery', to: outlet, ...pieces },
  ],
  [
    { pack: { id: 'R11' }, effective },
    { of: 'policy', id: 'R11', effective: instantOf(effective) },
  ],
  [
    { to: { county: '新北市' }, text: '補貨' },
    { of: 'message', to: '新北市', text: '補貨' },
  ],
  [
    { to: 'all', text: '補貨' },
    { of: 'message', to: '', text: '補貨' },
  ],
  [
    { invited: { name: '王', role: 'county', scope: '新北市' } },
    { of: 'account', what: 'invited', name: '王' },
  ],
  [{ ended: '王' }, { of: 'account', what: 'ended', name: '王' }],
  [{ endedSessionOf: '王' }, { of: 'account', what: 'session-ended', name: '王' }],
  [
    { name: '程式', role: 'authority' },
    { of: 'token', what: 'given', name: '程式' },
  ],
  [{ outlet }, { of: 'outlet', outlet, tillId: '' }],
  [
    { file: 'sales', from: '2020-03-01' },
    { of: 'export', file: 'sales', from: '2020-03-01', to: '' },
  ],
  [{ bytes: 12 }, { of: 'file', bytes: 12 }],
  [{ something: 'else' }, { of: 'other', text: '{"something":"else"}' }],
])('of %j a sentence can be made', (said, fact) => {
  const read: { readonly fact: AuditFact } = readDetail(JSON.stringify({ ...said, outcome: 'done' }));
  expect(read).toMatchObject({ fact, outcome: { state: 'done' } });
});

it.each([
  [{ outcome: 'done' }, { state: 'done' }],
  [{ outcome: 'begun' }, { state: 'begun' }],
  [{ outcome: 'name-taken' }, { state: 'refused', code: 'name-taken' }],
  [{}, { state: 'not-known' }],
])('what became of it is read of %j', (detail, outcome) => {
  expect(readDetail(JSON.stringify(detail)).outcome).toEqual(outcome);
});
