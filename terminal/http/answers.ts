import { type Answer, type Query, type QueryReply, querySchema, type ReviewView } from '#api';
import { type Actor, businessDayOf, exhaustive, ticketName } from '#rules';
import { type Receipt, receiptNumberOf, receiptsOf, type Till } from '#services';
import { receiptView } from './part-views.ts';
import { dayCloseView, figuresView } from './stock-snapshot.ts';

/** Answers what a screen wants to see. Changes nothing. */
export function answer(till: Till, actor: Actor, message: unknown): QueryReply {
  const query = querySchema.safeParse(message);
  if (!query.success) return { ok: false, code: 'malformed' };
  return { ok: true, answer: answerTo(till, actor, query.data) };
}

function answerTo(till: Till, actor: Actor, query: Query): Answer {
  const { store } = till;
  switch (query.about) {
    case 'receipts': {
      const receipts = find(till, query.by).map((receipt) => receiptView(receipt, till, actor));
      return { about: 'receipts', receipts };
    }
    case 'day':
      return {
        about: 'day',
        figures: figuresView(till, query.day),
        bookedStock: bookedStock(till),
        unsent: till.dayClosing.unsent(),
        closes: store.dayCloses.of(query.day).map((close) => dayCloseView(till, close)),
      };
    case 'days': {
      const open = new Set(store.dayCloses.daysToClose());
      const days = store.figures.daysBetween(query.from, query.until).slice(-366);
      return {
        about: 'days',
        days: days.map((day) => ({ ...figuresView(till, day), closed: !open.has(day) })),
      };
    }
    case 'stock-events': {
      const nameOf = (by: Receipt['by']) => (by === null ? null : (store.operators.byId(by)?.name ?? null));
      const events = store.stock.events(query.from, query.until);
      return { about: 'stock-events', events: events.map((event) => ({ ...event, by: nameOf(event.by) })) };
    }
    case 'review': {
      const { receiptNumbers, next } = reviewPage(till, query);
      const receipts = receiptNumbers
        .map((number) => store.sales.byReceipt(number))
        .filter((r) => r !== null);
      return {
        about: 'review',
        receipts: receipts.map((receipt) => ({
          ...receiptView(receipt, till, actor),
          why: whyReview(receipt),
          review: reviewView(receipt, till),
        })),
        next,
      };
    }
    case 'tickets': {
      const tickets = store.tickets.ticketsOf(query.sessionId);
      return {
        about: 'tickets',
        tickets: tickets.map(({ ticketId, number, kind, pieces, state, at }) => ({
          ...{ ticketId, kind, pieces, state, at },
          name: ticketName(kind, number),
        })),
      };
    }
    default:
      return exhaustive(query);
  }
}

type By = Extract<Query, { about: 'receipts' }>['by'];

function find({ store, counter, time }: Till, by: By): readonly Receipt[] {
  switch (by.what) {
    case 'number': {
      const text = by.text.trim();
      const today = businessDayOf(time.now());
      const receipt = store.sales.byReceipt(
        /^\d{1,5}$/.test(text) ? receiptNumberOf(today, Number(text)) : text,
      );
      return receipt ? [receipt] : [];
    }
    case 'card': {
      const visitor = counter.currentVisitor(by.visitId);
      return visitor ? receiptsOf(store, visitor) : [];
    }
    case 'time':
      return store.sales.receiptsBetween(by.from, by.until);
    default:
      return exhaustive(by);
  }
}

function bookedStock({ store, time }: Till): { adult: number; child: number } {
  const stock = store.stock.on(businessDayOf(time.now()));
  return { adult: stock.adult.onHand, child: stock.child.onHand };
}

function reviewPage({ store: { reviews } }: Till, { of, past }: Extract<Query, { about: 'review' }>) {
  switch (of.what) {
    case 'open':
      return reviews.openPage(past);
    case 'days':
      return reviews.pageOf(of.from, of.until, past);
    default:
      return exhaustive(of);
  }
}

function reviewView({ receiptNumber, voided }: Receipt, { store }: Till): ReviewView {
  const review = store.reviews.ofReceipt(receiptNumber);
  if (!review) return { state: voided ? 'none' : 'open' };
  const by = review.by === null ? null : (store.operators.byId(review.by)?.name ?? null);
  return { state: 'signed-off', at: review.at, by };
}

/** Codes: how each card was identified if not by its chip, `paper`, and the rule that a sale was recorded against. */
function whyReview({ lines, formLine }: Receipt): string[] {
  const byHand = lines.map(({ identifiedBy }) => identifiedBy).filter((way) => way !== 'chip');
  const contested = lines.map((line) => line.contested).filter((reason) => reason !== null);
  return [...new Set([...byHand, ...(formLine === null ? [] : ['paper']), ...contested])];
}
