import type { AddressOf } from '../access/asker-address.ts';
import { networkOf } from '../access/network.ts';

/** How often one address may ask. Every answer names it, as the IETF's draft of the RateLimit headers says. */
export interface RateLimit {
  /** Counts one request. @param address of the one who asks */
  ask(address: string): Asking;
}

export interface Asking {
  readonly allowed: 'yes' | 'no';
  readonly headers: Readonly<Record<string, string>>;
}

/** So many at once, and as many a second in the long run. */
const burst = 200;
const perSecond = 50;
/** More than this many addresses at once, and those are forgotten that asked longest ago. */
const addressesMost = 50_000;

interface Bucket {
  left: number;
  at: number;
}

/** @param elapsed milliseconds that only go forward */
export function createRateLimit(elapsed: () => number): RateLimit {
  const buckets = new Map<string, Bucket>();
  const policy = `"address";q=${burst};w=${burst / perSecond}`;

  function fill(address: string): Bucket {
    const now = elapsed();
    const { left, at } = buckets.get(address) ?? { left: burst, at: now };
    const bucket = { left: Math.min(burst, left + ((now - at) / 1000) * perSecond), at: now };
    buckets.delete(address);
    buckets.set(address, bucket);
    if (buckets.size > addressesMost) buckets.delete(buckets.keys().next().value ?? '');
    return bucket;
  }

  return {
    ask(from) {
      const bucket = fill(networkOf(from));
      const allowed = bucket.left >= 1 ? 'yes' : 'no';
      if (allowed === 'yes') bucket.left--;
      const full = Math.ceil((burst - bucket.left) / perSecond);
      const headers = {
        'ratelimit-policy': policy,
        ratelimit: `"address";r=${Math.floor(bucket.left)};t=${full}`,
      };
      return { allowed, headers: allowed === 'yes' ? headers : { ...headers, 'retry-after': '1' } };
    },
  };
}

/** `null`: whoever asks may do so as often as he likes. */
export type RequestLimit = (req: Parameters<AddressOf>[0]) => Asking | null;

export const limitByAddress =
  (limit: RateLimit, addressOf: AddressOf): RequestLimit =>
  (req) => {
    const address = addressOf(req);
    // The whole public, as one: whom the proxy does not name it has to bound itself.
    return address === null ? null : limit.ask(address);
  };
