import { expect, it } from 'vitest';
import { createSetClock } from '#fixtures/counter-kit';
import { freshFolder } from '#fixtures/folder';
import { instantOf } from '#rules';
import { openBooks } from './books.ts';
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
