import { describe, expect, it } from 'vitest';
import { equal, now, offline } from './counter/sample-snapshots.ts';
import { unsentAge } from './unsent-age.ts';
import type { Instant } from './wall.ts';

const minutesAgo = (minutes: number) => (now - minutes * 60_000) as Instant;

describe('what the centre has not got', () => {
  it.each([
    [0, 'fresh'],
    [1, 'fresh'],
    [9, 'fresh'],
    [10, 'late'],
    [59, 'late'],
    [60, 'too-late'],
    [3_000, 'too-late'],
  ] as const)('has its age said without a line: after %i minutes it is %s', (minutes, age) => {
    const central = { ...offline, unsent: 3, oldestUnsentAt: minutesAgo(minutes) };
    expect(unsentAge(central, now)).toEqual({ entries: 3, minutes, age });
  });

  it('is only counted while it goes out, unless that takes ten minutes', () => {
    const central = { ...equal, equal: false, phase: 'pushing', unsent: 3 } as const;
    const waited = (minutes: number) => unsentAge({ ...central, oldestUnsentAt: minutesAgo(minutes) }, now);
    expect(waited(2)).toEqual({ entries: 3, minutes: null, age: 'fresh' });
    expect(waited(10)).toEqual({ entries: 3, minutes: 10, age: 'late' });
  });

  it('is nothing where there is nothing', () => {
    expect(unsentAge(equal, now)).toEqual({ entries: 0, minutes: null, age: 'fresh' });
  });
});
