import type { Database } from 'better-sqlite3';
import type { Entry, Fact } from '#protocol';
import { businessDayOf, exhaustive } from '#rules';
import { type CommandsDone, createCommandsDone } from './commands-done.ts';
import { createDayCloses, type DayCloses } from './day-closes.ts';
import { createDeliveriesReceived } from './deliveries-received.ts';
import { createFigures, type Figures } from './figures.ts';
import { createLatestFacts, type LatestFacts } from './latest-facts.ts';
import { createOperators, type Operators } from './operators.ts';
import { createPolicies, type Policies } from './policies.ts';
import { createReviews, type Reviews } from './reviews.ts';
import { createSales, type Sales } from './sales.ts';
import { createSlipCopies, type SlipCopies } from './slip-copies.ts';
import { createStock, type Stock } from './stock.ts';
import { createTickets, type Tickets } from './tickets.ts';

/** The tables that follow from the journal. */
export const projectedTables = [
  'sales',
  'voids',
  'stock',
  'lots',
  'stock_events',
  'ticket_sessions',
  'tickets',
  'operators',
  'latest_facts',
  'day_closes',
  'days',
  'slip_copies',
  'policy_packs',
  'deliveries_received',
  'reviews',
  'conflicts_reviewed',
  'commands_done',
] as const;

/** Everything that follows from the journal. */
export interface Projections {
  readonly sales: Sales;
  readonly stock: Stock;
  readonly tickets: Tickets;
  readonly operators: Operators;
  readonly latestFacts: LatestFacts;
  readonly dayCloses: DayCloses;
  readonly figures: Figures;
  readonly slipCopies: SlipCopies;
  readonly reviews: Reviews;
  readonly policies: Policies;
  readonly commandsDone: CommandsDone;
  /** Applies one entry to each of them; used while selling and while rebuilding. */
  project(entry: Entry, fact: Fact): void;
}

export function createProjections(db: Database): Projections {
  const sales = createSales(db);
  const stock = createStock(db);
  const tickets = createTickets(db);
  const operators = createOperators(db);
  const latestFacts = createLatestFacts(db);
  const dayCloses = createDayCloses(db);
  const figures = createFigures(db);
  const slipCopies = createSlipCopies(db);
  const reviews = createReviews(db);
  const policies = createPolicies(db);
  const deliveries = createDeliveriesReceived(db);
  const commandsDone = createCommandsDone(db);

  function project(entry: Entry, fact: Fact): void {
    stock.release(businessDayOf(entry.at));
    apply(entry, fact);
    // One command may be several entries; the first of them is the one that a second copy of it finds.
    const commandId = 'commandId' in fact ? fact.commandId : undefined;
    if (commandId !== undefined && !commandsDone.has(commandId)) commandsDone.project(commandId, entry.seq);
  }

  function apply(entry: Entry, fact: Fact): void {
    switch (fact.kind) {
      case 'journal-opened':
      case 'enrolled':
      case 'signed-in':
      case 'clock-confirmed':
        return;
      case 'policy-installed':
        policies.project(entry.seq, fact);
        return;
      case 'operator-kept':
        operators.projectKept(fact);
        return;
      case 'pin-set':
        operators.projectPinSet(fact.operatorId);
        return;
      case 'operator-locked':
        operators.projectLocked(fact.operatorId, fact.until);
        return;
      case 'sale': {
        const ticket = fact.ticketId === undefined ? null : tickets.end(fact.ticketId, 'redeemed');
        // The promise ends before the pieces leave, so that no step in between promises more than there is.
        if (ticket) stock.move(ticket.kind, 0, -ticket.pieces);
        stock.move(fact.maskKind, -fact.pieces, 0);
        dayCloses.projectMovement(fact.day, 'sale');
        sales.project(entry, fact);
        return;
      }
      case 'sale-voided': {
        sales.projectVoid(entry, fact);
        dayCloses.projectMovement(fact.day, 'void');
        for (const { kind, pieces } of sales.byReceipt(fact.receiptNumber)?.lines ?? [])
          stock.move(kind, pieces, 0);
        return;
      }
      case 'reviewed':
        reviews.project(entry, fact);
        return;
      case 'receipt-copied':
        slipCopies.project({ slip: fact.slip ?? 'receipt', reference: fact.receiptNumber }, fact.copy);
        return;
      case 'goods-in':
        stock.projectGoodsIn(entry, fact);
        if (fact.deliveryId !== undefined) deliveries.project(fact.deliveryId, entry.seq);
        return;
      case 'stock-counted':
        stock.projectCount(entry, fact);
        return;
      case 'stock-moved':
        stock.projectMove(entry, fact);
        return;
      case 'tickets-planned':
        tickets.projectPlan(fact);
        return;
      case 'ticket-handed-out':
        stock.move(fact.maskKind, 0, fact.pieces);
        tickets.projectHandOut(entry, fact);
        return;
      case 'ticket-cancelled': {
        const ticket = tickets.end(fact.ticketId, 'cancelled');
        if (ticket) stock.move(ticket.kind, 0, -ticket.pieces);
        return;
      }
      case 'tickets-lapsed':
        for (const { kind, pieces } of tickets.lapse(fact.sessionId)) stock.move(kind, 0, -pieces);
        return;
      case 'outlet-described':
      case 'selling-state-set':
      case 'opening-hours-set':
      case 'ticket-called':
        latestFacts.project(entry, fact);
        return;
      case 'day-closed':
        dayCloses.projectClose(entry, fact);
        return;
      default:
        exhaustive(fact);
    }
  }

  return {
    ...{
      sales,
      stock,
      tickets,
      operators,
      latestFacts,
      dayCloses,
      figures,
      slipCopies,
      reviews,
      policies,
      commandsDone,
    },
    project,
  };
}
