import { packOf } from '#protocol';
import { type Instant, instantOf, packAt, type StandingPack } from '#rules';
import type { PolicyDesk } from './policy-desk.ts';

/** Whether the public figure counts what is promised by ticket, by the pack that stands at an instant. */
export async function promisesAt(
  policies: Pick<PolicyDesk, 'after'>,
  at: Instant,
): Promise<'left-out' | 'counted'> {
  const packs = (await policies.after(0)).map((signed): StandingPack | null => {
    const pack = packOf(signed);
    return pack && { pack, from: instantOf(signed.effective) };
  });
  const standing = packAt(
    packs.filter((pack) => pack !== null),
    at,
  );
  return standing?.pack.publication?.promised ?? 'left-out';
}
