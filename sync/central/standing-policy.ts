import { packOf, type SignedPolicy } from '#protocol';
import {
  type Clock,
  type Instant,
  instant,
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
  /** Reads what was announced since. @throws a fault of the database */
  follow(): Promise<void>;
  /** Whether the public figure counts what is promised by ticket, by the pack that stands now. */
  promises(): 'left-out' | 'counted';
  /** When the next pack that was announced begins to stand; `null` for none. */
  nextFrom(): Instant | null;
  /** Told when others were announced. @returns what ends it */
  subscribe(changed: () => void): () => void;
  /** What stands and what will, as one pack. */
  timeline(): PolicyPack;
}

export interface AnnouncedRulesDeps {
  readonly policies: Pick<PolicyDesk, 'after'>;
  readonly clock: Pick<Clock, 'now'>;
}

export function createAnnouncedRules({ policies, clock }: AnnouncedRulesDeps): AnnouncedRules {
  const listeners = new Set<() => void>();
  let last = 0;
  let packs: readonly StandingPack[] = [];
  return {
    async follow() {
      const fresh = await policies.after(last);
      if (fresh.length === 0) return;
      last = fresh.at(-1)?.number ?? last;
      packs = [...packs, ...standingPacks(fresh)];
      for (const listener of listeners) listener();
    },
    nextFrom() {
      const coming = packs.flatMap(({ from }) => (from !== null && from > clock.now() ? [from] : []));
      return coming.length === 0 ? null : instant(Math.min(...coming));
    },
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
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
