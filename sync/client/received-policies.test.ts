import { expect, it } from 'vitest';
import { stationInMemory } from '#fixtures/sync-kit';
import { policyText, type SignedPolicy } from '#protocol';
import { leafletPolicy } from '#rules';
import { createPolicyIntake } from './received-policies.ts';
import { newTillKey } from './till-key.ts';

const key = newTillKey();
const keys = [{ id: '0123456789abcdef', key: key.publicKey }];

function pack(number: number, text = JSON.stringify(leafletPolicy)): SignedPolicy {
  const unsigned = { number, effective: '2020-04-09T00:00:00+08:00', pack: text };
  return { ...unsigned, keyId: '0123456789abcdef', signature: key.sign(policyText(unsigned)) };
}
const later = (number: number) => pack(number, '{"of":"a later program"}');

/** A till's disk, and programs that start on it one after another. */
function aDisk() {
  const station = stationInMemory('1b4e28ba-2fa1-4d7c-8d9a-0c1f6f3f8a11');
  return {
    station,
    start() {
      const intake = createPolicyIntake(station, keys);
      return {
        ...intake,
        /** @returns the numbers of what was installed */
        take(...policies: SignedPolicy[]) {
          const { good, cursor } = intake.take(policies);
          station.keepPulled({ items: [], policies: good, cursors: { feed: 0, policy: cursor } });
          return good.map(({ number }) => number);
        },
      };
    },
  };
}

it('installs what comes after a refused pack, and keeps its place before it', () => {
  const { station, start } = aDisk();
  const { take, asked, refused } = start();
  expect(take(pack(1), later(2), pack(3))).toEqual([1, 3]);
  expect(refused()).toEqual({ number: 2, why: 'unreadable' });
  expect(station.cursors().policy).toBe(1);
  // Nothing is asked for twice in one run, and what comes now does not take the place over the refused one.
  expect(asked()).toBe(3);
  expect(take(pack(4))).toEqual([4]);
  expect([asked(), station.cursors().policy]).toEqual([4, 1]);
});

it('is sent the refused pack again by the next program, and installs nothing twice', () => {
  const { start, station } = aDisk();
  start().take(pack(1), later(2), pack(3));
  const again = start();
  expect(again.asked()).toBe(1);
  expect(again.take(later(2), pack(3))).toEqual([]);
  expect(again.refused()).toEqual({ number: 2, why: 'unreadable' });
  expect([again.asked(), station.cursors().policy]).toEqual([3, 1]);
});

it('puts a pack that it can read at last before those after it: the last that was installed decides', () => {
  const { start, station } = aDisk();
  start().take(pack(1), later(2), pack(3));
  const newer = start();
  expect(newer.take(pack(2), pack(3))).toEqual([2, 3]);
  expect(newer.refused()).toBeNull();
  expect([newer.asked(), station.cursors().policy]).toEqual([3, 3]);
});

it('says nothing of what it has already, and refuses what never came in its time', () => {
  const { start } = aDisk();
  const { take, refused } = start();
  take(pack(2), pack(3));
  expect(take(pack(2))).toEqual([]);
  expect(refused()).toBeNull();
  expect(take(pack(1))).toEqual([]);
  expect(refused()).toEqual({ number: 1, why: 'older' });
});

it('refuses by name what was changed on the way, and what another key signed', () => {
  const { start } = aDisk();
  const { take, refused } = start();
  take({ ...pack(1), effective: '2020-04-10T00:00:00+08:00' });
  expect(refused()).toEqual({ number: 1, why: 'wrongly-signed' });
  take({ ...pack(2), keyId: 'fedcba9876543210' });
  expect(refused()).toEqual({ number: 2, why: 'unknown-key' });
});
