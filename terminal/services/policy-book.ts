import {
  effectiveAt,
  type Instant,
  type PolicyPack,
  packAt,
  type RuleSet,
  ruleSetAt,
  timelineOf,
} from '#rules';
import type { InstalledPack, Policies } from '#store';

/** By which rules the till decides, now and from when on by others. */
export interface PolicyBook {
  /** All rule sets one after another, whatever pack each comes from. The same object until another pack comes. */
  now(): PolicyPack;
  inForce(at: Instant): RulesInForce;
  /** The next change that is known after `at`. */
  next(at: Instant): (RulesInForce & { readonly at: Instant }) | null;
}

export interface RulesInForce {
  /** Of the pack that stands. */
  readonly pack: string;
  /** The centre's number of it; `null` for a pack of this till's settings. */
  readonly number: number | null;
  /** `null` before the first. */
  readonly ruleSet: RuleSet | null;
}

interface Read {
  readonly version: number;
  readonly installed: readonly InstalledPack[];
  readonly timeline: PolicyPack;
}

/** @throws RangeError where the journal has no pack */
export function createPolicyBook(policies: Pick<Policies, 'installed' | 'version'>): PolicyBook {
  let last: Read | null = null;

  function read(): Read {
    const version = policies.version();
    if (last?.version !== version) {
      const installed = policies.installed();
      last = { version, installed, timeline: timelineOf(installed) };
    }
    return last;
  }

  function inForce(at: Instant): RulesInForce {
    const { installed, timeline } = read();
    const standing = packAt(installed, at) ?? installed[0];
    return {
      pack: standing?.pack.id ?? timeline.id,
      number: standing?.number ?? null,
      ruleSet: ruleSetAt(timeline, at),
    };
  }

  return {
    now: () => read().timeline,
    inForce,
    next(at) {
      const change = read()
        .timeline.ruleSets.map(effectiveAt)
        .find((effective) => effective > at);
      return change === undefined ? null : { ...inForce(change), at: change };
    },
  };
}
