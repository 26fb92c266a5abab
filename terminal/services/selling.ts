import {
  type Actor,
  available,
  businessDayOf,
  type CardRole,
  type CardsInVisit,
  type ConfirmReason,
  type Decision,
  decide,
  type Instant,
  isChildCard,
  type MaskKind,
  nextGoods,
  type PiecesByKind,
  type PolicyPack,
  type RuleSet,
} from '#rules';
import type { Receipt, Store, Ticket } from '#store';
import type { TimeKeeper } from './time-keeper.ts';
import type { Visitor } from './visitor.ts';

/** What is known when one card of a visit is decided about. */
export interface VisitSoFar {
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
  decideInOrder(lines: readonly LineToDecide[]): readonly Decision[];
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

/** `draft` is what is about to be sold to it; absent, as much as it may have of what it is offered first. */
export interface LineToDecide {
  readonly visitor: Visitor;
  readonly ticketId: string | null;
  readonly draft: { readonly kind: MaskKind; readonly pieces: number } | null;
}

export interface SellingDeps {
  readonly store: Store;
  readonly time: TimeKeeper;
  readonly policy: PolicyPack;
  /** `none`: no slip is queued, because nothing could ever print it. */
  readonly slips: 'printed' | 'none';
}

type Open = Exclude<Decision, { verdict: 'may-not' }>;

export function createSelling({ store, time, policy, slips }: SellingDeps): Selling {
  function decideAt(visitor: Visitor, at: Instant, { cards, onSale }: VisitSoFar): Decision {
    const today = businessDayOf(at);
    return decide({
      holder: visitor.holder,
      purchases: store.sales.of(visitor.record.key),
      at,
      policy,
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

  function decideAll(lines: readonly LineToDecide[], at: Instant): readonly Decision[] {
    let onSale = available(store.stock.on(businessDayOf(at)));
    let cards: CardsInVisit = { adult: 0, child: 0 };
    return lines.map(({ visitor, ticketId, draft }) => {
      const ticket = openTicket(ticketId);
      const forThis = ticket ? plus(onSale, ticket.kind, ticket.pieces) : onSale;
      const decision = decideAt(visitor, at, { cards, onSale: forThis });
      if (decision.verdict === 'may-not') return decision;
      const offer = decision.offers.find(({ kind }) => kind === draft?.kind) ?? decision.offers[0];
      const pieces = Math.min(draft?.pieces ?? offer?.most ?? 0, offer?.most ?? 0);
      if (offer) onSale = plus(forThis, offer.kind, -pieces);
      cards = counted(cards, visitor, decision.ruleSet, at);
      return decision;
    });
  }

  function sellOnce({ visitId, lines, actor }: SaleRequest): SaleOutcome {
    const earlier = store.sales.byVisit(visitId);
    if (earlier) return { outcome: 'sold', receipt: earlier };
    const at = time.now();
    const decisions = decideAll(
      lines.map((line) => ({ ...line, draft: line })),
      at,
    );
    const open: Open[] = [];
    for (const [i, decision] of decisions.entries()) {
      const line = lines[i];
      if (!line || decision.verdict === 'may-not') return { outcome: 'not-allowed' };
      if (decision.verdict === 'confirm' && !line.confirmed) return { outcome: 'confirmation-needed' };
      const offer = decision.offers.find(({ kind }) => kind === line.kind);
      if (!offer || line.pieces > offer.most) return { outcome: 'not-allowed' };
      open.push(decision);
    }
    record({ visitId, lines, actor }, open, at);
    const receipt = store.sales.byVisit(visitId);
    if (!receipt) throw new Error('a recorded sale has no projection');
    return { outcome: 'sold', receipt };
  }

  function record({ visitId, lines, actor }: SaleRequest, decisions: readonly Open[], at: Instant): void {
    const day = businessDayOf(at);
    const receiptNumber = store.sales.nextReceiptNumber(day);
    const own = ownCard(lines, decisions, at);
    for (const [i, { visitor, kind, pieces, ticketId }] of lines.entries()) {
      const decision = decisions[i];
      const offer = decision?.offers.find((offered) => offered.kind === kind);
      if (!decision || !offer) throw new Error('every line was decided');
      store.record(
        {
          kind: 'sale',
          ...{ visitId, receiptNumber, day, holder: visitor.record, maskKind: kind, pieces },
          unitPrice: offer.unitPrice,
          intervalDays: offer.intervalDays,
          ruleSet: decision.ruleSet.id,
          identifiedBy: visitor.identifiedBy,
          confirmed: decision.verdict === 'confirm' ? [...decision.reasons] : [],
          ...(i === own ? {} : { role: roleOf(visitor, decision.ruleSet, at) }),
          ...(visitor.byHand === null ? {} : { byHand: visitor.byHand }),
          ...(openTicket(ticketId) && ticketId !== null ? { ticketId } : {}),
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

const ageOf = ({ holder }: Visitor, ruleSet: RuleSet, at: Instant): 'adult' | 'child' =>
  isChildCard(holder, ruleSet, businessDayOf(at)) ? 'child' : 'adult';

function counted(cards: CardsInVisit, visitor: Visitor, ruleSet: RuleSet, at: Instant): CardsInVisit {
  const age = ageOf(visitor, ruleSet, at);
  return { ...cards, [age]: cards[age] + 1 };
}

/** Nobody asks whose card is whose; the first adult's is taken to be the visitor's own, or else the first. */
function ownCard(lines: readonly SaleLine[], decisions: readonly Open[], at: Instant): number {
  const adult = lines.findIndex(({ visitor }, i) => {
    const decision = decisions[i];
    return decision !== undefined && ageOf(visitor, decision.ruleSet, at) === 'adult';
  });
  return Math.max(adult, 0);
}

const roleOf = (visitor: Visitor, ruleSet: RuleSet, at: Instant): CardRole =>
  ageOf(visitor, ruleSet, at) === 'child' ? 'proxy-child' : 'proxy-adult';
