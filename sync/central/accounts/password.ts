import { scrypt, timingSafeEqual } from 'node:crypto';

/** 32 MB and about 90 ms of one core, off the event loop: enough beside a second factor. */
const cost = { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const saltBytes = 16;
const proofBytes = 32;

/** @returns `salt:proof` in hex */
export async function proofOf(password: string, randomBytes: (size: number) => Buffer): Promise<string> {
  const salt = randomBytes(saltBytes);
  return `${salt.toString('hex')}:${(await derive(password, salt)).toString('hex')}`;
}

export async function provesPassword(password: string, proof: string): Promise<boolean> {
  const [salt = '', expected = ''] = proof.split(':').map((part) => Buffer.from(part, 'hex'));
  return timingSafeEqual(await derive(password, salt as Buffer), expected as Buffer);
}

/** Takes as long as a real one, so that a name that nobody has cannot be told from one that somebody has. */
export const nobodysProof = `${'00'.repeat(saltBytes)}:${'00'.repeat(proofBytes)}`;

/** NFC, because one keyboard writes é as one character and another as two. */
const derive = (password: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, proofBytes, cost, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
