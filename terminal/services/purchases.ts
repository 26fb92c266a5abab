import type { PurchaseMade } from '#protocol';
import { addDays, type BusinessDay, type OutletCode, type Purchase } from '#rules';
import type { Receipt, Store } from '#store';
import type { Visitor } from './visitor.ts';

/** A purchase as far as this till knows of it. */
export interface KnownPurchase extends Purchase {
  readonly place: 'here' | 'elsewhere';
}

type Holder = Pick<Visitor, 'record' | 'formerKeys'>;

/** Every key under which this till may have kept something of a person. */
export const keysOf = ({ record, formerKeys }: Holder) => [record.key, ...formerKeys];

/** What a person has bought, here and elsewhere, newest first; the centre knows nobody by a former key. */
export function purchasesOf(
  { sales, centre }: Pick<Store, 'sales' | 'centre'>,
  holder: Holder,
): readonly KnownPurchase[] {
  const here = keysOf(holder).flatMap((key) => sales.of(key));
  const elsewhere = centre.purchases.of(holder.record.key);
  return [
    ...here.map((purchase) => ({ ...purchase, place: 'here' as const })),
    ...elsewhere.map((purchase) => ({ ...purchase, place: 'elsewhere' as const })),
  ].sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? 1 : -1));
}

/** Whether what was bought here keeps a person from buying on that day, whatever was bought elsewhere. */
export const boughtHere = (
  store: Pick<Store, 'sales' | 'centre'>,
  holder: Holder,
  day: BusinessDay,
): boolean =>
  purchasesOf(store, holder).some(
    (purchase) => purchase.place === 'here' && day < addDays(purchase.day, purchase.intervalDays),
  );

/** Newest first, at most 50. */
export const receiptsOf = ({ sales }: Pick<Store, 'sales'>, holder: Holder): readonly Receipt[] =>
  keysOf(holder)
    .flatMap((key) => sales.receiptsOf(key))
    .slice(0, 50);

/** Whether another till made it. After a fork this till's former name has sold what this journal does not know. */
export function isElsewhere(
  { id, holderKey, at }: PurchaseMade,
  { sales, centre }: Pick<Store, 'sales' | 'centre'>,
  outletCode: OutletCode,
): boolean {
  if (id.outlet !== outletCode || !centre.tillIds().includes(id.tillId)) return true;
  const own = sales.entry(id.seq);
  return own?.holderKey !== holderKey || own.soldAt !== at;
}
