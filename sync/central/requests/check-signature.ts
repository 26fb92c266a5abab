import { hash } from 'node:crypto';
import {
  dateToleranceMs,
  type Fault,
  nonceSchema,
  type PublicKey,
  parseTillName,
  signatureHeaders,
  signedText,
  type TillName,
} from '#protocol';
import { type Clock, type Instant, instant, type OutletCode } from '#rules';
import type { Reading } from '../database/database.ts';
import { createVerifier } from '../ed25519.ts';
import { tillOf } from '../tills.ts';
import type { Nonces } from './nonces.ts';

/** What came in, whatever carried it. */
export interface SyncRequest {
  readonly method: string;
  /** Without a query. */
  readonly path: string;
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** As it was sent: compressed, if it was. */
  readonly body: Buffer;
  /** The address that asks; `null` where a proxy does not say it, none where nobody could. */
  readonly from?: string | null;
}

/** Tells who signed a request, and that it was not asked before. */
export interface SignatureCheck {
  ofTill(request: SyncRequest): Promise<{ readonly till: TillName } | { readonly fault: Fault }>;
  /** The same of a till that may have been revoked: for what is asked of the database only in a transaction of the till. */
  ofSigner(request: SyncRequest): Promise<{ readonly till: TillName } | { readonly fault: Fault }>;
  /** At the enrolment the key names itself. @returns `null` if it fits */
  ofKey(request: SyncRequest, key: PublicKey, outlet: OutletCode): Promise<Fault | null>;
  /** Whether this till signed that text. */
  holds(text: string, key: PublicKey, signature: string): boolean;
}

export interface SignatureCheckDeps {
  readonly reading: Reading;
  readonly clock: Pick<Clock, 'now'>;
  readonly nonces: Nonces;
  /** Where requests are verified, whoever composes the parts decides. By default here and at once. */
  readonly verify?: Verify;
}

/** Whether a key signed a text. */
export type Verify = (text: string, key: PublicKey, signature: string) => boolean | Promise<boolean>;

/** So many signers are kept ready: more than there are tills. */
const signersKept = 20_000;

export function createSignatureCheck({
  reading,
  clock,
  nonces,
  ...deps
}: SignatureCheckDeps): SignatureCheck {
  const holds = createVerifier();
  const { verify = holds } = deps;
  /** By their text. A till keeps its key for as long as it has its number. */
  const signers = new Map<string, Signer>();

  async function signerOf(text: string): Promise<Signer | Fault> {
    const known = signers.get(text);
    if (known) return known;
    const name = parseTillName(text);
    if (!name) return unsigned;
    const till = await tillOf(reading, name);
    if (!till) return { kind: 'unknown-till' };
    if (signers.size >= signersKept) signers.clear();
    const made = { till: name, key: till.publicKey };
    signers.set(text, made);
    return made;
  }

  async function ofSigner(request: SyncRequest): ReturnType<SignatureCheck['ofSigner']> {
    const signed = signedPartsOf(request);
    if (!signed) return { fault: unsigned };
    const signer = await signerOf(signed.till);
    if ('kind' in signer) return { fault: signer };
    const fault = await faultOf(request, signed, signer.key, signer.till.outlet);
    return fault ? { fault } : { till: signer.till };
  }

  const stale = (): Fault => ({ kind: 'stale-request', now: clock.now() });

  async function faultOf(
    request: SyncRequest,
    signed: Signed,
    key: PublicKey,
    outlet: OutletCode,
  ): Promise<Fault | null> {
    const { till, date, nonce, signature } = signed;
    const parts = { request: `${request.method} ${request.path}`, till, date, nonce };
    const text = signedText({ ...parts, bodyHash: hash('sha256', request.body) });
    if (!(await verify(text, key, signature))) return { kind: 'bad-signature' };
    if (Math.abs(date - clock.now()) > dateToleranceMs) return stale();
    // Last, so that only who holds the key can use a nonce up.
    switch (await nonces.take(outlet, nonce, date)) {
      case 'fresh':
        return null;
      case 'seen':
        return { kind: 'replayed-request' };
      case 'forgotten':
        return stale();
    }
  }

  return {
    ...{ holds, ofSigner },
    async ofTill(request) {
      const signed = await ofSigner(request);
      if ('fault' in signed) return signed;
      const till = await tillOf(reading, signed.till);
      if (!till) return { fault: { kind: 'unknown-till' } };
      return till.revokedAt === null ? signed : { fault: { kind: 'revoked' } };
    },
    async ofKey(request, key, outlet) {
      const signed = signedPartsOf(request);
      if (!signed || signed.till !== key) return unsigned;
      return faultOf(request, signed, key, outlet);
    },
  };
}

interface Signer {
  readonly till: TillName;
  readonly key: PublicKey;
}

const unsigned: Fault = { kind: 'bad-request', detail: 'not signed' };

interface Signed {
  readonly till: string;
  readonly date: Instant;
  readonly nonce: string;
  readonly signature: string;
}

function signedPartsOf({ headers }: SyncRequest): Signed | null {
  const { till, date, nonce, signature } = signatureHeaders;
  const texts = [headers[till], headers[date], headers[nonce], headers[signature]];
  if (!texts.every((text) => typeof text === 'string')) return null;
  const [tillText = '', dateText = '', nonceText = '', signatureText = ''] = texts as string[];
  if (!/^\d{1,15}$/.test(dateText) || !nonceSchema.safeParse(nonceText).success) return null;
  return { till: tillText, date: instant(Number(dateText)), nonce: nonceText, signature: signatureText };
}
