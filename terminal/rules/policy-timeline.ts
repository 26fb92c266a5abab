import { effectiveAt, type PolicyPack, type RuleSet, ruleSetAt } from './policy.ts';
import { type Instant, instant, isoOf } from './taipei-time.ts';

/** A pack and the instant from which it stands; `null`: always. */
export interface StandingPack {
  readonly pack: PolicyPack;
  readonly from: Instant | null;
}

/**
 * When a pack really begins. One whose first rule set begins later leaves the one before in force until then, since
 * otherwise nobody could buy in between.
 */
export function beginOf({ pack, from }: StandingPack): Instant {
  const first = Math.min(...pack.ruleSets.map(effectiveAt));
  return instant(from === null ? first : Math.max(from, first));
}

/** The last of these packs that has begun, or `null` before the first. */
export const packAt = <P extends StandingPack>(packs: readonly P[], at: Instant): P | null =>
  packs.findLast((standing) => beginOf(standing) <= at) ?? null;

/** One pack that decides at every instant as these do one after another. @throws RangeError without any */
export function timelineOf(packs: readonly StandingPack[]): PolicyPack {
  const last = packs.at(-1);
  if (!last) throw new RangeError('a timeline is of one pack at least');
  const ruleSets = packs.flatMap((standing, i) => {
    const ends = Math.min(...packs.slice(i + 1).map(beginOf));
    return ruleSetsWithin(standing.pack, beginOf(standing), ends);
  });
  return { ...last.pack, ruleSets };
}

/** What a pack says from `begins` on and before `ends`. */
function ruleSetsWithin(pack: PolicyPack, begins: Instant, ends: number): RuleSet[] {
  if (begins >= ends) return [];
  const first = ruleSetAt(pack, begins);
  return pack.ruleSets
    .filter((ruleSet) => ruleSet === first || (effectiveAt(ruleSet) > begins && effectiveAt(ruleSet) < ends))
    .map((ruleSet) => (effectiveAt(ruleSet) < begins ? { ...ruleSet, effective: isoOf(begins) } : ruleSet));
}
