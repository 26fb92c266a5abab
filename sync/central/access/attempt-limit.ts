import { networkOf } from './network.ts';

/**
 * How often one address may try tokens, passwords and codes that nobody was given. `null` is everybody whom a proxy
 * does not name: they are counted together.
 */
export interface AttemptLimit {
  /** Counts one. @returns seconds until the next is looked at, or `null` while there were few */
  failed(address: string | null): number | null;
  /** Seconds until this address is looked at again, or `null`. */
  wait(address: string | null): number | null;
}

const most = 10;
const windowMs = 60_000;
/** More than that are forgotten together; whoever has so many addresses is not stopped by counting them. */
const addressesMost = 10_000;

export function createAttemptLimit(now: () => number): AttemptLimit {
  const windows = new Map<string, { readonly begun: number; count: number }>();

  const current = (network: string) => {
    const window = windows.get(network);
    return window && now() - window.begun < windowMs ? window : null;
  };
  const waitOf = (network: string): number | null => {
    const window = current(network);
    return window && window.count > most ? Math.ceil((window.begun + windowMs - now()) / 1000) : null;
  };

  return {
    wait: (address) => waitOf(networkOf(address ?? '')),
    failed(address) {
      const network = networkOf(address ?? '');
      const window = current(network) ?? { begun: now(), count: 0 };
      window.count++;
      if (windows.size >= addressesMost) windows.clear();
      windows.set(network, window);
      return waitOf(network);
    },
  };
}
