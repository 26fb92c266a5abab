import type { PolicyPack, RuleSet } from '../wall.ts';

/** A rule set as it is written: figures are texts until it is tried, so that empty is not 0. */
export interface Draft {
  readonly id: string;
  /** `2020-04-09T00:00`, in Taipei. */
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

/** What stands now, to be changed. */
export const draftOf = (standing: RuleSet, promised: Draft['promised'], effective: string): Draft => ({
  ...{ id: '', effective, promised },
  adultPieces: String(standing.allowance.adult.pieces),
  adultDays: String(standing.allowance.adult.days),
  childPieces: String(standing.allowance.child.pieces),
  childDays: String(standing.allowance.child.days),
  childCardMaxAge: String(standing.childCardMaxAge),
  ...{ childMasksFor: standing.childMasksFor, weekdayBinds: standing.weekdayBinds },
  unitPrice: String(standing.unitPrice),
  proxyAdult: String(standing.proxy.adultCards),
  proxyChild: String(standing.proxy.childCards),
});

const instantIn = (local: string): string => `${local}:00+08:00`;

/** As it is signed; what is not said in a draft stays as it stands. */
export function packIn(
  draft: Draft,
  standing: RuleSet,
): { readonly pack: PolicyPack; readonly effective: string } {
  const effective = instantIn(draft.effective);
  const ruleSet: RuleSet = {
    ...standing,
    ...{
      id: draft.id.trim(),
      effective,
      childMasksFor: draft.childMasksFor,
      weekdayBinds: draft.weekdayBinds,
    },
    allowance: {
      adult: { pieces: Number(draft.adultPieces), days: Number(draft.adultDays) },
      child: { pieces: Number(draft.childPieces), days: Number(draft.childDays) },
    },
    childCardMaxAge: Number(draft.childCardMaxAge),
    unitPrice: Number(draft.unitPrice),
    proxy: { ...standing.proxy, adultCards: Number(draft.proxyAdult), childCards: Number(draft.proxyChild) },
  };
  const pack = { id: ruleSet.id, publication: { promised: draft.promised }, ruleSets: [ruleSet] };
  return { pack, effective };
}
