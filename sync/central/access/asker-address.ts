import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/** Who stands before the centre. A `proxy` says for whom it asks; where `nobody` does, such a word is the asker's own. */
export type InFront = 'proxy' | 'nobody';

/** The address that limits count by; `null` where the proxy does not say whose request it is. */
export type AddressOf = (req: Pick<IncomingMessage, 'headers' | 'socket'>) => string | null;

export function addressesBehind(inFront: InFront): AddressOf {
  switch (inFront) {
    case 'nobody':
      return ({ socket }) => socket.remoteAddress ?? '';
    case 'proxy':
      return ({ headers }) => lastIn(headers['x-forwarded-for']);
  }
}

/** The proxy's own word is the last: whoever asks may have written the ones before. */
function lastIn(forwarded: string | readonly string[] | undefined): string | null {
  const last = String(forwarded ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  return last !== undefined && isIP(last) !== 0 ? last : null;
}
