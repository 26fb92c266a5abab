import type { IncomingMessage } from 'node:http';
import type { AddressOf } from '../access/asker-address.ts';
import { networkOf } from '../access/network.ts';

/** A whole body, or why there is none. */
export type BodyRead =
  | { readonly body: Buffer }
  /** `busy`: there is no memory for all that is being read, and most of it is this address's. `cut`: the connection ended. */
  | { readonly fault: 'too-large' | 'busy' | 'cut' };

export type ReadBody = (req: IncomingMessage) => Promise<BodyRead>;

export interface BodyBounds {
  /** Bytes of one. */
  readonly most: number;
  /** Bytes of all that are being read at once. */
  readonly together: number;
  readonly addressOf: AddressOf;
}

/** A body of which a part has come. */
interface Unfinished {
  readonly req: IncomingMessage;
  readonly cutOff: () => void;
  size: number;
  /** Worked out when there is no room, so that it costs nobody anything before. */
  network?: string;
}

/**
 * Reads bodies and stops at the first byte too much. `express.raw` would go on reading what it has refused until the
 * client ends it. Where there is no room for all, the network of which most is being read gives way.
 */
export function createBodyReader({ most, together, addressOf }: BodyBounds): ReadBody {
  /** Oldest first. */
  const unfinished = new Set<Unfinished>();
  let held = 0;

  function makeRoom(): void {
    while (held > together) oldestOfTheHeaviest()?.cutOff();
  }

  function oldestOfTheHeaviest(): Unfinished | undefined {
    const held = new Map<string, { readonly oldest: Unfinished; size: number }>();
    for (const one of unfinished) {
      one.network ??= networkOf(addressOf(one.req) ?? '');
      const whole = held.get(one.network) ?? { oldest: one, size: 0 };
      whole.size += one.size;
      held.set(one.network, whole);
    }
    return [...held.values()].reduce((a, b) => (b.size > a.size ? b : a)).oldest;
  }

  return (req) =>
    new Promise((resolve) => {
      const parts: Buffer[] = [];
      const done = (read: BodyRead) => {
        held -= one.size;
        unfinished.delete(one);
        req.off('data', take).off('end', whole).off('error', cut).off('close', cut);
        req.on('error', () => {}).pause();
        resolve(read);
      };
      const one: Unfinished = { req, size: 0, cutOff: () => done({ fault: 'busy' }) };
      const take = (part: Buffer) => {
        one.size += part.length;
        held += part.length;
        if (one.size > most) return done({ fault: 'too-large' });
        parts.push(part);
        unfinished.add(one);
        if (held > together) makeRoom();
      };
      const whole = () => done({ body: Buffer.concat(parts) });
      const cut = () => done({ fault: 'cut' });
      req.on('data', take).once('end', whole).once('error', cut).once('close', cut);
      if (Number(req.headers['content-length'] ?? 0) > most) done({ fault: 'too-large' });
    });
}
