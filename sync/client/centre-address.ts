import { malformed, type Parsed, parsed } from '#rules';

/** Why an address cannot be the centre's. */
export type AddressFault = 'not-an-address' | 'plain-http-to-another-host';

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Where the centre is. Without TLS only on this very machine, where nobody can listen on the way. */
export function parseCentreAddress(text: string): Parsed<URL, AddressFault> {
  if (!URL.canParse(text)) return malformed('not-an-address');
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.pathname !== '/') {
    return malformed('not-an-address');
  }
  if (url.protocol === 'http:' && !loopback.test(url.hostname))
    return malformed('plain-http-to-another-host');
  return parsed(url);
}
