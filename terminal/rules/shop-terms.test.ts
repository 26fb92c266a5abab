import { describe, expect, it } from 'vitest';
import { mayDo, parsePin } from './operator.ts';
import { type ClockTime, nextSellingDay, openingHoursSchema } from './selling-state.ts';
import { available, nextGoods } from './stock.ts';
import type { BusinessDay } from './taipei-time.ts';
import { instantAt, ticketName } from './ticket.ts';

const day = (text: string) => text as BusinessDay;

describe('a PIN', () => {
  it.each(['2580', '1470', '12348', '99887766'])('of %s is good', (pin) => {
    expect(parsePin(pin)).toEqual({ ok: true, value: pin });
  });
  it.each(['', '123', '123456789', '12a4', '１２３４'])('of %j is none', (pin) => {
    expect(parsePin(pin)).toMatchObject({ problem: 'not-a-pin' });
  });
  it.each(['0000', '1234', '4321', '77777', '23456789'])('of %s is too simple', (pin) => {
    expect(parsePin(pin)).toMatchObject({ problem: 'pin-too-simple' });
  });
});

describe('rights', () => {
  it('grow from staff over the pharmacist to the manager', () => {
    expect(mayDo('staff', 'close-day')).toBe(false);
    expect(mayDo('pharmacist', 'close-day')).toBe(true);
    expect(mayDo('pharmacist', 'void-any-sale')).toBe(false);
    expect(mayDo('manager', 'void-any-sale')).toBe(true);
    expect(mayDo('manager', 'keep-stock')).toBe(true);
  });
});

describe('stock', () => {
  it('is available as far as it is not promised', () => {
    const buckets = { onHand: 10, promised: 4, defective: 1, notYetOnSale: 50 };
    expect(available({ adult: buckets, child: { ...buckets, promised: 10 } })).toEqual({
      adult: 6,
      child: 0,
    });
  });

  it('comes next on the earliest day of each kind', () => {
    const lots = [
      { kind: 'adult', onSaleFrom: day('2020-03-14'), pieces: 5 },
      { kind: 'adult', onSaleFrom: day('2020-03-13'), pieces: 5 },
    ] as const;
    expect(nextGoods(lots)).toEqual({ adult: '2020-03-13', child: null });
  });
});

describe('opening hours', () => {
  const span = { from: '09:00', until: '12:00' };
  const weekdays = openingHoursSchema.parse([[], [span], [span], [span], [span], [span], []]);

  it('say which day is the next on which something is sold', () => {
    // A Friday.
    expect(nextSellingDay(day('2020-03-13'), null)).toBe('2020-03-14');
    expect(nextSellingDay(day('2020-03-13'), weekdays)).toBe('2020-03-16');
    expect(nextSellingDay(day('2020-03-13'), openingHoursSchema.parse([[], [], [], [], [], [], []]))).toBe(
      '2020-03-14',
    );
  });

  it.each([
    [[{ from: '12:00', until: '09:00' }]],
    [[{ from: '9:00', until: '12:00' }]],
    [[{ from: '24:00', until: '25:00' }]],
  ])('as %j are none', (spans) => {
    expect(openingHoursSchema.safeParse([spans, [], [], [], [], [], []]).success).toBe(false);
  });
});

describe('a ticket', () => {
  it('is called by its kind and number', () => {
    expect(ticketName('adult', 12)).toBe('A012');
    expect(ticketName('child', 1003)).toBe('C1003');
  });

  it('has its times in Taipei', () => {
    expect(new Date(instantAt(day('2020-03-12'), '08:30' as ClockTime)).toISOString()).toBe(
      '2020-03-12T00:30:00.000Z',
    );
  });
});
