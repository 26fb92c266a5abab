import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { addressesBehind } from './asker-address.ts';

const asked = (forwarded?: string) => {
  const socket = Object.defineProperty(new Socket(), 'remoteAddress', { value: '192.0.2.1' });
  return { socket, headers: { ...(forwarded !== undefined && { 'x-forwarded-for': forwarded }) } };
};

describe('the address of who asks', () => {
  it.each([
    ['198.51.100.7', '198.51.100.7'],
    ['10.0.0.1, 203.0.113.9,198.51.100.7', '198.51.100.7'],
    ['198.51.100.7, 2001:db8::1', '2001:db8::1'],
    ['198.51.100.7, unknown', null],
    ['', null],
    [undefined, null],
  ])('behind a proxy that says %j is %j', (forwarded, address) => {
    expect(addressesBehind('proxy')(asked(forwarded))).toBe(address);
  });

  it('is the connection’s own where no proxy stands, whatever is said', () => {
    expect(addressesBehind('nobody')(asked('198.51.100.7'))).toBe('192.0.2.1');
  });
});
