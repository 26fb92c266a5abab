import { expect, it } from 'vitest';
import { createSetClock } from '#fixtures/counter-kit';
import { freshFolder } from '#fixtures/folder';
import { instantOf, type OutletCode, timeline2020 } from '#rules';
import { beginJournal, installPolicy, openBooks } from './books.ts';
import { loadConfig } from './config.ts';

it('books that are opened again know of a clock that jumped, until it is confirmed', () => {
  const config = loadConfig('demo', { TERMINAL_DATA: freshFolder() }, 'none');
  const clock = createSetClock('2020-03-12T09:00:00+08:00');
  const open = () =>
    openBooks(config, clock, (error) => {
      throw error;
    });
  const first = open();
  expect(first.time.trust()).toBe('trusted');
  clock.jump('2020-03-12T12:00:00+08:00');
  expect(first.time.trust()).toBe('jumped');
  first.close();
  const second = open();
  expect(second.time.trust()).toBe('jumped');
  expect(second.time.now()).toBe(instantOf('2020-03-12T09:00:00+08:00'));
  second.time.confirm();
  second.close();
  const third = open();
  expect(third.time.trust()).toBe('trusted');
  third.close();
});

it('rules of the settings take the place of those before them, until the centre has sent some', () => {
  const config = loadConfig('demo', { TERMINAL_DATA: freshFolder() }, 'none');
  const clock = createSetClock('2020-03-12T09:00:00+08:00');
  const { store, time, close } = openBooks(config, clock, (error) => {
    throw error;
  });
  const installed = () => store.policies.installed().map(({ pack }) => pack.id);
  beginJournal(store, config, { outlet: '5901010058' as OutletCode, at: time.now() });
  installPolicy(store, config, time.now());
  expect(installed()).toEqual(['leaflet-2020-03']);
  installPolicy(store, { ...config, policy: timeline2020 }, time.now());
  expect(installed()).toEqual(['leaflet-2020-03', 'timeline-2020']);
  const announced = { number: 1, effective: '2020-04-09T00:00:00+08:00' };
  store.transact(() =>
    store.record({ kind: 'policy-installed', pack: { ...timeline2020, id: 'sent' }, announced }, time.now()),
  );
  installPolicy(store, config, time.now());
  expect(installed()).toEqual(['leaflet-2020-03', 'timeline-2020', 'sent']);
  close();
});
