import { describe, expect, it } from 'vitest';
import { commandIds, createCounterKit, manager, visitorNumber } from '#fixtures/counter-kit';
import { freshFolder } from '#fixtures/folder';
import { type BusinessDay, type ClockTime, instantOf, type MaskKind, openingHoursSchema } from '#rules';
import { createGlance } from './glance.ts';
import type { TicketDesk } from './tickets.ts';
import { createVoiding } from './voiding.ts';

const day = '2020-03-12' as BusinessDay;
const at = (date: string, time: string) => `${date}T${time}:00+08:00`;

type Views = ReturnType<TicketDesk['views']>;

function aGlance(iso = at('2020-03-12', '09:00'), views: Views = []) {
  const kit = createCounterKit(freshFolder(), { iso });
  const glance = createGlance({ ...kit, tickets: { views: () => views } });
  const voiding = createVoiding({ ...kit, slips: 'none', onVoided: () => undefined });
  let sold = 0;
  /** Even numbers, which may buy on the days of these tests. */
  const sellTo = (people: number, kind: MaskKind = 'adult') => {
    for (let i = 0; i < people; i++) {
      const visitor = visitorNumber(++sold * 2, kind === 'child' ? 'child' : 'adult');
      expect(kit.sell(visitor, { kind, pieces: 3, visitId: `visit-${sold}` }).outcome).toBe('sold');
    }
  };
  return { ...kit, glance, voiding, sellTo };
}

describe('the usual day', () => {
  it('is none before the first', () => {
    const { glance, stockUp, sellTo } = aGlance();
    stockUp({ adult: 100, child: 0 });
    sellTo(2);
    expect(glance.figures().usualByHour).toBeNull();
  });

  it('is the mean of the selling days of the last two weeks, and of no others', () => {
    const { clock, glance, stockUp, sellTo } = aGlance(at('2020-03-10', '09:30'));
    stockUp({ adult: 500, child: 0 });
    sellTo(3);
    // Two days later, the day between without a sale.
    clock.set(at('2020-03-12', '09:10'));
    sellTo(2);
    clock.set(at('2020-03-12', '10:10'));
    sellTo(1);
    clock.set(at('2020-03-14', '08:00'));
    const usual = glance.figures().usualByHour;
    expect([usual?.[9], usual?.[10], usual?.[11]]).toEqual([
      { adult: 7.5, child: 0 },
      { adult: 1.5, child: 0 },
      { adult: 0, child: 0 },
    ]);
    clock.set(at('2020-03-25', '08:00'));
    expect(glance.figures().usualByHour?.[9]).toEqual({ adult: 6, child: 0 });
    clock.set(at('2020-03-27', '08:00'));
    expect(glance.figures().usualByHour).toBeNull();
  });
});

describe('when a kind runs out', () => {
  it('follows the pace of the last hour where no day came before', () => {
    const { clock, glance, stockUp, sellTo } = aGlance(at('2020-03-12', '10:00'));
    stockUp({ adult: 30, child: 20 });
    expect(glance.figures().runsOut).toEqual({ adult: { when: 'unknown' }, child: { when: 'unknown' } });
    sellTo(5);
    clock.set(at('2020-03-12', '10:59'));
    const { adult } = glance.figures().runsOut;
    expect(adult.when).toBe('today');
    // 15 pieces are left, at 15 an hour.
    if (adult.when !== 'today') return;
    expect(Math.abs(adult.at - instantOf(at('2020-03-12', '11:59')))).toBeLessThan(60_000);
  });

  it('is not today where that would be after the shop closes', () => {
    const { glance, stockUp, sellTo, store, time } = aGlance(at('2020-03-12', '10:00'));
    const spans = [{ from: '09:00', until: '12:00' }];
    const week = openingHoursSchema.parse([[], spans, spans, spans, spans, spans, spans]);
    const hours = { kind: 'opening-hours-set', commandId: commandIds(), week, note: '' } as const;
    store.transact(() => store.record(hours, time.now()));
    // Three an hour, and two hours are left.
    stockUp({ adult: 10, child: 0 });
    sellTo(1);
    expect(glance.figures().runsOut.adult).toEqual({ when: 'not-today' });
  });

  it('is over once nothing is left, and not today where the usual day wants less', () => {
    const { clock, glance, stockUp, sellTo } = aGlance(at('2020-03-10', '09:30'));
    stockUp({ adult: 9, child: 100 });
    sellTo(1);
    sellTo(1, 'child');
    clock.set(at('2020-03-12', '09:00'));
    sellTo(2);
    expect(glance.figures().runsOut).toEqual({ adult: { when: 'gone' }, child: { when: 'not-today' } });
  });
});

describe('the pace of the queue', () => {
  it('counts the visits of the last sixty minutes that stand', () => {
    const { clock, glance, stockUp, sellTo, voiding } = aGlance(at('2020-03-12', '09:00'));
    stockUp({ adult: 100, child: 0 });
    sellTo(2);
    clock.set(at('2020-03-12', '09:50'));
    sellTo(3);
    expect(glance.figures().visitsLastHour).toBe(5);
    const order = {
      commandId: commandIds(),
      receiptNumber: '1090312-0005',
      reason: 'not-paid',
      note: '',
    } as const;
    expect(voiding.voidSale(order, manager)).toBe('done');
    expect(glance.figures().visitsLastHour).toBe(4);
    clock.set(at('2020-03-12', '10:00'));
    expect(glance.figures().visitsLastHour).toBe(4);
    clock.set(at('2020-03-12', '10:01'));
    expect(glance.figures().visitsLastHour).toBe(2);
  });

  it('counts the tickets of today that are open', () => {
    const session = {
      ...{ sessionId: commandIds(), handOutFrom: '08:00', pickUpFrom: '09:00', pickUpUntil: '10:00' },
      ...{ sets: { adult: 9, child: 9 }, handedOut: { adult: 5, child: 4 }, left: { adult: 4, child: 5 } },
      ...{ cardCheck: false, phase: 'picking-up' },
    };
    const open = { adult: 3, child: 2 };
    const views = [
      { ...session, day, open },
      { ...session, day: '2020-03-13' as BusinessDay, open },
    ] as unknown as Views & ClockTime[];
    expect(aGlance(undefined, views).glance.figures().waitingTickets).toBe(5);
  });
});

describe('what was allotted and what came', () => {
  const nothing = { adult: 0, child: 0 };
  const allotted = { adult: 400, child: 200 };

  /** A centre that announces goods by the day on which they go on sale, and a till that books them as people do. */
  function anAllotment() {
    const kit = aGlance();
    const { store, stockKeeping } = kit;
    const announce = (onSale: string, pieces = allotted) => {
      const deliveryId = commandIds();
      const item = {
        kind: 'delivery-announced',
        deliveryId,
        day: onSale as BusinessDay,
        pieces,
        note: '',
      } as const;
      store.transact(() => store.centre.keep([item]));
      return deliveryId;
    };
    const book = (pieces: typeof allotted, deliveryId?: string, onSaleFrom: BusinessDay | null = null) =>
      expect(
        stockKeeping.goodsIn(
          { ...{ commandId: commandIds(), deliveryId, pieces, onSaleFrom }, expected: null, note: '' },
          manager,
        ),
      ).toBe('done');
    return { ...kit, announce, book };
  }

  it('are of one day on sale, though they come on the day before', () => {
    const { glance, clock, announce, book } = anAllotment();
    const forToday = announce(day);
    const forTomorrow = announce('2020-03-13');
    book({ adult: 380, child: 200 }, forTomorrow);
    expect(glance.figures().goods).toEqual({
      today: { day, announced: allotted, received: nothing, besides: nothing },
      next: {
        ...{ day: '2020-03-13', announced: allotted },
        ...{ received: { adult: 380, child: 200 }, besides: nothing },
      },
    });
    // Late, and sold at once.
    book(allotted, forToday);
    expect(glance.figures().goods.today).toMatchObject({ announced: allotted, received: allotted });
    clock.set(at('2020-03-13', '08:00'));
    expect(glance.figures().goods.today).toEqual({
      ...{ day: '2020-03-13', announced: allotted },
      ...{ received: { adult: 380, child: 200 }, besides: nothing },
    });
  });

  it('go on sale on the day for which they were announced, whenever that is', () => {
    const { store, announce, book } = anAllotment();
    book({ adult: 100, child: 0 }, announce('2020-03-14'));
    book({ adult: 50, child: 0 });
    expect(store.stock.lotsAfter(day)).toEqual([
      { kind: 'adult', onSaleFrom: '2020-03-13', pieces: 50 },
      { kind: 'adult', onSaleFrom: '2020-03-14', pieces: 100 },
    ]);
  });

  it('are compared by delivery: two parts count together, and other goods beside them', () => {
    const { glance, announce, book } = anAllotment();
    const first = announce('2020-03-13');
    announce('2020-03-13', { adult: 100, child: 0 });
    book({ adult: 300, child: 200 }, first);
    book({ adult: 100, child: 0 }, first);
    book({ adult: 60, child: 0 });
    expect(glance.figures().goods.next).toEqual({
      ...{ day: '2020-03-13', announced: { adult: 500, child: 200 } },
      ...{ received: allotted, besides: { adult: 60, child: 0 } },
    });
  });

  it('say that nothing was announced, and what came all the same', () => {
    const { glance, book } = anAllotment();
    book({ adult: 60, child: 0 }, undefined, day);
    expect(glance.figures().goods.today).toEqual({
      ...{ day, announced: null, received: nothing },
      besides: { adult: 60, child: 0 },
    });
  });

  it('of the next day are of the next on which the shop sells', () => {
    const { glance, store, time, announce, book } = anAllotment();
    const open = [{ from: '09:00', until: '12:00' }];
    const week = openingHoursSchema.parse([[], open, open, open, open, [], open]);
    const hours = { kind: 'opening-hours-set', commandId: commandIds(), week, note: '' } as const;
    store.transact(() => store.record(hours, time.now()));
    book(allotted, announce('2020-03-14'));
    expect(glance.figures().goods.next).toMatchObject({ day: '2020-03-14', received: allotted });
  });
});
