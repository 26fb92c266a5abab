import { Secret, TOTP } from 'otpauth';
import type { Instant } from '#rules';

const stepMs = 30_000;
/** Steps that a telephone's clock may be off, in either direction. */
const stepsOff = 1;

const issuer = '口罩中央庫存';

/** @param secret 20 bytes. @returns base32, as it is typed into an authenticator */
export const base32 = (secret: Buffer): string =>
  new Secret({ buffer: Uint8Array.from(secret).buffer }).base32;

/** RFC 6238 with SHA-1, six digits and 30 seconds: what every authenticator understands. */
const totpOf = (secret: string, label: string) =>
  new TOTP({ issuer, label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 });

export const uriOf = (secret: string, label: string): string => totpOf(secret, label).toString();

/** The 30 seconds for which this is the code, counted from 1970; `null` where it is none. */
export function stepOf(code: string, secret: string, at: Instant): number | null {
  const delta = totpOf(secret, '').validate({ token: code, timestamp: at, window: stepsOff });
  return delta === null ? null : Math.floor(at / stepMs) + delta;
}

/** What an authenticator shows at an instant. */
export const codeAt = (secret: string, at: Instant): string => totpOf(secret, '').generate({ timestamp: at });
