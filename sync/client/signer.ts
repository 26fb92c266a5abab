import { hash } from 'node:crypto';
import { signatureHeaders, signedText } from '#protocol';
import type { Instant } from '#rules';
import type { TillKey } from './till-key.ts';

/** Makes the headers that bind a request to its till, its body and its moment. */
export type Signer = (request: string, body: Buffer) => Readonly<Record<string, string>>;

export function createSigner(deps: {
  readonly key: TillKey;
  /** The till's name; at the enrolment its public key. */
  readonly till: string;
  /** The centre's time, as far as it is known. */
  readonly now: () => Instant;
  /** 16 random bytes in hex, never the same twice. */
  readonly newNonce: () => string;
}): Signer {
  const { key, till, now, newNonce } = deps;
  return (request, body) => {
    const parts = { request, till, date: now(), nonce: newNonce(), bodyHash: hash('sha256', body) };
    return {
      [signatureHeaders.till]: till,
      [signatureHeaders.date]: String(parts.date),
      [signatureHeaders.nonce]: parts.nonce,
      [signatureHeaders.signature]: key.sign(signedText(parts)),
    };
  };
}
