import {
  type Actor,
  available,
  businessDayOf,
  decide,
  type Instant,
  type MaskKind,
  mayDo,
  type RuleSet,
  ruleSetAt,
} from '#rules';
import type { Store } from '#store';
import type { PolicyBook } from './policy-book.ts';
import { purchasesOf } from './purchases.ts';
import { createSignal, type Signal } from './signal.ts';
import type { TimeKeeper } from './time-keeper.ts';
import type { KeyedIn, KeyedInFault, Reception, Visitor } from './visitor.ts';

export type PaperAnswer =
  | 'done'
  | 'in-the-future'
  | 'before-last-close'
  | 'out-of-order'
  | 'against-the-rules'
  | 'not-enough-stock'
  | 'not-your-right'
  | KeyedInFault;

/** One line of a paper form. */
export interface PaperLine {
  readonly commandId: string;
  /** What was written on the form. */
  readonly soldAt: Instant;
  readonly formLine: string;
  readonly kind: MaskKind;
  readonly pieces: number;
  readonly keyedIn: KeyedIn;
  /** Recorded although a rule of that time speaks against it; the masks are gone, and someone has to look. */
  readonly contested: boolean;
}

/** Sales that were made on paper while the till could not work, keyed in afterwards in their order. */
export interface PaperSales {
  /** @throws a storage error; then nothing was recorded */
  enter(line: PaperLine, actor: Actor): Promise<PaperAnswer>;
  readonly changed: Signal;
}

export interface PaperSalesDeps {
  readonly store: Store;
  readonly time: TimeKeeper;
  readonly policies: Pick<PolicyBook, 'now'>;
  readonly reception: Reception;
}

export function createPaperSales({ store, time, policies, reception }: PaperSalesDeps): PaperSales {
  const changed = createSignal();

  /** Which rule of its time speaks against a sale, or `null`. */
  function contestOf({ kind, pieces, soldAt }: PaperLine, visitor: Visitor): string | null {
    const decision = decide({
      holder: visitor.holder,
      purchases: purchasesOf(store, visitor),
      at: soldAt,
      policy: policies.now(),
      // What was on hand then is not known any more; what is on hand now is asked for apart.
      onSale: { adult: pieces, child: pieces },
    });
    if (decision.verdict === 'may-not') return decision.reason;
    const offer = decision.offers.find((candidate) => candidate.kind === kind);
    if (!offer) return 'wrong-kind';
    return pieces > offer.most ? 'too-many-pieces' : null;
  }

  function faultOf(line: PaperLine): Exclude<PaperAnswer, 'done'> | null {
    if (line.soldAt > time.now()) return 'in-the-future';
    // The close of its own day: that another day was closed late says nothing of this one.
    const close = store.dayCloses.of(businessDayOf(line.soldAt)).at(-1);
    if (close && line.soldAt <= close.at) return 'before-last-close';
    const before = store.sales.lastPaperSale();
    if (before !== null && line.soldAt < before) return 'out-of-order';
    const stock = available(store.stock.on(businessDayOf(time.now())));
    return stock[line.kind] < line.pieces ? 'not-enough-stock' : null;
  }

  function enterOnce(line: PaperLine, visitor: Visitor, actor: Actor): PaperAnswer {
    if (store.sales.byVisit(line.commandId)) return 'done';
    const fault = faultOf(line);
    if (fault) return fault;
    const ruleSet = ruleSetAt(policies.now(), line.soldAt);
    const contest = contestOf(line, visitor);
    if (!ruleSet || (contest !== null && !line.contested)) return 'against-the-rules';
    if (contest !== null && !mayDo(actor.role, 'sell-against-rules')) return 'not-your-right';
    record(line, visitor, { ruleSet, contest }, actor);
    return 'done';
  }

  function record(
    { commandId, soldAt, formLine, kind, pieces }: PaperLine,
    visitor: Visitor,
    { ruleSet, contest }: { readonly ruleSet: RuleSet; readonly contest: string | null },
    actor: Actor,
  ): void {
    const day = businessDayOf(soldAt);
    store.record(
      {
        kind: 'sale',
        visitId: commandId,
        receiptNumber: store.sales.nextReceiptNumber(day),
        ...{ day, holder: visitor.record, maskKind: kind, pieces, confirmed: [] },
        unitPrice: ruleSet.unitPrice,
        intervalDays: ruleSet.allowance[kind].days,
        ruleSet: ruleSet.id,
        identifiedBy: visitor.identifiedBy,
        ...(visitor.byHand === null ? {} : { byHand: visitor.byHand }),
        paper: { formLine, soldAt },
        ...(contest === null ? {} : { contested: contest }),
        by: actor.operatorId,
      },
      time.now(),
    );
  }

  return {
    changed,
    async enter(line, actor) {
      const visitor = await reception.ofDocument(line.keyedIn);
      if (typeof visitor === 'string') return visitor;
      const answer = store.transact(() => enterOnce(line, visitor, actor));
      changed.raise();
      return answer;
    },
  };
}
