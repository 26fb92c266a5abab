import type { CentralView, ConflictView, CounterSnapshot, DeliveryView, StockSnapshot } from '#api';
import { businessDayOf, effectiveAt, nextSellingDay } from '#rules';
import type { RulesInForce, Till } from '#services';

/** What the snapshots of several screens say of the centre and of the rules that it sends. */

export function centralView({ centre }: Till): CentralView {
  const status = centre.status();
  return { ...status, link: linkOf(status) };
}

export function linkOf({ mode, line }: Pick<CentralView, 'mode' | 'line'>): CentralView['link'] {
  if (mode === 'none') return 'none';
  return line === 'up' ? 'online' : 'offline';
}

export const conflictsView = (till: Till): ConflictView[] =>
  till.centre.conflicts().map(({ conflictId, earlier, later }) => ({
    conflictId,
    earlier: sideView(earlier, till),
    later: sideView(later, till),
    signedOff: signedOff(conflictId, till),
  }));

function signedOff(conflictId: string, { store }: Till): ConflictView['signedOff'] {
  const review = store.reviews.ofConflict(conflictId);
  if (!review) return null;
  const by = review.by === null ? null : (store.operators.byId(review.by)?.name ?? null);
  return { at: review.at, by };
}

type Side = ReturnType<Till['centre']['conflicts']>[number]['earlier'];

function sideView(side: Side, { outletCode, store }: Till): ConflictView['earlier'] {
  const { id, outletName, day, at, kind, pieces } = side;
  const here = id.outlet === outletCode;
  const own = here && store.centre.tillIds().includes(id.tillId);
  const receiptNumber = own ? (store.sales.entry(id.seq)?.receiptNumber ?? null) : null;
  return { here, outletName, day, at, kind, pieces, receiptNumber };
}

/** What `deliveriesView` needs of a till. */
export interface Deliveries {
  readonly centre: Pick<Till['centre'], 'deliveries'>;
  readonly time: Pick<Till['time'], 'now'>;
  readonly shop: Pick<Till['shop'], 'openingHours'>;
}

/** What arrives today is for the next selling day. */
export function deliveriesView({ centre, time, shop }: Deliveries): DeliveryView[] {
  const today = businessDayOf(time.now());
  const next = nextSellingDay(today, shop.openingHours()?.week ?? null);
  return centre.deliveries().map((delivery) => {
    const { day } = delivery;
    const late = day < today;
    return { ...delivery, onSaleFrom: late ? today : day, due: day <= next };
  });
}

const part = ({ pack, number, ruleSet }: RulesInForce) => ({ pack, number, ruleSet: ruleSet?.id ?? null });

export function policyNowView({ policies, time }: Till): CounterSnapshot['policy'] {
  const now = policies.inForce(time.now());
  return { ...part(now), since: now.ruleSet && businessDayOf(effectiveAt(now.ruleSet)) };
}

export function policyNextView({ policies, time }: Till): StockSnapshot['policyNext'] {
  const next = policies.next(time.now());
  if (!next?.ruleSet) return null;
  return { ...part(next), at: next.at, allowance: next.ruleSet.allowance };
}
