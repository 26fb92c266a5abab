import { type CentreKey, packOf, policyText, type SignedPolicy } from '#protocol';
import { signatureHolds } from './till-key.ts';

/** Why a pack was not taken; the one before it stays in force. The list is closed. */
export type PolicyFault =
  /** Signed with a key that this till was not given: perhaps the centre's key changed; ask, and enrol again. */
  | 'unknown-key'
  /** The signature does not fit: somebody on the way changed it. Tell the centre. */
  | 'wrongly-signed'
  /** Signed, but not a pack that this program can read: install the newer program. */
  | 'unreadable'
  /** Of a lower number than what the till has. */
  | 'older';

export interface RefusedPolicy {
  readonly number: number;
  readonly why: PolicyFault;
}

/** Which of the packs may take effect, in the order of their numbers, and the last that may not. */
export function sortPolicies(
  policies: readonly SignedPolicy[],
  newest: number,
  keys: readonly CentreKey[],
): { readonly good: readonly SignedPolicy[]; readonly refused: RefusedPolicy | null } {
  const good: SignedPolicy[] = [];
  let refused: RefusedPolicy | null = null;
  for (const policy of policies) {
    const why = faultOf(policy, good.at(-1)?.number ?? newest, keys);
    if (why === null) good.push(policy);
    else refused = { number: policy.number, why };
  }
  return { good, refused };
}

function faultOf(policy: SignedPolicy, newest: number, keys: readonly CentreKey[]): PolicyFault | null {
  if (policy.number <= newest) return 'older';
  const key = keys.find(({ id }) => id === policy.keyId);
  if (!key) return 'unknown-key';
  if (!signatureHolds(policyText(policy), policy.signature, key.key)) return 'wrongly-signed';
  return packOf(policy) === null ? 'unreadable' : null;
}
