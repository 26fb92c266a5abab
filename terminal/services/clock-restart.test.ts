import { describe, expect, it } from 'vitest';
import { createSetClock } from '#fixtures/counter-kit';
import { noHash } from '#protocol';
import type { Clock, Instant } from '#rules';
import type { ClockDoubt } from '#store';
import { createTimeKeeper } from './time-keeper.ts';

const minute = 60_000;

/** A machine on which a till is started again and again; its last entry was made when it was told to. */
function aMachine(iso = '2020-03-12T09:00:00+08:00') {
  const clock = createSetClock(iso);
  let bootedAt = clock.uptime() - 60 * minute;
  const machine: Clock = { ...clock, uptime: () => clock.uptime() - bootedAt };
  let kept: ClockDoubt | null = null;
  let last: Instant | null = null;
  const memory = {
    recall: () => kept,
    keep: (doubt: ClockDoubt | null) => {
      kept = doubt;
    },
  };
  const start = () => createTimeKeeper(machine, { head: () => ({ seq: 1, at: last, hash: noHash }) }, memory);
  let time = start();
  return {
    ...clock,
    restart() {
      time = start();
    },
    reboot({ tillAfter = 0 } = {}) {
      bootedAt = clock.uptime();
      clock.advance(tillAfter);
      time = start();
    },
    record() {
      last = time.now();
    },
    confirm: () => time.confirm(),
    shows: () => ({ trust: time.trust(), now: new Date(time.now() + 8 * 3_600_000).toISOString() }),
  };
}

/** One whose clock was set a day ahead at nine, which the till has seen. */
function aJumpedMachine() {
  const machine = aMachine();
  machine.jump('2020-03-13T09:00:00+08:00');
  expect(machine.shows()).toEqual({ trust: 'jumped', now: '2020-03-12T09:00:00.000Z' });
  return machine;
}

describe('a clock that jumped, when the till is started again', () => {
  it('is still not trusted, and time goes on from the last trusted, the pause included', () => {
    const { advance, restart, shows } = aJumpedMachine();
    advance(10 * minute);
    restart();
    expect(shows()).toEqual({ trust: 'jumped', now: '2020-03-12T09:10:00.000Z' });
  });

  it('is not trusted either if it was set once more, to another wrong time', () => {
    const { advance, jump, restart, shows } = aJumpedMachine();
    jump('2020-03-12T11:00:00+08:00');
    expect(shows()).toMatchObject({ trust: 'jumped' });
    advance(10 * minute);
    restart();
    expect(shows()).toEqual({ trust: 'jumped', now: '2020-03-12T09:10:00.000Z' });
  });

  it('is trusted if it was put right in the meantime', () => {
    const { advance, jump, restart, shows, reboot } = aJumpedMachine();
    advance(10 * minute);
    jump('2020-03-12T09:11:00+08:00');
    restart();
    expect(shows()).toEqual({ trust: 'trusted', now: '2020-03-12T09:11:00.000Z' });
    advance(600 * minute);
    reboot();
    expect(shows()).toEqual({ trust: 'trusted', now: '2020-03-12T19:11:00.000Z' });
  });

  it('is trusted if a person confirmed it', () => {
    const { advance, confirm, restart, shows } = aJumpedMachine();
    confirm();
    advance(minute);
    restart();
    expect(shows()).toEqual({ trust: 'trusted', now: '2020-03-13T09:01:00.000Z' });
  });
});

describe('a clock that jumped, when the machine is booted again', () => {
  it.each([
    ['as it was', null],
    ['put right', '2020-03-12T10:40:00+08:00'],
    ['begun anew at the time of the boot before', '2020-03-13T08:00:00+08:00'],
  ])('is not trusted, %s, and time goes on from the last trusted', (_, to) => {
    const { advance, jump, reboot, shows } = aJumpedMachine();
    advance(100 * minute);
    if (to !== null) jump(to);
    reboot();
    expect(shows()).toEqual({ trust: 'jumped', now: '2020-03-12T09:00:00.000Z' });
    advance(5 * minute);
    expect(shows()).toEqual({ trust: 'jumped', now: '2020-03-12T09:05:00.000Z' });
  });

  it('goes on from the last entry, if one was made since', () => {
    const { advance, record, reboot, shows } = aJumpedMachine();
    advance(20 * minute);
    record();
    advance(20 * minute);
    reboot();
    expect(shows()).toEqual({ trust: 'jumped', now: '2020-03-12T09:20:00.000Z' });
  });

  it('and the till then started again, counts from that boot', () => {
    const { advance, reboot, restart, shows, confirm } = aJumpedMachine();
    reboot();
    advance(5 * minute);
    restart();
    expect(shows()).toEqual({ trust: 'jumped', now: '2020-03-12T09:05:00.000Z' });
    confirm();
    expect(shows()).toMatchObject({ trust: 'trusted' });
  });

  it('is not mistaken for the boot before, however long the machine was up before the till started', () => {
    const { advance, reboot, shows } = aJumpedMachine();
    advance(100 * minute);
    reboot({ tillAfter: 90 * minute });
    expect(shows()).toEqual({ trust: 'jumped', now: '2020-03-12T09:00:00.000Z' });
  });
});
