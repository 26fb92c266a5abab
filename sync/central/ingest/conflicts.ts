import { hash } from 'node:crypto';
import type { ConflictSide, PurchaseId, PurchaseMade } from '#protocol';
import { addDays, type BusinessDay } from '#rules';

/** A purchase as it stands with its holder. */
export interface Standing extends PurchaseMade {
  readonly state: 'stands' | 'voided';
}

/** Two purchases of one holder, the later within the interval of the earlier. */
export interface Conflict {
  /** Follows from the two, so that it is the same whoever finds it, and says nothing of them. */
  readonly conflictId: string;
  readonly earlier: PurchaseMade;
  readonly later: PurchaseMade;
}

/** A side as it is kept: the outlet's name is added where it is sent. */
export type KeptSide = Omit<ConflictSide, 'outletName'>;

export const sideOf = ({ id, day, at, kind, pieces }: PurchaseMade): KeptSide => ({
  ...{ id, day, at, kind, pieces },
});

export const purchaseName = ({ outlet, tillId, seq }: PurchaseId): string => `${outlet}/${tillId}/${seq}`;

/** The conflict that two purchases are, or `null`. Does not depend on which of them came first to the centre. */
export function conflictOf(a: PurchaseMade, b: PurchaseMade): Conflict | null {
  const [earlier, later] = isBefore(a, b) ? [a, b] : [b, a];
  if (later.day >= addDays(earlier.day, earlier.intervalDays)) return null;
  const names = `${purchaseName(earlier.id)} ${purchaseName(later.id)}`;
  return { conflictId: hash('sha256', names).slice(0, 32), earlier, later };
}

/** The day from which the holder may buy again is after `today`. */
export const stillRuns = ({ day, intervalDays }: PurchaseMade, today: BusinessDay): boolean =>
  addDays(day, intervalDays) > today;

/** By time; what happened in the same millisecond is ordered by name, so that everybody orders it alike. */
function isBefore(a: PurchaseMade, b: PurchaseMade): boolean {
  if (a.at !== b.at) return a.at < b.at;
  if (a.id.outlet !== b.id.outlet) return a.id.outlet < b.id.outlet;
  if (a.id.tillId !== b.id.tillId) return a.id.tillId < b.id.tillId;
  return a.id.seq < b.id.seq;
}
