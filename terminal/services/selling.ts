import {
  type Actor,
  available,
  businessDayOf,
  type CardAge,
  type CardsInVisit,
  type ConfirmReason,
  type Decision,
  decide,
  type Instant,
  isChildCard,
  type MaskKind,
  nextGoods,
  type PiecesByKind,
  ruleSetAt,
  withRoles,
} from '#rules';
import type { Receipt, Store, Ticket } from '#store';
import type { PolicyBook } from './policy-book.ts';
import { purchasesOf } from './purchases.ts';
import { type Decided, type Draft, draftOf, type Wanted } from './session.ts';
import type { TimeKeeper } from './time-keeper.ts';
import type { Visitor } from './visitor.ts';

/** What is known when one card of a visit is decided about. */
interface VisitSoFar {
  /** Cards accepted before it. */
  readonly cards: CardsInVisit;
  /** Pieces on sale to it, its own ticket's among them. */
  readonly onSale: PiecesByKind;
}

/** One card's part of a sale. */
export interface SaleLine {
  readonly visitor: Visitor;
  readonly kind: MaskKind;
  readonly pieces: number;
  /** A person looked at what is in doubt. */
  readonly confirmed: boolean;
  readonly ticketId: string | null;
}

export interface SaleRequest {
  readonly visitId: string;
  /** In the order in which the cards came. */
  readonly lines: readonly SaleLine[];
  readonly actor: Actor;
}

export type SaleOutcome =
  | { readonly outcome: 'sold'; readonly receipt: Receipt }
  /** By now the rules or the stock allow less, or nothing. */
  | { readonly outcome: 'not-allowed' }
  | { readonly outcome: 'confirmation-needed' };

export interface Selling {
  /** Decides about the cards of one visit in their order: what one is given, the next has no more. */
  decideInOrder(lines: readonly LineToDecide[]): readonly Decided[];
  /** As which a card counts today. */
  ageOf(visitor: Visitor): CardAge;
  /** Whether this person may buy at some later instant, as far as the rules and their purchases say. */
  mayBuyAt(visitor: Visitor, at: Instant): boolean;
  /** What was sold in this visit, before a restart of the program as well. */
  soldIn(visitId: string): Receipt | null;
  /**
   * Decides again and records the sales of a visit, their stock movements and their slip in one durable transaction. A
   * visit that was sold already answers with that sale. @throws a storage error (see `storageFault`); then nothing was
   * sold.
   */
  sell(request: SaleRequest): SaleOutcome;
}

export interface LineToDecide {
  readonly visitor: Visitor;
  readonly ticketId: string | null;
  readonly wanted: Wanted;
}

export interface SellingDeps {
  readonly store: Store;
  readonly time: TimeKeeper;
  readonly policies: Pick<PolicyBook, 'now'>;
  /** `none`: no slip is queued, because nothing could ever print it. */
  readonly slips: 'printed' | 'none';
}

/** A sale of which every line was decided about, and may be made. */
interface Allowed extends SaleRequest {
  readonly lines: readonly (SaleLine & Extract<Decided, { draft: Draft }>)[];
}

export function createSelling({ store, time, policies, slips }: SellingDeps): Selling {
  function decideAt(visitor: Visitor, at: Instant, { cards, onSale }: VisitSoFar): Decision {
    const today = businessDayOf(at);
    return decide({
      holder: visitor.holder,
      purchases: purchasesOf(store, visitor),
      at,
      policy: policies.now(),
      onSale,
      nextGoods: () => nextGoods(store.stock.lotsAfter(today)),
      before: cards,
      doubts: [...visitor.doubts, ...clockDoubts(time)],
    });
  }

  const openTicket = (ticketId: string | null): Ticket | null => {
    const ticket = ticketId === null ? null : store.tickets.ticket(ticketId);
    return ticket?.state === 'open' ? ticket : null;
  };

  /** Before the first rule set nobody's card is a child's. */
  function ageAt({ holder }: Visitor, at: Instant): CardAge {
    const ruleSet = ruleSetAt(policies.now(), at);
    return ruleSet && isChildCard(holder, ruleSet, businessDayOf(at)) ? 'child' : 'adult';
  }

  function decideAll(lines: readonly LineToDecide[], at: Instant): readonly Decided[] {
    let onSale = available(store.stock.on(businessDayOf(at)));
    let cards: CardsInVisit = { adult: 0, child: 0 };
    return lines.map(({ visitor, ticketId, wanted }): Decided => {
      const ticket = openTicket(ticketId);
      const forThis = ticket ? plus(onSale, ticket.kind, ticket.pieces) : onSale;
      const decision = decideAt(visitor, at, { cards, onSale: forThis });
      if (decision.verdict === 'may-not') return { decision, draft: null };
      const draft = draftOf(decision, wanted);
      onSale = plus(forThis, draft.offer.kind, -draft.pieces);
      const age = ageAt(visitor, at);
      cards = { ...cards, [age]: cards[age] + 1 };
      return { decision, draft };
    });
  }

  function sellOnce({ visitId, lines, actor }: SaleRequest): SaleOutcome {
    const earlier = store.sales.byVisit(visitId);
    if (earlier) return { outcome: 'sold', receipt: earlier };
    const at = time.now();
    const asked = lines.map((line) => ({ ...line, wanted: line }));
    const decided = decideAll(asked, at);
    const allowed: Allowed['lines'][number][] = [];
    for (const [i, line] of lines.entries()) {
      const { decision, draft } = decided[i] ?? { draft: null };
      if (!draft) return { outcome: 'not-allowed' };
      if (decision.verdict === 'confirm' && !line.confirmed) return { outcome: 'confirmation-needed' };
      if (draft.offer.kind !== line.kind || draft.pieces < line.pieces) return { outcome: 'not-allowed' };
      allowed.push({ ...line, decision, draft });
    }
    record({ visitId, lines: allowed, actor }, at);
    const receipt = store.sales.byVisit(visitId);
    if (!receipt) throw new Error('a recorded sale has no projection');
    return { outcome: 'sold', receipt };
  }

  function record({ visitId, lines, actor }: Allowed, at: Instant): void {
    const day = businessDayOf(at);
    const receiptNumber = store.sales.nextReceiptNumber(day);
    const cards = lines.map((line) => ({ ...line, age: ageAt(line.visitor, at), accepted: true }));
    for (const { visitor, kind, pieces, decision, draft, role, ...line } of withRoles(cards)) {
      const ticket = openTicket(line.ticketId);
      store.record(
        {
          kind: 'sale',
          ...{ visitId, receiptNumber, day, holder: visitor.record, maskKind: kind, pieces },
          unitPrice: draft.offer.unitPrice,
          intervalDays: draft.offer.intervalDays,
          ruleSet: decision.ruleSet.id,
          identifiedBy: visitor.identifiedBy,
          confirmed: decision.verdict === 'confirm' ? [...decision.reasons] : [],
          ...(role === 'own' ? {} : { role }),
          ...(visitor.byHand === null ? {} : { byHand: visitor.byHand }),
          ...(ticket && { ticketId: ticket.ticketId }),
          by: actor.operatorId,
        },
        at,
      );
    }
    if (slips === 'printed') store.printJobs.add({ slip: 'receipt', reference: receiptNumber }, 0);
    store.working.keepVisit(null);
  }

  return {
    decideInOrder: (lines) => decideAll(lines, time.now()),
    ageOf: (visitor) => ageAt(visitor, time.now()),
    mayBuyAt: (visitor, at) =>
      decideAt(visitor, at, { cards: { adult: 0, child: 0 }, onSale: { adult: 1, child: 1 } }).verdict !==
      'may-not',
    soldIn: (visitId) => store.sales.byVisit(visitId),
    sell: (request) => store.transact(() => sellOnce(request)),
  };
}

function clockDoubts(time: TimeKeeper): readonly ConfirmReason[] {
  const trust = time.trust();
  return trust === 'trusted' ? [] : [`clock-${trust}`];
}

const plus = (pieces: PiecesByKind, kind: MaskKind, more: number): PiecesByKind => ({
  ...pieces,
  [kind]: pieces[kind] + more,
});
