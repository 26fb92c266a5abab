import { describe, expect, it } from 'vitest';
import { addressesBehind } from '../access/asker-address.ts';
import { createRateLimit, limitByAddress } from './rate-limit.ts';

function open() {
  let now = 0;
  const limit = createRateLimit(() => now);
  const times = (address: string, n: number) =>
    Array.from({ length: n }, () => limit.ask(address)).filter(({ allowed }) => allowed === 'yes').length;
  const advance = (ms: number) => {
    now += ms;
  };
  return { limit, times, advance };
}

describe('the limit of an address', () => {
  it('is 200 at once and 50 a second', () => {
    const { times, advance } = open();
    expect(times('192.0.2.1', 300)).toBe(200);
    advance(1_000);
    expect(times('192.0.2.1', 300)).toBe(50);
    advance(60_000);
    expect(times('192.0.2.1', 300)).toBe(200);
  });

  it('names itself, and says when to come back', () => {
    const { limit, times, advance } = open();
    expect(limit.ask('192.0.2.1')).toEqual({
      allowed: 'yes',
      headers: { 'ratelimit-policy': '"address";q=200;w=4', ratelimit: '"address";r=199;t=1' },
    });
    times('192.0.2.1', 300);
    expect(limit.ask('192.0.2.1')).toMatchObject({
      allowed: 'no',
      headers: { ratelimit: '"address";r=0;t=4', 'retry-after': '1' },
    });
    advance(1_000);
    expect(limit.ask('192.0.2.1').allowed).toBe('yes');
  });

  it('is no other address’s, and one network of IPv6 has one', () => {
    const { times } = open();
    expect(times('2001:db8:1:2::1', 300)).toBe(200);
    expect(times('2001:db8:1:2:ffff::9', 10)).toBe(0);
    expect(times('2001:db8:1:3::1', 10)).toBe(10);
    expect(times('192.0.2.9', 300)).toBe(200);
    expect(times('::ffff:192.0.2.9', 10)).toBe(0);
    expect(times('::1', 10)).toBe(10);
  });

  it('is counted for the one for whom a proxy asks, and for nobody whom it does not name', () => {
    const asking = limitByAddress(open().limit, addressesBehind('proxy'));
    const from = (headers: Record<string, string>) => asking({ headers, socket: {} as never });
    for (let n = 0; n < 200; n++) from({ 'x-forwarded-for': '192.0.2.1' });
    expect(from({ 'x-forwarded-for': '192.0.2.1' })?.allowed).toBe('no');
    expect(from({ 'x-forwarded-for': '192.0.2.2' })?.allowed).toBe('yes');
    expect(from({})).toBeNull();
  });

  it('is forgotten of those who asked longest ago, so that a million addresses fill no memory', () => {
    const { limit, times } = open();
    times('192.0.2.1', 300);
    for (let n = 0; n < 60_000; n++) limit.ask(`10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`);
    expect(limit.ask('192.0.2.1').allowed).toBe('yes');
  });
});
