import { describe, expect, it } from 'vitest';
import { commandIds, createCounterKit, manager } from '#fixtures/counter-kit';
import { freshFolder } from '#fixtures/folder';
import { type OpeningHours, openingHoursSchema, type SellingState } from '#rules';
import { createShopKeeping } from './shop-keeping.ts';

function aShop() {
  const kit = createCounterKit(freshFolder());
  const shop = createShopKeeping(kit);
  const set = (state: SellingState, note = '') =>
    shop.setSellingState({ commandId: commandIds(), state, note }, manager);
  return { ...kit, shop, set };
}

describe('the selling state', () => {
  it('is open until someone says otherwise', () => {
    const { shop, set } = aShop();
    expect(shop.sellingState().state).toBe('open');
    expect(set('paused', '午休')).toBe('done');
    expect(shop.sellingState()).toMatchObject({ state: 'paused', note: '午休' });
  });

  it.each<[SellingState, SellingState]>([
    ['sold-out', 'open'],
    ['closed-today', 'open'],
    ['paused', 'paused'],
    ['equipment-broken', 'equipment-broken'],
  ])('%s is %s the day after', (today, tomorrow) => {
    const { shop, set, clock } = aShop();
    set(today);
    clock.set('2020-03-12T23:59:59+08:00');
    expect(shop.sellingState().state).toBe(today);
    clock.set('2020-03-13T00:00:00+08:00');
    expect(shop.sellingState().state).toBe(tomorrow);
  });

  it('is changed once by a command that is sent twice, and by nobody without the right', () => {
    const { shop, store } = aShop();
    const command = { commandId: commandIds(), state: 'paused', note: '' } as const;
    const before = store.journal.head().seq;
    expect(shop.setSellingState(command, { ...manager, role: 'staff' })).toBe('not-your-right');
    for (let i = 0; i < 2; i++) expect(shop.setSellingState(command, manager)).toBe('done');
    expect(store.journal.head().seq).toBe(before + 1);
  });
});

describe('opening hours and the outlet', () => {
  it.each([
    [
      'overlap',
      [
        { from: '09:00', until: '12:00' },
        { from: '11:00', until: '13:00' },
      ],
    ],
    [
      'stand out of order',
      [
        { from: '14:00', until: '18:00' },
        { from: '09:00', until: '12:00' },
      ],
    ],
  ])('of one day that %s are refused', (_, monday) => {
    const { shop } = aShop();
    const week = openingHoursSchema.parse([[], monday, [], [], [], [], []]);
    expect(shop.setOpeningHours({ commandId: commandIds(), week, note: '' }, manager)).toBe('not-allowed');
    expect(shop.openingHours()).toBeNull();
  });

  it('are what was said last', () => {
    const { shop } = aShop();
    expect(shop.openingHours()).toBeNull();
    const week = [[], [{ from: '09:00', until: '12:00' }], [], [], [], [], []] as unknown as OpeningHours;
    shop.setOpeningHours({ commandId: commandIds(), week, note: '國定假日休' }, manager);
    expect(shop.openingHours()).toEqual({ week, note: '國定假日休' });
    const outlet = { name: '安心藥局', address: '台北市', phone: '02' };
    const order = { commandId: commandIds(), ...outlet };
    expect(shop.describeOutlet(order, { ...manager, role: 'pharmacist' })).toBe('not-your-right');
    expect(shop.describeOutlet(order, manager)).toBe('done');
    expect(shop.outlet()).toEqual(outlet);
  });
});
