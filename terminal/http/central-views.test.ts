import { expect, it } from 'vitest';
import { type BusinessDay, instantOf, openingHoursSchema } from '#rules';
import { deliveriesView, linkOf } from './central-views.ts';

it('a delivery is due from the selling day before it goes on sale', () => {
  const days = ['2020-03-11', '2020-03-12', '2020-03-14', '2020-03-16'] as BusinessDay[];
  const deliveries = days.map((day) => ({
    deliveryId: day,
    day,
    pieces: { adult: 400, child: 200 },
    note: '',
  }));
  const open = [{ from: '09:00', until: '12:00' }];
  // Thursday the 12th; not on Fridays and Sundays.
  const week = openingHoursSchema.parse([[], open, open, open, open, [], open]);
  const views = deliveriesView({
    centre: { deliveries: () => deliveries },
    time: { now: () => instantOf('2020-03-12T09:00:00+08:00') },
    shop: { openingHours: () => ({ week, note: '' }) },
  });
  expect(views.map(({ day, due, onSaleFrom }) => [day, due, onSaleFrom])).toEqual([
    ['2020-03-11', true, '2020-03-12'],
    ['2020-03-12', true, '2020-03-12'],
    ['2020-03-14', true, '2020-03-14'],
    ['2020-03-16', false, '2020-03-16'],
  ]);
});

it.each([
  ['none', null, 'none'],
  ['not-enrolled', null, 'offline'],
  ['enrolled', 'up', 'online'],
  ['enrolled', 'down', 'offline'],
  ['enrolled', 'refused', 'offline'],
] as const)(
  'a till that is %s, its line %s, is %s: entries that wait do not cut it off',
  (mode, line, link) => {
    expect(linkOf({ mode, line })).toBe(link);
  },
);
