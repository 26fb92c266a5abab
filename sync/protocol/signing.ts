import { z } from 'zod';
import { type Instant, type OutletCode, outletCodeSchema } from '#rules';

export const tillIdSchema = z.uuid().brand<'TillId'>();
export type TillId = z.infer<typeof tillIdSchema>;

/** 32 bytes in hex: an Ed25519 key without wrapping. */
export const publicKeySchema = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'PublicKey'>();
export type PublicKey = z.infer<typeof publicKeySchema>;

/** Who signs: a till by its outlet and number, as every key at the centre begins with the outlet. */
export interface TillName {
  readonly outlet: OutletCode;
  readonly tillId: TillId;
}

/** `5901010058/1b4e28ba-2fa1-4d7c-8d9a-0c1f6f3f8a11` */
export const tillNameText = ({ outlet, tillId }: TillName): string => `${outlet}/${tillId}`;

const tillNameSchema = z.object({ outlet: outletCodeSchema, tillId: tillIdSchema });

/** @returns `null` where the text names no till */
export function parseTillName(text: string): TillName | null {
  const [outlet, tillId, ...rest] = text.split('/');
  const name = tillNameSchema.safeParse({ outlet, tillId });
  return name.success && rest.length === 0 ? name.data : null;
}

/** The headers that carry a signature. */
export const signatureHeaders = {
  till: 'till',
  date: 'till-date',
  nonce: 'till-nonce',
  signature: 'till-signature',
} as const;

/** What a signature binds together, so that no part of a request can be exchanged, and none be sent twice. */
export interface SignedParts {
  /** `POST /sync/push` */
  readonly request: string;
  /** `tillNameText`, or at the enrolment the public key itself. */
  readonly till: string;
  /** By the centre's clock, as far as the till knows it. */
  readonly date: Instant;
  /** 16 random bytes in hex. */
  readonly nonce: string;
  /** SHA-256 of the body as it is sent, in hex. */
  readonly bodyHash: string;
}

export const nonceSchema = z.string().regex(/^[0-9a-f]{32}$/);

/** What Ed25519 signs. */
export const signedText = ({ request, till, date, nonce, bodyHash }: SignedParts): string =>
  ['mask-till request 1', request, till, date, nonce, bodyHash].join('\n');

/** How far a request's date may be from the centre's clock. */
export const dateToleranceMs = 5 * 60_000;
