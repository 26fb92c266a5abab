import { describe, expect, it } from 'vitest';
import { outlookOf } from './outlook.ts';
import { openingHoursSchema } from './selling-state.ts';
import { instantOf } from './taipei-time.ts';

const at = (time: string) => instantOf(`2020-03-12T${time}:00+08:00`);
const day = (sold: Record<number, number>) => Array.from({ length: 24 }, (_, hour) => sold[hour] ?? 0);
/** 60 pieces an hour from nine to noon and from two to five. */
const usual = day({ 9: 60, 10: 60, 11: 60, 14: 60, 15: 60, 16: 60 });

describe('the outlook for the rest of the day', () => {
  it('follows the usual day when today is like it, over the noon break', () => {
    const soldToday = day({ 9: 60, 10: 60 });
    expect(outlookOf({ available: 90, soldToday, usual, now: at('11:00') })).toEqual({
      ...{ runsOutAt: at('14:30'), stillWanted: 240, basis: 'usual-day' },
    });
    expect(outlookOf({ available: 241, soldToday, usual, now: at('11:00') }).runsOutAt).toBeNull();
  });

  it('comes sooner on a busy day and later on a quiet one', () => {
    const runsOut = (sold: number) =>
      outlookOf({ available: 100, soldToday: day({ 9: sold, 10: sold }), usual, now: at('11:00') })
        .runsOutAt ?? 0;
    expect(runsOut(120)).toBeLessThan(runsOut(60));
    expect(runsOut(60)).toBeLessThan(runsOut(20));
  });

  it('does not take the first five minutes of a morning for the whole day', () => {
    const rush = outlookOf({ available: 600, soldToday: day({ 9: 20 }), usual, now: at('09:05') });
    expect(rush.stillWanted).toBeLessThan(600);
    expect(rush.runsOutAt).toBeNull();
  });

  it('goes on as in the last hour where no day before is known', () => {
    const soldToday = day({ 9: 40, 10: 30 });
    // Half past ten: 30 of this hour and half of the forty before it.
    expect(outlookOf({ available: 50, soldToday, usual: null, now: at('10:30') }).runsOutAt).toBe(
      at('11:30'),
    );
  });

  describe('without a usual day', () => {
    const open = (...spans: [string, string][]) => spans.map(([from, until]) => ({ from, until }));
    // Thursday: nine to noon, and half past one to half past five.
    const thursday = open(['09:00', '12:00'], ['13:30', '17:30']);
    const week = openingHoursSchema.parse([[], [], [], [], thursday, [], []]);
    const soldToday = day({ 10: 30, 11: 15 });
    // Half past eleven, at thirty an hour.
    const from = (available: number) =>
      outlookOf({ available, soldToday, usual: null, now: at('11:30'), week });

    it('is over the noon break, and never after the outlet closes', () => {
      expect(from(10).runsOutAt).toBe(at('11:50'));
      expect(from(30).runsOutAt).toBe(at('14:00'));
      expect(from(135).runsOutAt).toBe(at('17:30'));
      expect(from(136)).toEqual({ runsOutAt: null, stillWanted: 135, basis: 'last-hour' });
    });

    it('is not today once the outlet has closed, and goes on where it sells on a day without hours', () => {
      const late = { available: 5, soldToday: day({ 17: 30 }), usual: null };
      expect(outlookOf({ ...late, now: at('17:30'), week }).runsOutAt).toBeNull();
      const closed = openingHoursSchema.parse([[], [], [], [], [], [], []]);
      expect(outlookOf({ ...late, now: at('17:30'), week: closed }).runsOutAt).toBe(at('17:40'));
    });
  });

  it('says nothing where nothing is sold, and now where nothing is left', () => {
    const quiet = { soldToday: day({}), usual: null, now: at('10:30') };
    expect(outlookOf({ available: 50, ...quiet })).toEqual({
      ...{ runsOutAt: null, stillWanted: 0, basis: 'none' },
    });
    expect(outlookOf({ available: 0, soldToday: day({ 10: 3 }), usual, now: at('10:30') }).runsOutAt).toBe(
      at('10:30'),
    );
  });
});
