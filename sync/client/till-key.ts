import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { type PublicKey, publicKeySchema } from '#protocol';

/** A till's own Ed25519 key. The private half never leaves the machine. */
export interface TillKey {
  readonly publicKey: PublicKey;
  /** @returns base64 */
  sign(text: string): string;
  /** PKCS #8 in PEM, for the file that only this user may read. */
  toPem(): string;
}

export const newTillKey = (): TillKey => keyOf(generateKeyPairSync('ed25519').privateKey);
/** @throws where the text is no such key */
export const tillKeyOfPem = (pem: string): TillKey => keyOf(createPrivateKey(pem));

function keyOf(privateKey: KeyObject): TillKey {
  const der = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  const publicKey = publicKeySchema.parse(der.subarray(-32).toString('hex'));
  return {
    publicKey,
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64'),
    toPem: () => privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

/** What stands before the 32 bytes of an Ed25519 key in SubjectPublicKeyInfo (RFC 8410). */
const spkiHead = Buffer.from('302a300506032b6570032100', 'hex');

/** Whether `signature` (base64) over `text` was made by the holder of this key. */
export function signatureHolds(text: string, signature: string, publicKey: PublicKey): boolean {
  const der = Buffer.concat([spkiHead, Buffer.from(publicKey, 'hex')]);
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));
}
