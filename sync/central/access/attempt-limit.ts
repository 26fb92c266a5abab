/** How often one address may try tokens that nobody was given. */
export interface AttemptLimit {
  /** Counts one. @returns seconds until the next is looked at, or `null` while there were few */
  failed(address: string): number | null;
  /** Seconds until this address is looked at again, or `null`. */
  wait(address: string): number | null;
}

const most = 10;
const windowMs = 60_000;
/** More than that are forgotten together; whoever has so many addresses is not stopped by counting them. */
const addressesMost = 10_000;

export function createAttemptLimit(now: () => number): AttemptLimit {
  const windows = new Map<string, { readonly begun: number; count: number }>();

  const current = (address: string) => {
    const window = windows.get(address);
    return window && now() - window.begun < windowMs ? window : null;
  };
  const wait = (address: string): number | null => {
    const window = current(address);
    return window && window.count > most ? Math.ceil((window.begun + windowMs - now()) / 1000) : null;
  };

  return {
    wait,
    failed(address) {
      const window = current(address) ?? { begun: now(), count: 0 };
      window.count++;
      if (windows.size >= addressesMost) windows.clear();
      windows.set(address, window);
      return wait(address);
    },
  };
}
