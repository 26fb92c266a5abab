import {
  addDays,
  type BusinessDay,
  businessDayOf,
  type ConfirmReason,
  type Decision,
  decide,
  type Holder,
  type HolderRecord,
  type Instant,
  type MaskKind,
  type PolicyPack,
  rocDate,
} from '#rules';
import type { SaleRecord, Store } from '#store';
import type { TimeKeeper } from './time-keeper.ts';

/** One card at the counter, as far as a decision needs it. */
export interface Visitor {
  readonly visitId: string;
  readonly record: HolderRecord;
  readonly holder: Holder;
  /** Doubts that were found when the card was read. */
  readonly doubts: readonly ConfirmReason[];
}

export interface SaleRequest {
  readonly visitor: Visitor;
  readonly kind: MaskKind;
  readonly pieces: number;
  /** A person looked at what is in doubt. */
  readonly confirmed: boolean;
}

export type SaleOutcome =
  | { readonly outcome: 'sold'; readonly sale: SaleRecord }
  /** By now the rules or the stock allow less, or nothing. */
  | { readonly outcome: 'not-allowed' }
  | { readonly outcome: 'confirmation-needed' };

export interface Selling {
  decide(visitor: Visitor): Decision;
  /** Whether this visit ended in a sale, before a restart of the program as well. */
  wasSold(visitId: string): boolean;
  /**
   * Decides again and records the sale, its stock movement and its slip in one durable transaction. A visit that was
   * sold already answers with that sale. @throws a storage error (see `storageFault`); then nothing was sold.
   */
  sell(request: SaleRequest): SaleOutcome;
}

export interface SellingDeps {
  readonly store: Store;
  readonly time: TimeKeeper;
  readonly policy: PolicyPack;
  /** `none`: no slip is queued, because nothing could ever print it. */
  readonly slips: 'printed' | 'none';
}

export function createSelling({ store, time, policy, slips }: SellingDeps): Selling {
  const decideAt = (visitor: Visitor, at: Instant): Decision =>
    decide({
      holder: visitor.holder,
      purchases: store.sales.of(visitor.record.key),
      at,
      policy,
      onSale: store.stock.onSale(),
      doubts: time.behind() ? [...visitor.doubts, 'clock-behind'] : visitor.doubts,
    });

  function sellOnce({ visitor, kind, pieces, confirmed }: SaleRequest): SaleOutcome {
    const earlier = store.sales.byVisit(visitor.visitId);
    if (earlier) return { outcome: 'sold', sale: earlier };
    const at = time.now();
    const decision = decideAt(visitor, at);
    if (decision.verdict === 'may-not') return { outcome: 'not-allowed' };
    if (decision.verdict === 'confirm' && !confirmed) return { outcome: 'confirmation-needed' };
    const offer = decision.offers.find((o) => o.kind === kind);
    if (!offer || pieces > offer.most) return { outcome: 'not-allowed' };

    const day = businessDayOf(at);
    const receiptNumber = nextReceiptNumber(store.sales.last(), day);
    store.record(
      {
        kind: 'sale',
        visitId: visitor.visitId,
        receiptNumber,
        day,
        holder: visitor.record,
        maskKind: kind,
        pieces,
        unitPrice: offer.unitPrice,
        intervalDays: offer.intervalDays,
        ruleSet: decision.ruleSet.id,
        identifiedBy: 'chip',
        confirmed: decision.verdict === 'confirm' ? [...decision.reasons] : [],
      },
      at,
    );
    if (slips === 'printed') store.printJobs.add(receiptNumber, 0);
    const sale = store.sales.byVisit(visitor.visitId);
    if (!sale) throw new Error('a recorded sale has no projection');
    return { outcome: 'sold', sale };
  }

  return {
    decide: (visitor) => decideAt(visitor, time.now()),
    wasSold: (visitId) => store.sales.byVisit(visitId) !== null,
    sell: (request) => store.transact(() => sellOnce(request)),
  };
}

/** `1090312-0001`: ROC date, then a number within the day. The journal's days never go back, so the last one counts. */
function nextReceiptNumber(last: SaleRecord | null, day: BusinessDay): string {
  const date = rocDate(day).replaceAll('/', '');
  const number = last?.day === day ? Number(last.receiptNumber.split('-')[1]) + 1 : 1;
  return `${date}-${String(number).padStart(4, '0')}`;
}

/** The day from which the holder of this sale may buy again. */
export const nextDayAfter = (sale: SaleRecord): BusinessDay => addDays(sale.day, sale.intervalDays);
