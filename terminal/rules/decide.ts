import type { Holder } from './holder.ts';
import { type MaskKind, maskKinds, type PiecesByKind } from './mask-kind.ts';
import { effectiveAt, type PolicyPack, type RuleSet, ruleSetAt } from './policy.ts';
import type { NextGoods } from './stock.ts';
import {
  addDays,
  type BusinessDay,
  businessDayOf,
  type Instant,
  instant,
  startOfDay,
  weekdayOf,
  yearOf,
} from './taipei-time.ts';
import { type CardAge, type CardsInVisit, cardsFitOneVisit } from './visit.ts';

/** A purchase that still counts. `intervalDays` is what was in force when it was made, and stays with it. */
export interface Purchase {
  readonly day: BusinessDay;
  readonly kind: MaskKind;
  readonly pieces: number;
  readonly intervalDays: number;
}

/** One kind that this card may buy now, and the most pieces of it. One kind a purchase. */
export interface Offer {
  readonly kind: MaskKind;
  readonly most: number;
  readonly unitPrice: number;
  /** The day from which the holder may buy again after this purchase. */
  readonly nextDay: BusinessDay;
  readonly intervalDays: number;
}

/** Why a card may not buy. The list is closed; what the person at the counter does next stands beside each. */
export type RefusalReason =
  /** No rule set applies at this instant: check the clock, or wait for the scheme to begin. */
  | 'scheme-not-in-force'
  /** Bought within the interval: come back on the date shown. */
  | 'bought-recently'
  /** The last digit has another weekday: come back on the date shown. */
  | 'not-your-weekday'
  /** One visitor may present no more cards: its holder comes in person, or in another visit. */
  | 'too-many-cards'
  /** Eligible, but nothing of a kind this card may buy is on sale: come when goods are, or try another outlet. */
  | 'sold-out';

/** Why a person has to look before the sale goes on. The list is closed. */
export type ConfirmReason =
  /** The number on the chip fails its own check digit: compare with the printed card. */
  | 'check-digit-wrong'
  /** The number ends in a letter, so no weekday follows from it: decide by the document. */
  | 'weekday-undefined'
  /** The card says that it was issued after today: check the clock of this machine, then the card. */
  | 'issued-in-future'
  /** The clock stands before the last entry of the journal: set the clock; days are counted from that entry. */
  | 'clock-behind'
  /** The clock jumped by more than two minutes: a person looks at it; until then the earlier time goes on. */
  | 'clock-jumped';

export type Decision =
  | { readonly verdict: 'may-buy'; readonly offers: readonly Offer[]; readonly ruleSet: RuleSet }
  | {
      readonly verdict: 'confirm';
      readonly reasons: readonly ConfirmReason[];
      readonly offers: readonly Offer[];
      readonly ruleSet: RuleSet;
    }
  | {
      readonly verdict: 'may-not';
      readonly reason: RefusalReason;
      /** The first instant at which this card is accepted, as far as the known policy and deliveries say. */
      readonly firstAllowed: Instant | null;
      readonly lastPurchase: Purchase | null;
    };

export interface Question {
  readonly holder: Holder;
  /** Purchases that were not voided, in any order. */
  readonly purchases: readonly Purchase[];
  readonly at: Instant;
  readonly policy: PolicyPack;
  /** Pieces on sale to this person now, by kind. */
  readonly onSale: PiecesByKind;
  /** When more goes on sale, asked only where it matters; absent: nobody knows. */
  readonly nextGoods?: () => NextGoods;
  /** Cards of the same visit that were accepted before this one. */
  readonly before?: CardsInVisit;
  /** Doubts that do not follow from the holder, found where the card and the clock were read. */
  readonly doubts?: readonly ConfirmReason[];
}

/** Decides what one card may buy at one instant. Pure: the same question always has the same answer. */
export function decide(question: Question): Decision {
  const { holder, purchases, at, policy, onSale } = question;
  const refused = (reason: RefusalReason, from: Instant | null): Decision => ({
    verdict: 'may-not',
    reason,
    firstAllowed: from,
    lastPurchase: reason === 'bought-recently' ? latest(purchases) : null,
  });
  const standing = standingAt(holder, purchases, at, policy);
  if (!standing.accepted) return refused(standing.reason, firstAllowed(question, at));
  const { ruleSet } = standing;
  if (!fitsVisit(question, ruleSet)) return refused('too-many-cards', null);
  const offers = offersFor(holder, ruleSet, businessDayOf(at), onSale);
  if (offers.length === 0) {
    const day = goodsFor(question, ruleSet);
    return refused('sold-out', day && firstAllowed(question, startOfDay(day)));
  }
  const reasons = [...doubtsAbout(holder, ruleSet, businessDayOf(at)), ...(question.doubts ?? [])];
  return reasons.length > 0
    ? { verdict: 'confirm', reasons, offers, ruleSet }
    : { verdict: 'may-buy', offers, ruleSet };
}

function fitsVisit({ holder, at, before }: Question, ruleSet: RuleSet): boolean {
  if (!before) return true;
  const age = isChildCard(holder, ruleSet, businessDayOf(at)) ? 'child' : 'adult';
  return cardsFitOneVisit({ ...before, [age]: before[age] + 1 }, ruleSet);
}

/** The first day on which a kind that this card may buy goes on sale. */
function goodsFor({ holder, at, nextGoods }: Question, ruleSet: RuleSet): BusinessDay | null {
  const goods = nextGoods?.();
  const days = kindsFor(holder, ruleSet, businessDayOf(at)).map((kind) => goods?.[kind] ?? null);
  return days.filter((day) => day !== null).sort()[0] ?? null;
}

type Standing =
  | { accepted: true; ruleSet: RuleSet }
  | { accepted: false; reason: Exclude<RefusalReason, 'sold-out' | 'too-many-cards'> };

function standingAt(
  holder: Holder,
  purchases: readonly Purchase[],
  at: Instant,
  policy: PolicyPack,
): Standing {
  const ruleSet = ruleSetAt(policy, at);
  if (!ruleSet) return { accepted: false, reason: 'scheme-not-in-force' };
  const day = businessDayOf(at);
  if (purchases.some((p) => day < addDays(p.day, p.intervalDays))) {
    return { accepted: false, reason: 'bought-recently' };
  }
  if (weekdayBinds(holder, ruleSet, day) && !weekdayAllows(holder.lastDigit, day)) {
    return { accepted: false, reason: 'not-your-weekday' };
  }
  return { accepted: true, ruleSet };
}

/** On that day, a card is a child's if its holder was born in this year or later. */
export const childBornFrom = (ruleSet: RuleSet, day: BusinessDay): number =>
  yearOf(day) - ruleSet.childCardMaxAge;

export const isChildCard = (holder: Holder, ruleSet: RuleSet, day: BusinessDay): boolean =>
  holder.birthYear >= childBornFrom(ruleSet, day);

const weekdayBinds = (holder: Holder, ruleSet: RuleSet, day: BusinessDay): boolean =>
  weekdayBindsCards(isChildCard(holder, ruleSet, day) ? 'child' : 'adult', ruleSet);

function weekdayBindsCards(age: CardAge, ruleSet: RuleSet): boolean {
  switch (ruleSet.weekdayBinds) {
    case 'everybody':
      return true;
    case 'adult-cards':
      return age === 'adult';
    case 'nobody':
      return false;
  }
}

/** The last digits of the cards that may buy on a day. */
export const digitsOn = (day: BusinessDay, age: CardAge, ruleSet: RuleSet): number[] =>
  Array.from({ length: 10 }, (_, digit) => digit).filter(
    (digit) => !weekdayBindsCards(age, ruleSet) || weekdayAllows(digit, day),
  );

export type Parity = 'odd' | 'even' | 'all';

/** Odd digits on Monday, Wednesday and Friday; even ones and 0 on Tuesday, Thursday and Saturday; all on Sunday. */
export function parityOf(day: BusinessDay): Parity {
  const weekday = weekdayOf(day);
  if (weekday === 0) return 'all';
  return weekday % 2 === 1 ? 'odd' : 'even';
}

function weekdayAllows(digit: number | null, day: BusinessDay): boolean {
  const parity = parityOf(day);
  // A number without a last digit is not refused by a rule that does not speak of it; it is a doubt to confirm.
  return parity === 'all' || digit === null || (digit % 2 === 1) === (parity === 'odd');
}

function doubtsAbout(holder: Holder, ruleSet: RuleSet, day: BusinessDay): ConfirmReason[] {
  const doubts: ConfirmReason[] = [];
  if (holder.checkDigit === 'wrong') doubts.push('check-digit-wrong');
  if (holder.lastDigit === null && weekdayBinds(holder, ruleSet, day)) doubts.push('weekday-undefined');
  return doubts;
}

function kindsFor(holder: Holder, ruleSet: RuleSet, day: BusinessDay): MaskKind[] {
  const child = isChildCard(holder, ruleSet, day);
  return maskKinds.filter((kind) => kind === 'adult' || child || ruleSet.childMasksFor === 'any-card');
}

function offersFor(holder: Holder, ruleSet: RuleSet, day: BusinessDay, onSale: PiecesByKind): Offer[] {
  return kindsFor(holder, ruleSet, day)
    .map((kind): Offer => {
      const { pieces, days } = ruleSet.allowance[kind];
      return {
        kind,
        most: Math.min(pieces, onSale[kind]),
        unitPrice: ruleSet.unitPrice,
        nextDay: addDays(day, days),
        intervalDays: days,
      };
    })
    .filter((offer) => offer.most > 0);
}

const latest = (purchases: readonly Purchase[]): Purchase | null =>
  purchases.reduce<Purchase | null>((last, p) => (last === null || p.day > last.day ? p : last), null);

// Long enough for the longest interval of 2020 (14 days), a weekday and a change of rules; a search that finds nothing
// within it says so with `null` and does not guess.
const horizonDays = 60;

/**
 * The first instant, not before `from` and after now, at which this holder is accepted. Standing can only change where
 * a day begins or a rule set takes effect, so those instants are all there is to try.
 */
function firstAllowed({ holder, purchases, at, policy }: Question, from: Instant): Instant | null {
  const today = businessDayOf(at);
  const daysUntilFree = latest(purchases) === null ? 0 : Math.max(...purchases.map((p) => p.intervalDays));
  const starts = Array.from({ length: horizonDays + daysUntilFree }, (_, i) =>
    startOfDay(addDays(today, i + 1)),
  );
  const changes = policy.ruleSets.map(effectiveAt).filter((change) => change > at);
  const candidates = [...starts, ...changes].filter((candidate) => candidate >= from).sort((a, b) => a - b);
  const found = candidates.find((candidate) => standingAt(holder, purchases, candidate, policy).accepted);
  return found === undefined ? null : instant(found);
}
