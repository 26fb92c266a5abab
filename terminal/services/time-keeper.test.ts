import { describe, expect, it, vi } from 'vitest';
import { createSetClock } from '#fixtures/counter-kit';
import { noHash } from '#protocol';
import { type Instant, instantOf } from '#rules';
import { createTimeKeeper } from './time-keeper.ts';

const minute = 60_000;

/** A till whose last entry was made at `last`, and whose clock stands at `clock` when it starts. */
function aKeeper({ clock: iso, last = null }: { clock: string; last?: string | null }) {
  const clock = createSetClock(iso);
  let at: Instant | null = last === null ? null : instantOf(last);
  const time = createTimeKeeper(clock, { head: () => ({ seq: 1, at, hash: noHash }) });
  const shows = () => ({ trust: time.trust(), now: new Date(time.now() + 8 * 3_600_000).toISOString() });
  const record = () => {
    at = time.now();
  };
  return { clock, time, shows, record };
}

describe('the time by which a till counts', () => {
  it('is the clock, while the clock goes on as the machine does', () => {
    const { clock, shows } = aKeeper({
      clock: '2020-03-12T09:00:00+08:00',
      last: '2020-03-11T18:00:00+08:00',
    });
    expect(shows()).toEqual({ trust: 'trusted', now: '2020-03-12T09:00:00.000Z' });
    clock.advance(30 * 24 * 60 * minute);
    expect(shows()).toEqual({ trust: 'trusted', now: '2020-04-11T09:00:00.000Z' });
  });

  it.each([
    ['forward', '2020-03-13T09:00:00+08:00'],
    ['forward by little more than two minutes', '2020-03-12T09:02:01+08:00'],
    ['back', '2020-03-12T08:00:00+08:00'],
  ])('goes on from the last trusted time when the clock is set %s', (_, to) => {
    const { clock, time, shows } = aKeeper({ clock: '2020-03-12T09:00:00+08:00' });
    clock.jump(to);
    expect(shows()).toEqual({ trust: 'jumped', now: '2020-03-12T09:00:00.000Z' });
    expect(time.wall()).toBe(instantOf(to));
    clock.advance(5 * minute);
    expect(shows()).toEqual({ trust: 'jumped', now: '2020-03-12T09:05:00.000Z' });
  });

  it('lets a clock be put right by up to two minutes', () => {
    const { clock, shows } = aKeeper({ clock: '2020-03-12T09:00:00+08:00' });
    clock.jump('2020-03-12T09:02:00+08:00');
    expect(shows()).toEqual({ trust: 'trusted', now: '2020-03-12T09:02:00.000Z' });
    clock.jump('2020-03-12T09:00:30+08:00');
    expect(shows()).toEqual({ trust: 'trusted', now: '2020-03-12T09:00:30.000Z' });
  });

  it('trusts a clock again that comes back to the safe time', () => {
    const { clock, shows } = aKeeper({ clock: '2020-03-12T09:00:00+08:00' });
    clock.jump('2021-03-12T09:00:00+08:00');
    expect(shows()).toMatchObject({ trust: 'jumped' });
    clock.advance(10 * minute);
    clock.jump('2020-03-12T09:11:00+08:00');
    expect(shows()).toEqual({ trust: 'trusted', now: '2020-03-12T09:11:00.000Z' });
  });

  it('trusts a clock that a person confirmed, and counts from it', () => {
    const { clock, time, shows } = aKeeper({ clock: '2020-03-12T09:00:00+08:00' });
    clock.jump('2020-03-14T09:00:00+08:00');
    expect(shows()).toMatchObject({ trust: 'jumped' });
    time.confirm();
    expect(shows()).toEqual({ trust: 'trusted', now: '2020-03-14T09:00:00.000Z' });
    clock.jump('2020-03-12T09:00:00+08:00');
    expect(shows()).toEqual({ trust: 'jumped', now: '2020-03-14T09:00:00.000Z' });
  });
});

describe('a clock before the last entry', () => {
  it('is behind from the start, and time goes on from that entry', () => {
    const { clock, shows } = aKeeper({
      clock: '2000-01-01T00:00:00+08:00',
      last: '2020-03-11T18:00:00+08:00',
    });
    expect(shows()).toEqual({ trust: 'behind', now: '2020-03-11T18:00:00.000Z' });
    clock.advance(minute);
    expect(shows()).toEqual({ trust: 'behind', now: '2020-03-11T18:01:00.000Z' });
  });

  it('that was never trusted is trusted as soon as it is set', () => {
    const { clock, shows } = aKeeper({
      clock: '2000-01-01T00:00:00+08:00',
      last: '2020-03-11T18:00:00+08:00',
    });
    clock.jump('2020-03-12T08:00:00+08:00');
    expect(shows()).toEqual({ trust: 'trusted', now: '2020-03-12T08:00:00.000Z' });
  });

  it('is behind and not merely jumped when it is set back in the middle of the day', () => {
    const { clock, shows, record } = aKeeper({ clock: '2020-03-12T09:00:00+08:00' });
    record();
    clock.advance(minute);
    expect(shows()).toMatchObject({ trust: 'trusted' });
    clock.jump('2020-03-11T09:00:00+08:00');
    expect(shows()).toEqual({ trust: 'behind', now: '2020-03-12T09:01:00.000Z' });
  });

  it('stays behind whatever a person says', () => {
    const { clock, time, shows } = aKeeper({
      clock: '2020-03-11T17:00:00+08:00',
      last: '2020-03-11T18:00:00+08:00',
    });
    time.confirm();
    expect(shows()).toMatchObject({ trust: 'behind' });
    clock.advance(10 * minute);
    expect(shows()).toEqual({ trust: 'behind', now: '2020-03-11T18:10:00.000Z' });
  });

  it('by seconds is waited for, however many sales are made meanwhile', () => {
    const { clock, shows, record } = aKeeper({ clock: '2020-03-12T09:00:00+08:00' });
    record();
    clock.jump('2020-03-12T08:59:50+08:00');
    for (let i = 0; i < 2; i++) {
      expect(shows()).toEqual({ trust: 'behind', now: '2020-03-12T09:00:00.000Z' });
      record();
      clock.advance(5_000);
    }
    expect(shows()).toEqual({ trust: 'trusted', now: '2020-03-12T09:00:00.000Z' });
  });
});

it('a change of trust is announced once, without anybody asking', () => {
  vi.useFakeTimers();
  try {
    const { clock, time } = aKeeper({ clock: '2020-03-12T09:00:00+08:00' });
    const heard: string[] = [];
    time.changed.subscribe(() => heard.push(time.trust()));
    const end = time.watch();
    clock.jump('2020-03-13T09:00:00+08:00');
    vi.advanceTimersByTime(30_000);
    expect(heard).toEqual(['jumped']);
    time.confirm();
    expect(heard).toEqual(['jumped', 'trusted']);
    end();
    clock.jump('2020-03-15T09:00:00+08:00');
    vi.advanceTimersByTime(30_000);
    expect(heard).toEqual(['jumped', 'trusted']);
  } finally {
    vi.useRealTimers();
  }
});
