import type { TurnsAnswer, TurnsOfDay } from '#central-api';
import {
  addDays,
  type BusinessDay,
  businessDayOf,
  childBornFrom,
  digitsOn,
  type Instant,
  instant,
  type PolicyPack,
  type RuleSet,
  ruleSetAt,
  startOfDay,
  weekdayOf,
} from '#rules';

const daysAhead = 14;

/** Whose turn it is today and on the days after, by what was announced. */
export function turnsFrom(at: Instant, policy: PolicyPack): TurnsAnswer {
  const today = businessDayOf(at);
  const days = Array.from({ length: 1 + daysAhead }, (_, i) => addDays(today, i));
  return {
    at,
    days: days.flatMap((day) => {
      const ruleSet = ruleSetOfDay(policy, day, day === today ? at : noonOf(day));
      return ruleSet ? [turnsOf(day, ruleSet)] : [];
    }),
  };
}

/** Rules that begin within a day did so in the morning, before anybody sold; the first ones of all at nine. */
const ruleSetOfDay = (policy: PolicyPack, day: BusinessDay, at: Instant): RuleSet | null =>
  ruleSetAt(policy, at) ?? ruleSetAt(policy, instant(startOfDay(addDays(day, 1)) - 1));

const noonOf = (day: BusinessDay): Instant => instant(startOfDay(day) + 12 * 3_600_000);

const turnsOf = (day: BusinessDay, ruleSet: RuleSet): TurnsOfDay => ({
  day,
  weekday: weekdayOf(day),
  adultCards: digitsOn(day, 'adult', ruleSet),
  childCards: digitsOn(day, 'child', ruleSet),
  childBornFrom: childBornFrom(ruleSet, day),
  childMasksFor: ruleSet.childMasksFor,
  allowance: ruleSet.allowance,
  unitPrice: ruleSet.unitPrice,
  weekdayBinds: ruleSet.weekdayBinds,
  proxy: { ...ruleSet.proxy, cards: ruleSet.proxy.cards ?? null },
});
