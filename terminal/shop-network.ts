import { isIPv4 } from 'node:net';
import { networkInterfaces } from 'node:os';

/** 10/8, 172.16/12 and 192.168/16: what a shop's router gives out, and nobody outside can reach. */
const ofAShop = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/;

export const isOfAShop = (address: string): boolean => ofAShop.test(address);

/** The IPv4 addresses of this machine by which others reach it, those of a shop's network first. */
export function networkAddresses(interfaces = networkInterfaces()): readonly string[] {
  const found = Object.values(interfaces)
    .flatMap((each) => each ?? [])
    .filter(({ internal, address }) => !internal && isIPv4(address) && !address.startsWith('169.254.'))
    .map(({ address }) => address);
  const [own, others] = [found.filter(isOfAShop), found.filter((address) => !isOfAShop(address))];
  return [...new Set([...own, ...others])];
}
