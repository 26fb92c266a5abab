import { packOf, type SignedPolicy } from '#protocol';
import {
  type Clock,
  instantOf,
  leafletPolicy,
  type PolicyPack,
  packAt,
  type StandingPack,
  timelineOf,
} from '#rules';
import type { PolicyDesk } from './policy-desk.ts';

/** The rules that were announced, in memory. */
export interface AnnouncedRules {
  /** Reads them again. @throws a fault of the database */
  follow(): Promise<void>;
  /** Whether the public figure counts what is promised by ticket, by the pack that stands now. */
  promises(): 'left-out' | 'counted';
  /** What stands and what will, as one pack. */
  timeline(): PolicyPack;
}

export interface AnnouncedRulesDeps {
  readonly policies: Pick<PolicyDesk, 'after'>;
  readonly clock: Pick<Clock, 'now'>;
}

export function createAnnouncedRules({ policies, clock }: AnnouncedRulesDeps): AnnouncedRules {
  let packs: readonly StandingPack[] = [];
  return {
    async follow() {
      packs = standingPacks(await policies.after(0));
    },
    promises: () => packAt(packs, clock.now())?.pack.publication?.promised ?? 'left-out',
    timeline: () => timelineFrom(packs),
  };
}

/** Those that this centre knows the form of, in order. */
export const standingPacks = (announced: readonly SignedPolicy[]): readonly StandingPack[] =>
  announced.flatMap((signed) => {
    const pack = packOf(signed);
    return pack ? [{ pack, from: instantOf(signed.effective) }] : [];
  });

/** As tills sell: by what they come with until a word from the centre. */
export const timelineFrom = (packs: readonly StandingPack[]): PolicyPack =>
  timelineOf([{ pack: leafletPolicy, from: null }, ...packs]);
