import { z } from 'zod';
import type { RuleSet } from './policy.ts';

/** Whose card it is of those that one visitor presents. */
export const cardRoleSchema = z.enum(['own', 'proxy-adult', 'proxy-child']);
export type CardRole = z.infer<typeof cardRoleSchema>;

export type CardAge = 'adult' | 'child';

/** Cards that were accepted in one visit, by age. */
export type CardsInVisit = Readonly<Record<CardAge, number>>;

/** A card of a visit; `accepted` while something may be sold to it. */
export interface CardPresented {
  readonly age: CardAge;
  readonly accepted: boolean;
}

/**
 * The cards with their roles; they stand in the order in which they came. Nobody asks whose card is whose: the first adult's is taken to
 * be the visitor's own, or else the first. One that is refused counts only where all are.
 */
export function withRoles<C extends CardPresented>(
  cards: readonly C[],
): readonly (C & { readonly role: CardRole })[] {
  const accepted = cards.filter((card) => card.accepted);
  const own = accepted.find(({ age }) => age === 'adult') ?? accepted[0];
  const place = own ? cards.indexOf(own) : 0;
  return cards.map((card, i) => ({ ...card, role: i === place ? 'own' : `proxy-${card.age}` }));
}

/**
 * Whether one visitor may present these cards: their own, and others up to the limits of the rule set. Nobody asks whose
 * card is whose; the visitor is taken to be an adult wherever an adult's card is among them.
 */
export function cardsFitOneVisit({ adult, child }: CardsInVisit, { proxy }: RuleSet): boolean {
  const adults = Math.max(adult - 1, 0);
  const children = adult === 0 ? Math.max(child - 1, 0) : child;
  return (
    adults <= proxy.adultCards &&
    children <= proxy.childCards &&
    adults + children <= (proxy.cards ?? Infinity)
  );
}

/** How many more cards of each age this visit has room for. */
export function roomInVisit(cards: CardsInVisit, ruleSet: RuleSet): CardsInVisit {
  const count = (age: CardAge) => {
    let more = 0;
    while (more < 20 && cardsFitOneVisit({ ...cards, [age]: cards[age] + more + 1 }, ruleSet)) more++;
    return more;
  };
  return { adult: count('adult'), child: count('child') };
}
