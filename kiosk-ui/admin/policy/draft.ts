import type { Policies, PolicyPack, RuleSet } from '../wall.ts';

/** A rule set as it is written: figures are texts until it is tried, so that empty is not 0. */
export interface Draft {
  readonly id: string;
  /** `2020-04-09T00:00`, in Taipei; empty while it is not whole. */
  readonly effective: string;
  readonly adultPieces: string;
  readonly adultDays: string;
  readonly childPieces: string;
  readonly childDays: string;
  readonly childCardMaxAge: string;
  readonly childMasksFor: RuleSet['childMasksFor'];
  readonly weekdayBinds: RuleSet['weekdayBinds'];
  readonly unitPrice: string;
  readonly proxyAdult: string;
  readonly proxyChild: string;
  readonly promised: 'left-out' | 'counted';
}

/** The rules that would be in force at the draft's instant, had nothing new been announced. */
export interface Base {
  readonly rules: RuleSet;
  readonly promised: Draft['promised'];
}

export const baseOf = ({ standing, promised }: Policies): Base | null =>
  standing && { rules: standing, promised };

/** What is written so far; what nobody has touched is as in the base, also when that becomes another. */
export type Written = Partial<Draft> & Pick<Draft, 'effective'>;

export const draftOf = ({ rules, promised }: Base, written: Written): Draft => ({
  ...{ id: '', promised },
  adultPieces: String(rules.allowance.adult.pieces),
  adultDays: String(rules.allowance.adult.days),
  childPieces: String(rules.allowance.child.pieces),
  childDays: String(rules.allowance.child.days),
  childCardMaxAge: String(rules.childCardMaxAge),
  ...{ childMasksFor: rules.childMasksFor, weekdayBinds: rules.weekdayBinds },
  unitPrice: String(rules.unitPrice),
  proxyAdult: String(rules.proxy.adultCards),
  proxyChild: String(rules.proxy.childCards),
  ...written,
});

export const instantIn = (local: string): string => `${local}:00+08:00`;

export type Packed =
  | { readonly outcome: 'packed'; readonly pack: PolicyPack; readonly effective: string }
  /** In the order of the form. */
  | { readonly outcome: 'incomplete'; readonly missing: readonly (keyof Draft)[] };

/** As it is signed; what a draft does not say stays as it stands. */
export function packIn(draft: Draft, { rules }: Base): Packed {
  const missing = inOrder.filter((field) => draft[field].trim() === '');
  if (missing.length > 0) return { outcome: 'incomplete', missing };
  const effective = instantIn(draft.effective);
  const ruleSet: RuleSet = {
    ...rules,
    ...{ id: draft.id.trim(), effective },
    ...{ childMasksFor: draft.childMasksFor, weekdayBinds: draft.weekdayBinds },
    allowance: {
      adult: { pieces: Number(draft.adultPieces), days: Number(draft.adultDays) },
      child: { pieces: Number(draft.childPieces), days: Number(draft.childDays) },
    },
    childCardMaxAge: Number(draft.childCardMaxAge),
    unitPrice: Number(draft.unitPrice),
    proxy: { ...rules.proxy, adultCards: Number(draft.proxyAdult), childCards: Number(draft.proxyChild) },
  };
  const pack = { id: ruleSet.id, publication: { promised: draft.promised }, ruleSets: [ruleSet] };
  return { outcome: 'packed', pack, effective };
}

/** As the form asks for them. */
const inOrder: readonly (keyof Draft)[] = [
  ...(['id', 'effective', 'unitPrice', 'adultPieces', 'adultDays', 'childCardMaxAge'] as const),
  ...(['childPieces', 'childDays', 'childMasksFor', 'proxyAdult', 'proxyChild'] as const),
  ...(['weekdayBinds', 'promised'] as const),
];
