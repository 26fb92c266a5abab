import { type CentreKey, packOf, policyText, type SignedPolicy, signedPolicySchema } from '#protocol';
import { type Clock, instantOf, type PolicyPack } from '#rules';
import type { CentralDatabase, Reading } from './database/database.ts';
import { publicKeyOf, verifiesText } from './ed25519.ts';
import type { CentreKeys } from './keys.ts';
import { type Numbered, nextPolicyNumber, restoredAtQuery } from './numbering.ts';

/** Why a policy was not announced. */
export type PolicyRefusal =
  /** What was signed is no policy pack: mend it. */
  | 'not-a-pack'
  /** No signature, or none that this centre's tills would know: sign it with the centre's key. */
  | 'unsigned'
  /** The signature is not of this text: somebody changed it, sign it anew. */
  | 'wrongly-signed'
  /** A policy of this or a higher number was announced: sign it with the next. */
  | 'old-number'
  /** A number between would be missing: sign it with the next. */
  | 'number-ahead'
  /** It would have taken effect already, and tills may have sold by the rules before: choose a later time. */
  | 'effective-past'
  /** One that was announced before takes effect later than this one: choose a later time. */
  | 'effective-before-last';

export interface PolicyDesk {
  /** With the next number. @param effective ISO text with its offset */
  sign(pack: PolicyPack, effective: string): Promise<SignedPolicy>;
  /** From then on every till that pulls receives it. */
  announce(
    signed: unknown,
  ): Promise<{ outcome: 'announced' } | { outcome: 'refused'; refusal: PolicyRefusal }>;
  /** Those of a higher number, in order. */
  after(number: number): Promise<readonly SignedPolicy[]>;
  /** 0 for none. */
  lastNumber(): Promise<number>;
}

export interface PolicyDeskDeps {
  readonly database: CentralDatabase;
  readonly clock: Pick<Clock, 'now'>;
  readonly keys: CentreKeys;
}

/** How late a policy may be announced: the time between signing it and announcing it by hand. */
const lateToleranceMs = 60_000;

export function createPolicyDesk({ database, clock, keys }: PolicyDeskDeps): PolicyDesk {
  const { reading } = database;
  const lastNumber = async (): Promise<number> =>
    (await reading.get<{ number: number | null }>('SELECT max(number) AS number FROM policies'))?.number ?? 0;

  const refusalOf = (
    signed: SignedPolicy,
    { last, next }: { readonly last: SignedPolicy | null; readonly next: number },
  ): PolicyRefusal | null => {
    const wrong = checkPolicy(signed, keys.centreKeys);
    if (wrong) return wrong;
    if (signed.number !== next) return signed.number < next ? 'old-number' : 'number-ahead';
    const effective = instantOf(signed.effective);
    if (effective < clock.now() - lateToleranceMs) return 'effective-past';
    return last && effective < instantOf(last.effective) ? 'effective-before-last' : null;
  };

  return {
    lastNumber,
    after: (number) => policiesAfter(reading, number),
    async sign(pack, effective) {
      const unsigned = { number: await nextNumber(reading), effective, pack: JSON.stringify(pack) };
      return { ...unsigned, keyId: keys.keyId, signature: keys.sign(policyText(unsigned)) };
    },
    announce: (given) =>
      database.inReference(async (statements) => {
        const parsed = signedPolicySchema.safeParse(given);
        if (!parsed.success) return { outcome: 'refused', refusal: shapeRefusal(given) };
        const [last] = await statements.all<SignedPolicy>(`${policyQuery} ORDER BY number DESC LIMIT 1`);
        const next = await nextNumber(statements);
        const refusal = refusalOf(parsed.data, { last: last ?? null, next });
        if (refusal) return { outcome: 'refused', refusal };
        const { number, effective, pack, keyId, signature } = parsed.data;
        const inserted = await statements.insertMany(
          'policies',
          ['number', 'effective', 'pack', 'key_id', 'signature', 'announced_at'],
          [[number, effective, pack, keyId, signature, clock.now()]],
        );
        // Another process announced one of this number at the same time.
        return inserted === 1 ? { outcome: 'announced' } : { outcome: 'refused', refusal: 'old-number' };
      }),
  };
}

/** Why a signed policy is not to be followed, or `null`. Its number and its time are for whoever knows those before. */
export function checkPolicy(
  signed: SignedPolicy,
  centreKeys: readonly CentreKey[],
): Extract<PolicyRefusal, 'not-a-pack' | 'unsigned' | 'wrongly-signed'> | null {
  const key = centreKeys.find(({ id }) => id === signed.keyId);
  if (!key || signed.signature === '') return 'unsigned';
  if (!verifiesText(policyText(signed), publicKeyOf(key.key), signed.signature)) return 'wrongly-signed';
  return packOf(signed) ? null : 'not-a-pack';
}

/** A pack alone, such as one fresh from a text editor, is unsigned; anything else is no pack. */
const shapeRefusal = (given: unknown): PolicyRefusal =>
  typeof given === 'object' &&
  given !== null &&
  'pack' in given &&
  !('signature' in given && 'keyId' in given)
    ? 'unsigned'
    : 'not-a-pack';

async function nextNumber(reading: Pick<Reading, 'get'>): Promise<number> {
  const last = await reading.get<Numbered>(
    `SELECT max(number) AS number, ${restoredAtQuery} AS "restoredAt" FROM policies`,
  );
  return nextPolicyNumber(last ?? { number: null, restoredAt: null });
}

const policyQuery = 'SELECT number, effective, pack, key_id AS "keyId", signature FROM policies';

export const policiesAfter = (reading: Reading, number: number): Promise<readonly SignedPolicy[]> =>
  reading.all(`${policyQuery} WHERE number > ? ORDER BY number`, [number]);
