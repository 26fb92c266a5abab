import type { CardAnswer, PolicyTrial } from '#central-api';
import {
  addDays,
  type BusinessDay,
  businessDayOf,
  childBornFrom,
  decide,
  type Holder,
  type Instant,
  instant,
  type PolicyPack,
  type Purchase,
  type RuleSet,
  ruleSetAt,
  startOfDay,
} from '#rules';

/** Every outlet is open then. */
const noonMs = 12 * 3_600_000;
const daysShown = 7;
const plenty = { adult: 1_000, child: 1_000 };

/** What cards that stand for everybody may buy in the week in which new rules begin, by the old and by the new. */
export function tryCards(
  now: PolicyPack,
  then: PolicyPack,
  effective: Instant,
): Pick<PolicyTrial, 'days' | 'cards'> {
  const first = businessDayOf(effective);
  const days = Array.from({ length: daysShown }, (_, i) => addDays(first, i));
  const cards = sampleCards(now, then, days).map(({ holder, age, boughtDaysAgo }) => {
    const purchases = boughtDaysAgo === null ? [] : [purchaseOf(age, now, addDays(first, -boughtDaysAgo))];
    const answers = days.map((day) => ({
      before: answerOf(holder, purchases, now, day),
      after: answerOf(holder, purchases, then, day),
    }));
    return { age, bornIn: holder.birthYear, lastDigit: holder.lastDigit ?? 0, boughtDaysAgo, answers };
  });
  return { days, cards };
}

interface SampleCard {
  readonly holder: Holder;
  readonly age: 'adult' | 'child';
  readonly boughtDaysAgo: number | null;
}

/** Both parities, somebody on either side of each age that a rule draws, and one who bought three days before. */
function sampleCards(now: PolicyPack, then: PolicyPack, days: readonly BusinessDay[]): SampleCard[] {
  const [day] = days as [BusinessDay];
  const sets = [now, then].map((pack) => ruleAt(pack, day)).filter((set) => set !== null);
  const borders = [...new Set(sets.map((set) => childBornFrom(set, day)))];
  const grown = Number(day.slice(0, 4)) - 40;
  const births = [...new Set([grown, ...borders.flatMap((year) => [year - 1, year])])].sort((a, b) => a - b);
  const ageOf = (bornIn: number) =>
    sets.some((set) => bornIn >= childBornFrom(set, day)) ? 'child' : 'adult';
  const card = (birthYear: number, lastDigit: number, boughtDaysAgo: number | null): SampleCard => ({
    holder: { birthYear, lastDigit, checkDigit: 'right' },
    ...{ age: ageOf(birthYear), boughtDaysAgo },
  });
  return [
    ...births.flatMap((year) => [card(year, 1, null), card(year, 2, null)]),
    ...[card(grown, 1, 3), card(grown, 2, 3)],
  ];
}

const ruleAt = (pack: PolicyPack, day: BusinessDay): RuleSet | null =>
  ruleSetAt(pack, instant(startOfDay(day) + noonMs));

function purchaseOf(kind: 'adult' | 'child', now: PolicyPack, day: BusinessDay): Purchase {
  const allowance = ruleAt(now, day)?.allowance[kind];
  return { day, kind, pieces: allowance?.pieces ?? 1, intervalDays: allowance?.days ?? 7 };
}

function answerOf(
  holder: Holder,
  purchases: readonly Purchase[],
  policy: PolicyPack,
  day: BusinessDay,
): CardAnswer {
  const at = instant(startOfDay(day) + noonMs);
  const decision = decide({ holder, purchases, at, policy, onSale: plenty });
  if (decision.verdict === 'may-not') {
    const { firstAllowed: from } = decision;
    return { verdict: 'may-not', offers: [], from: from === null ? null : businessDayOf(from) };
  }
  return {
    verdict: 'may-buy',
    offers: decision.offers.map(({ kind, most }) => ({ kind, most })),
    from: day,
  };
}
