import { describe, expect, it } from 'vitest';
import { createAttemptLimit } from './attempt-limit.ts';

describe('the limit of attempts', () => {
  it('sends an address away after ten within a minute, and no other', () => {
    let now = 0;
    const limit = createAttemptLimit(() => now);
    for (let n = 0; n < 10; n++) expect(limit.failed('a')).toBeNull();
    expect(limit.wait('a')).toBeNull();
    now = 20_000;
    expect(limit.failed('a')).toBe(40);
    expect(limit.wait('a')).toBe(40);
    expect(limit.wait('b')).toBeNull();
    now = 60_000;
    expect(limit.wait('a')).toBeNull();
    expect(limit.failed('a')).toBeNull();
  });

  it('counts a network of IPv6 as one, and whom nobody names together', () => {
    const limit = createAttemptLimit(() => 0);
    for (let n = 0; n < 10; n++) limit.failed(`2001:db8:1:2::${n}`);
    expect(limit.failed('2001:db8:1:2:ffff::1')).toBe(60);
    expect(limit.wait('2001:db8:1:3::1')).toBeNull();
    for (let n = 0; n < 11; n++) limit.failed(null);
    expect(limit.wait(null)).toBe(60);
  });
});
