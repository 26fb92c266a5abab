import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { isOfAShop, networkAddresses } from './shop-network.ts';

const at = (address: string, internal = false) => ({ address, internal }) as NetworkInterfaceInfo;

describe('the addresses of this machine', () => {
  it('are those by which others reach it, a shop’s network first', () => {
    expect(
      networkAddresses({
        lo: [at('127.0.0.1', true), at('::1', true)],
        vpn: [at('203.0.113.9')],
        wired: [at('fe80::1'), at('192.168.1.20')],
        wireless: [at('10.0.0.4'), at('192.168.1.20')],
        none: [at('169.254.7.7')],
      }),
    ).toEqual(['192.168.1.20', '10.0.0.4', '203.0.113.9']);
  });

  it('are none where there is no network', () => {
    expect(networkAddresses({ lo: [at('127.0.0.1', true)] })).toEqual([]);
  });
});

it.each([
  ['10.1.2.3', true],
  ['172.16.0.1', true],
  ['172.31.255.1', true],
  ['172.32.0.1', false],
  ['192.168.0.9', true],
  ['192.169.0.9', false],
  ['100.64.0.1', false],
])('%s is of a shop’s network: %j', (address, ofAShop) => {
  expect(isOfAShop(address)).toBe(ofAShop);
});
