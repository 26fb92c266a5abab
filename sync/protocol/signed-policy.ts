import { z } from 'zod';
import { type PolicyPack, policyPackSchema } from '#rules';

/**
 * A policy pack as the centre sends it out. `pack` is kept as the text that was signed. It stands for every instant
 * from `effective` on, until a pack of a higher number takes effect; before that the packs before it stand.
 */
export const signedPolicySchema = z.strictObject({
  /** 1, 2, 3 … A lower number never replaces a higher one. */
  number: z.int().positive(),
  effective: z.iso.datetime({ offset: true }),
  pack: z.string(),
  keyId: z.string(),
  /** Ed25519 over `policyText`, base64. */
  signature: z.string(),
});
export type SignedPolicy = z.infer<typeof signedPolicySchema>;

export const policyText = ({ number, effective, pack }: Omit<SignedPolicy, 'keyId' | 'signature'>): string =>
  ['mask-till policy 1', number, effective, pack].join('\n');

/** @returns `null` where the signed text is no policy pack */
export function packOf({ pack }: Pick<SignedPolicy, 'pack'>): PolicyPack | null {
  try {
    return policyPackSchema.parse(JSON.parse(pack));
  } catch {
    return null;
  }
}
