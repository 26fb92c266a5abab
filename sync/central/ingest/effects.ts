import type { FactOf } from '#protocol';
import {
  type BusinessDay,
  businessDayOf,
  exhaustive,
  type HolderKey,
  type Instant,
  type MaskKind,
  maskKinds,
  type OpeningHours,
  type PiecesByKind,
  type SellingState,
  startOfDay,
} from '#rules';
import type { CheckedEntry } from './batch-check.ts';
import type { TakenFact, TakenSale } from './read-entry.ts';
import { addLine, copyOf, lotName, type ReceiptLine, type TillBooks } from './till-books.ts';

/** A purchase as it goes to its holder. */
export interface SoldToHolder {
  readonly seq: number;
  /** Of a paper form, what is written on it. */
  readonly at: Instant;
  readonly day: BusinessDay;
  readonly holderKey: HolderKey;
  readonly kind: MaskKind;
  readonly pieces: number;
  readonly intervalDays: number;
}

/** Tills of before do not say when it was sold. */
type VoidedLine = ReceiptLine & { readonly soldAt?: Instant | undefined };

export interface SoldInHour {
  readonly day: BusinessDay;
  readonly hour: number;
  readonly kind: MaskKind;
  sales: number;
  pieces: number;
  voidedSales: number;
  voidedPieces: number;
}

/** What a batch changes. */
export interface Effects {
  readonly books: TillBooks;
  readonly sold: readonly SoldInHour[];
  readonly selling: { readonly state: SellingState; readonly note: string; readonly day: BusinessDay } | null;
  readonly hours: { readonly week: OpeningHours; readonly note: string } | null;
  readonly received: readonly {
    readonly deliveryId: string;
    readonly pieces: PiecesByKind;
    readonly at: Instant;
  }[];
  readonly purchases: readonly SoldToHolder[];
  readonly voids: readonly Pick<ReceiptLine, 'seq' | 'holderKey'>[];
  /** Sales of before the till was enrolled. */
  readonly receipts: readonly (ReceiptLine & { readonly receiptNumber: string })[];
  /** The last entry `enrolled`. */
  readonly enrolledSeq: number | null;
}

/**
 * What entries mean, in their order; the same as they mean to the tables of the till.
 * @param enrolled whether the till had said before these entries that it is enrolled
 */
export function effectsOf(
  before: TillBooks,
  entries: readonly CheckedEntry[],
  enrolled: 'before' | 'not-yet',
): Effects {
  const reckoning = createReckoning(before, enrolled);
  for (const { seq, at, fact } of entries) {
    reckoning.release(businessDayOf(at));
    reckoning.apply(seq, at, fact);
  }
  return reckoning.effects();
}

function createReckoning(before: TillBooks, enrolled: 'before' | 'not-yet') {
  const books = copyOf(before);
  const sold = new Map<string, SoldInHour>();
  const purchases: SoldToHolder[] = [];
  const voids: Effects['voids'][number][] = [];
  const received: Effects['received'][number][] = [];
  const receipts: Effects['receipts'][number][] = [];
  let selling: Effects['selling'] = null;
  let hours: Effects['hours'] = null;
  let enrolledSeq: number | null = null;

  const inHour = (at: Instant, kind: MaskKind): SoldInHour => {
    // Taipei is whole hours ahead, so the hours of the world are its hours.
    const name = `${Math.floor(at / 3_600_000)} ${kind}`;
    const known = sold.get(name);
    if (known) return known;
    const day = businessDayOf(at);
    const hour = Math.floor((at - startOfDay(day)) / 3_600_000);
    const made = { day, hour, kind, sales: 0, pieces: 0, voidedSales: 0, voidedPieces: 0 };
    sold.set(name, made);
    return made;
  };
  const endTicket = (ticketId: string): void => {
    const ticket = books.tickets.get(ticketId);
    if (!ticket) return;
    books.tickets.delete(ticketId);
    books.stock[ticket.kind].promised -= ticket.pieces;
  };
  const addLot = (kind: MaskKind, onSaleFrom: BusinessDay, pieces: number): void => {
    const name = lotName({ kind, onSaleFrom });
    books.lots.set(name, { kind, onSaleFrom, pieces: pieces + (books.lots.get(name)?.pieces ?? 0) });
  };

  function applySale(seq: number, at: Instant, fact: TakenSale): void {
    const { day, holder, maskKind: kind, pieces, intervalDays, paper, receiptNumber } = fact;
    if (fact.ticketId !== undefined) endTicket(fact.ticketId);
    books.stock[kind].onHand -= pieces;
    const soldAt = paper?.soldAt ?? at;
    const hour = inHour(soldAt, kind);
    hour.sales += 1;
    hour.pieces += pieces;
    purchases.push({ seq, at: soldAt, day, holderKey: holder.key, kind, pieces, intervalDays });
    if (enrolled === 'not-yet' && enrolledSeq === null) {
      const line: ReceiptLine = { seq, holderKey: holder.key, maskKind: kind, pieces };
      addLine(books.receipts, receiptNumber, line);
      receipts.push({ ...line, receiptNumber });
    }
  }

  function applyVoid(at: Instant, { receiptNumber, lines }: FactOf<'sale-voided'>): void {
    const known: readonly VoidedLine[] = lines ?? books.receipts.get(receiptNumber) ?? [];
    for (const { seq, holderKey, maskKind, pieces, soldAt } of known) {
      books.stock[maskKind].onHand += pieces;
      // The hour of the sale has sold that much less, as at the till, whenever it is taken back.
      const hour = inHour(soldAt ?? at, maskKind);
      hour.voidedSales += 1;
      hour.voidedPieces += pieces;
      voids.push({ seq, holderKey });
    }
  }

  function applyGoodsIn(at: Instant, { pieces, onSaleFrom, deliveryId }: FactOf<'goods-in'>): void {
    for (const kind of maskKinds) {
      if (pieces[kind] === 0) continue;
      if (onSaleFrom !== undefined && onSaleFrom > businessDayOf(at)) addLot(kind, onSaleFrom, pieces[kind]);
      else books.stock[kind].onHand += pieces[kind];
    }
    if (deliveryId !== undefined) received.push({ deliveryId, pieces, at });
  }

  function applyMove({ maskKind, pieces, from, to }: FactOf<'stock-moved'>): void {
    const bucket = books.stock[maskKind];
    if (from === 'on-hand') bucket.onHand -= pieces;
    else bucket.defective -= pieces;
    if (to === 'on-hand') bucket.onHand += pieces;
    else if (to === 'defective') bucket.defective += pieces;
  }

  function applyEnrolled(seq: number, { standing }: FactOf<'enrolled'>): void {
    enrolledSeq = seq;
    if (!standing) return;
    for (const kind of maskKinds) books.stock[kind] = { ...standing.stock[kind] };
    books.lots.clear();
    for (const { kind, onSaleFrom, pieces } of standing.lots) addLot(kind, onSaleFrom, pieces);
    books.tickets.clear();
    for (const { ticketId, ...ticket } of standing.tickets) books.tickets.set(ticketId, ticket);
  }

  return {
    /** Goods whose day has come join what is on hand. */
    release(day: BusinessDay): void {
      for (const [name, { kind, onSaleFrom, pieces }] of books.lots) {
        if (onSaleFrom > day) continue;
        books.stock[kind].onHand += pieces;
        books.lots.delete(name);
      }
    },
    apply(seq: number, at: Instant, fact: TakenFact): void {
      switch (fact.kind) {
        case 'sale':
          applySale(seq, at, fact);
          return;
        case 'sale-voided':
          applyVoid(at, fact);
          return;
        case 'goods-in':
          applyGoodsIn(at, fact);
          return;
        case 'stock-counted':
          for (const kind of maskKinds) books.stock[kind].onHand += fact.counted[kind] - fact.booked[kind];
          return;
        case 'stock-moved':
          applyMove(fact);
          return;
        case 'ticket-handed-out': {
          const { ticketId, sessionId, maskKind: kind, pieces } = fact;
          books.tickets.set(ticketId, { sessionId, kind, pieces });
          books.stock[kind].promised += pieces;
          return;
        }
        case 'ticket-cancelled':
          endTicket(fact.ticketId);
          return;
        case 'tickets-lapsed':
          for (const [ticketId, { sessionId }] of books.tickets)
            if (sessionId === fact.sessionId) endTicket(ticketId);
          return;
        case 'selling-state-set':
          selling = { state: fact.state, note: fact.note, day: businessDayOf(at) };
          return;
        case 'opening-hours-set':
          hours = { week: fact.week, note: fact.note };
          return;
        case 'enrolled':
          applyEnrolled(seq, fact);
          return;
        case 'journal-opened':
        case 'policy-installed':
        case 'outlet-described':
        case 'operator-kept':
        case 'pin-set':
        case 'operator-locked':
        case 'signed-in':
        case 'reviewed':
        case 'receipt-copied':
        case 'tickets-planned':
        case 'ticket-called':
        case 'day-closed':
        case 'clock-confirmed':
          return;
        default:
          exhaustive(fact);
      }
    },
    effects: (): Effects => ({
      ...{
        books,
        sold: [...sold.values()],
        selling,
        hours,
        received,
        purchases,
        voids,
        receipts,
        enrolledSeq,
      },
    }),
  };
}
