import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { PublicKey } from '#protocol';

/** What DER puts before the 32 bytes of an Ed25519 key (RFC 8410). */
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/** @throws an error if the bytes are no key */
export const publicKeyOf = (raw: PublicKey): KeyObject =>
  createPublicKey({
    key: Buffer.concat([publicPrefix, Buffer.from(raw, 'hex')]),
    format: 'der',
    type: 'spki',
  });

/** @param seed 32 random bytes, which are the private key */
export const privateKeyOf = (seed: Buffer): KeyObject =>
  createPrivateKey({ key: Buffer.concat([privatePrefix, seed]), format: 'der', type: 'pkcs8' });

/** Of a private key too. */
export const rawPublicKey = (key: KeyObject): PublicKey =>
  (key.type === 'private' ? createPublicKey(key) : key)
    .export({ format: 'der', type: 'spki' })
    .subarray(publicPrefix.length)
    .toString('hex') as PublicKey;

/** @returns base64 */
export const signText = (text: string, key: KeyObject): string =>
  sign(null, Buffer.from(text), key).toString('base64');

export const verifiesText = (text: string, key: KeyObject, signature: string): boolean =>
  verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));

/** So many keys are kept ready: more than there are tills. */
const keysKept = 20_000;

/** Whether a key signed a text. Nothing signs with bytes that are no point of the curve. */
export function createVerifier(): (text: string, key: PublicKey, signature: string) => boolean {
  const keys = new Map<PublicKey, KeyObject>();
  function keyObject(key: PublicKey): KeyObject {
    const known = keys.get(key);
    if (known) return known;
    if (keys.size >= keysKept) keys.clear();
    const made = publicKeyOf(key);
    keys.set(key, made);
    return made;
  }
  return (text, key, signature) => {
    try {
      return verifiesText(text, keyObject(key), signature);
    } catch {
      return false;
    }
  };
}
