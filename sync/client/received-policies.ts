import { type CentreKey, packOf, policyText, type SignedPolicy } from '#protocol';
import type { Station } from './station.ts';
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

/** Looks at packs as they come. What it refused is forgotten with the program: a newer one may be able to read it. */
export interface PolicyIntake {
  /** After which number to ask: nothing is asked for twice in one run. */
  asked(): number;
  /**
   * Which of these may take effect, in the order of their numbers, and the last number that need not be asked for
   * again. That one stays before a refused pack, so that the next program is sent it once more.
   */
  take(policies: readonly SignedPolicy[]): {
    readonly good: readonly SignedPolicy[];
    readonly cursor: number;
  };
  /** The last that was refused and did not come well since. */
  refused(): RefusedPolicy | null;
}

export function createPolicyIntake(
  station: Pick<Station, 'cursors' | 'hasPolicy'>,
  keys: readonly CentreKey[],
): PolicyIntake {
  const refused = new Map<number, PolicyFault>();
  let looked = 0;
  let stale: RefusedPolicy | null = null;
  const asked = () => Math.max(looked, station.cursors().policy);

  /** What comes late takes its place before the packs after it, since the last that was installed decides. */
  const isKnown = (policy: SignedPolicy, good: readonly SignedPolicy[]) =>
    good.length === 0 && station.hasPolicy(policy);

  return {
    asked,
    take(policies) {
      const kept = station.cursors().policy;
      const good: SignedPolicy[] = [];
      for (const policy of policies) {
        const { number } = policy;
        if (isKnown(policy, good)) continue;
        const why = faultOf(policy, good.at(-1)?.number ?? kept, keys);
        if (why === 'older') stale = { number, why };
        else if (why) refused.set(number, why);
        else {
          good.push(policy);
          refused.delete(number);
        }
      }
      looked = Math.max(asked(), ...policies.map(({ number }) => number));
      const cursor = refused.size === 0 ? looked : Math.min(...refused.keys()) - 1;
      return { good, cursor: Math.max(kept, cursor) };
    },
    refused() {
      const number = Math.max(...refused.keys());
      const why = refused.get(number);
      return why ? { number, why } : stale;
    },
  };
}

function faultOf(policy: SignedPolicy, newest: number, keys: readonly CentreKey[]): PolicyFault | null {
  if (policy.number <= newest) return 'older';
  const key = keys.find(({ id }) => id === policy.keyId);
  if (!key) return 'unknown-key';
  if (!signatureHolds(policyText(policy), policy.signature, key.key)) return 'wrongly-signed';
  return packOf(policy) === null ? 'unreadable' : null;
}
