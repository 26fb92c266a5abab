import { expect, it } from 'vitest';
import { commandIds } from '#fixtures/counter-kit';
import { createDeskKit, manager, pharmacist } from '#fixtures/desk-kit';
import { freshFolder } from '#fixtures/folder';
import { parseFact } from '#protocol';
import { instantOf } from '#rules';
import { createClockKeeping } from './clock-keeping.ts';

/** A till whose clock has just been set a day ahead. */
function aJumpedTill() {
  const kit = createDeskKit(freshFolder());
  kit.clock.jump('2020-03-13T09:00:00+08:00');
  return { ...kit, ...createClockKeeping(kit) };
}

it('a manager confirms a clock, and the journal says so at the new time', () => {
  const { confirmClock, time, store } = aJumpedTill();
  expect(time.trust()).toBe('jumped');
  const commandId = commandIds();
  expect(confirmClock(commandId, manager)).toBe('done');
  expect(time.trust()).toBe('trusted');
  const [entry] = store.journal.entriesAfter(0);
  expect(entry?.at).toBe(instantOf('2020-03-13T09:00:00+08:00'));
  expect(entry && parseFact(entry.fact)).toEqual({
    ...{ kind: 'clock-confirmed', commandId, by: manager.operatorId },
    before: instantOf('2020-03-12T09:00:00+08:00'),
  });
});

it('nobody else does', () => {
  const { confirmClock, time, store } = aJumpedTill();
  expect(confirmClock(commandIds(), pharmacist)).toBe('not-your-right');
  expect(time.trust()).toBe('jumped');
  expect(store.journal.head().seq).toBe(0);
});

it('a clock that is trusted needs no entry', () => {
  const { confirmClock, store, clock } = aJumpedTill();
  clock.jump('2020-03-12T09:00:00+08:00');
  expect(confirmClock(commandIds(), manager)).toBe('done');
  expect(store.journal.head().seq).toBe(0);
});

it('a confirmation that is sent again does not speak for a later jump', () => {
  const { confirmClock, time, clock, store } = aJumpedTill();
  const commandId = commandIds();
  confirmClock(commandId, manager);
  clock.jump('2020-03-20T09:00:00+08:00');
  expect(confirmClock(commandId, manager)).toBe('done');
  expect(time.trust()).toBe('jumped');
  expect(store.journal.head().seq).toBe(1);
});

it('a clock before the last entry cannot be confirmed', () => {
  const { confirmClock, time, clock } = aJumpedTill();
  confirmClock(commandIds(), manager);
  clock.jump('2020-03-12T12:00:00+08:00');
  expect(confirmClock(commandIds(), manager)).toBe('not-now');
  expect(time.trust()).toBe('behind');
});
