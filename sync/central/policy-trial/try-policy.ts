import type { PolicyTrial } from '#central-api';
import {
  addDays,
  businessDayOf,
  type Clock,
  instantOf,
  type PolicyPack,
  ruleSetAt,
  timelineOf,
} from '#rules';
import type { Reading } from '../database/database.ts';
import type { PolicyDesk } from '../policy-desk.ts';
import { standingPacks, timelineFrom } from '../standing-policy.ts';
import { tryCards } from './try-cards.ts';
import { tryYesterday } from './try-yesterday.ts';

export type TryPolicy = (pack: PolicyPack, effective: string) => Promise<PolicyTrial>;

export interface TryPolicyDeps {
  readonly reading: Reading;
  readonly policies: Pick<PolicyDesk, 'after'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly breathe: () => Promise<void>;
}

/** Tries a policy without announcing it: on sample cards, and on yesterday's sales. */
export const createTryPolicy =
  ({ reading, policies, clock, breathe }: TryPolicyDeps): TryPolicy =>
  async (pack, effective) => {
    const now = timelineFrom(standingPacks(await policies.after(0)));
    const begins = instantOf(effective);
    const then = timelineOf([
      { pack: now, from: null },
      { pack, from: begins },
    ]);
    const cards = tryCards(now, then, begins);
    const day = addDays(businessDayOf(clock.now()), -1);
    const [before, after] = [ruleSetAt(now, clock.now()), ruleSetAt(then, begins)];
    if (!before || !after) {
      const nothing = { sales: 0, pieces: 0 };
      return {
        ...cards,
        yesterday: { day, sales: 0, unchanged: 0, tooEarly: 0, fewer: nothing, more: nothing },
      };
    }
    return { ...cards, yesterday: await tryYesterday(reading, day, before, after, breathe) };
  };
