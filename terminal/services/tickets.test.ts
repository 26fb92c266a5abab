import { describe, expect, it } from 'vitest';
import { commandIds } from '#fixtures/counter-kit';
import { staff } from '#fixtures/desk-kit';
import { aTicketDesk, day, holderNumber, time } from '#fixtures/ticket-kit';
import { type BusinessDay, instantOf, timeline2020 } from '#rules';
import type { PlanTickets } from './tickets.ts';

describe('a session', () => {
  it('is planned, handed out from, collected, and over, by the clock', () => {
    const { plan, view, at } = aTicketDesk();
    expect(plan()).toBe('done');
    for (const [clock, phase] of [
      ['07:59', 'planned'],
      ['08:00', 'handing-out'],
      ['13:59', 'handing-out'],
      ['14:00', 'picking-up'],
      ['15:59', 'picking-up'],
      ['16:00', 'over'],
    ] as const) {
      at(clock);
      expect(view()).toMatchObject({ phase });
    }
  });

  it('may hand out and serve at once', () => {
    const { plan, handOut, at } = aTicketDesk();
    plan({ pickUpFrom: time('08:00') });
    at('08:30');
    expect(handOut('adult')).toBe('done');
  });

  it.each<[string, Partial<PlanTickets>, string]>([
    ['that ends before it begins', { pickUpUntil: time('13:00') }, 'not-allowed'],
    ['that is collected before it is handed out', { handOutFrom: time('15:00') }, 'not-allowed'],
    ['of yesterday', { day: '2020-03-11' as BusinessDay }, 'not-allowed'],
  ])('%s is not planned', (_, order, answer) => {
    const { plan, view } = aTicketDesk();
    expect(plan(order)).toBe(answer);
    expect(view()).toBeUndefined();
  });

  it('is not planned by everybody', () => {
    expect(aTicketDesk().plan({}, staff)).toBe('not-your-right');
  });

  it('can be changed, but not against what stands on tickets', () => {
    const { plan, handOut, at, view } = aTicketDesk();
    plan();
    at('08:00');
    handOut('adult', 5);
    expect(plan({ sets: { adult: 4, child: 4 } })).toBe('no-tickets-left');
    expect(plan({ pickUpUntil: time('15:00') })).toBe('not-allowed');
    expect(plan({ day: '2020-03-13' as BusinessDay })).toBe('not-allowed');
    expect(plan({ sets: { adult: 5, child: 0 }, pickUpUntil: time('18:00') })).toBe('done');
    expect(view()).toMatchObject({ sets: { adult: 5, child: 0 }, pickUpUntil: '18:00', left: { adult: 0 } });
    at('18:00');
    expect(plan({ pickUpUntil: time('20:00') })).toBe('wrong-session');
  });
});

describe('handing out', () => {
  it('promises what the rules of that day allow one person, numbers each kind, and queues its slip', () => {
    const { plan, handOut, at, store, sessionId, stock, view, slipsQueued } = aTicketDesk();
    plan();
    at('08:00');
    expect(handOut('adult', 2)).toBe('done');
    expect(handOut('child')).toBe('done');
    expect(store.tickets.ticketsOf(sessionId)).toMatchObject([
      { kind: 'adult', number: 1, pieces: 3, state: 'open' },
      { kind: 'adult', number: 2, pieces: 3, state: 'open' },
      { kind: 'child', number: 1, pieces: 5, state: 'open' },
    ]);
    expect(stock()).toMatchObject({ adult: { onHand: 60, promised: 6 }, child: { onHand: 20, promised: 5 } });
    expect(view()).toMatchObject({ handedOut: { adult: 2, child: 1 }, left: { adult: 8, child: 3 } });
    expect(store.printJobs.open()).toMatchObject(Array(3).fill({ slip: 'ticket', copy: 0 }));
    expect(slipsQueued()).toBe(2);
  });

  it('sent twice is done once', () => {
    const { plan, at, view, sessionId, handOutOnce } = aTicketDesk();
    plan();
    at('08:00');
    const order = { commandId: commandIds(), sessionId, kind: 'adult', count: 3 } as const;
    expect([1, 2].map(() => handOutOnce(order, null, staff))).toEqual(['done', 'done']);
    expect(view()?.handedOut.adult).toBe(3);
  });

  it.each([
    ['07:59', 1, 'wrong-session'],
    ['16:00', 1, 'wrong-session'],
    ['08:00', 11, 'no-tickets-left'],
    ['08:00', 0, 'not-allowed'],
    ['08:00', -2, 'not-allowed'],
  ])('at %s of %i tickets is answered %s', (clock, count, answer) => {
    const { plan, handOut, at, stock } = aTicketDesk();
    plan();
    at(clock);
    expect(handOut('adult', count)).toBe(answer);
    expect(stock().adult.promised).toBe(0);
  });

  it('ends where the stock ends, however many sets were planned', () => {
    const { plan, handOut, at, view, stock } = aTicketDesk();
    plan({ sets: { adult: 100, child: 100 } });
    at('08:00');
    expect(view()?.left).toEqual({ adult: 20, child: 4 });
    expect(handOut('child', 5)).toBe('not-enough-stock');
    expect(handOut('child', 4)).toBe('done');
    expect(handOut('child', 1)).toBe('not-enough-stock');
    expect(stock().child).toMatchObject({ onHand: 20, promised: 20 });
    expect(view()?.left).toEqual({ adult: 20, child: 0 });
  });

  it('is told to the public once, however many sessions of the day could hand it out', () => {
    const { plan, views, at, newId } = aTicketDesk();
    plan({ sets: { adult: 12, child: 3 } });
    plan({
      ...{ sessionId: newId(), sets: { adult: 12, child: 3 } },
      ...{ pickUpFrom: time('18:00'), pickUpUntil: time('19:00') },
    });
    at('08:00');
    expect(views(day).map(({ left }) => left)).toEqual([
      { adult: 12, child: 3 },
      { adult: 8, child: 1 },
    ]);
  });

  it('with the card gives one ticket a day to those who may buy at the pick-up', () => {
    const { plan, handOut, at, newId } = aTicketDesk();
    plan({ cardCheck: true });
    const evening = newId();
    plan({ sessionId: evening, cardCheck: true, pickUpFrom: time('18:00'), pickUpUntil: time('19:00') });
    at('08:00');
    expect(handOut('adult')).toBe('card-needed');
    expect(handOut('adult', 2, holderNumber(1))).toBe('not-allowed');
    const asked: number[] = [];
    const mayNot = holderNumber(2, (instant) => asked.push(instant) < 0);
    expect(handOut('adult', 1, mayNot)).toBe('may-not-buy-then');
    expect(asked).toEqual([instantOf('2020-03-12T14:00:00+08:00')]);
    expect(handOut('adult', 1, holderNumber(1))).toBe('done');
    expect(handOut('adult', 1, holderNumber(1))).toBe('has-a-ticket');
    expect(handOut('child', 1, holderNumber(1), evening)).toBe('has-a-ticket');
    expect(handOut('adult', 1, holderNumber(3), evening)).toBe('done');
  });

  it('in a session that is not known, or under no rules, is refused', () => {
    const { handOut, newId } = aTicketDesk();
    expect(handOut('adult', 1, null, newId())).toBe('unknown');
    const early = aTicketDesk({ policy: { ...timeline2020, ruleSets: timeline2020.ruleSets.slice(-1) } });
    early.plan();
    early.at('08:00');
    expect(early.handOut('adult')).toBe('not-allowed');
    expect(early.view()?.left).toEqual({ adult: 0, child: 0 });
  });
});

it('a cancelled ticket frees its pieces and its set, once', () => {
  const { plan, handOut, at, cancel, ids, stock, view, newId } = aTicketDesk();
  plan({ sets: { adult: 1, child: 0 } });
  at('08:00');
  handOut('adult');
  const [ticket = ''] = ids();
  expect(cancel(ticket)).toBe('done');
  expect(stock().adult.promised).toBe(0);
  expect(view()?.left.adult).toBe(1);
  expect(cancel(ticket)).toBe('ticket-used');
  expect(cancel(newId())).toBe('unknown');
  expect(handOut('adult')).toBe('done');
});

describe('serving', () => {
  it('calls open tickets of a session that is being collected', () => {
    const { plan, handOut, at, serve, serving, ids, newId } = aTicketDesk();
    plan();
    at('08:00');
    handOut('adult', 2);
    const [first = '', second = ''] = ids();
    expect(serve(first)).toBe('wrong-session');
    expect(serve(newId())).toBe('unknown');
    at('14:00');
    expect(serve(first)).toBe('done');
    expect(serving()).toMatchObject({ ticket: { ticketId: first, number: 1 }, session: { day } });
    expect(serve(second)).toBe('done');
    expect(serving()).toMatchObject({ ticket: { number: 2 } });
    expect(serve(null)).toBe('done');
    expect(serving()).toBeNull();
  });

  it('ends with the ticket and with the session', () => {
    const { plan, handOut, at, serve, serving, ids, cancel } = aTicketDesk();
    plan();
    at('14:00');
    handOut('adult', 2);
    const [first = '', second = ''] = ids();
    serve(first);
    cancel(first);
    expect(serving()).toBeNull();
    expect(serve(first)).toBe('ticket-used');
    serve(second);
    at('16:00');
    expect(serving()).toBeNull();
  });

  it('goes on with the next open ticket, past those that are spoken for', () => {
    const { plan, handOut, at, next, ids, cancel, newId } = aTicketDesk();
    plan();
    at('14:00');
    handOut('adult', 4);
    handOut('child', 1);
    const [a1 = '', a2 = '', a3 = '', a4 = '', c1 = ''] = ids();
    cancel(a2);
    expect(next(a1, new Set())?.ticketId).toBe(a3);
    expect(next(a1, new Set([a3]))?.ticketId).toBe(a4);
    expect(next(a4, new Set())?.ticketId).toBe(c1);
    expect(next(c1, new Set())).toBeNull();
    expect(next(newId(), new Set())).toBeNull();
  });
});
