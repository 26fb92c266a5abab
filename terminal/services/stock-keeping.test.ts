import { describe, expect, it } from 'vitest';
import { commandIds } from '#fixtures/counter-kit';
import { createDeskKit, manager, pharmacist, staff } from '#fixtures/desk-kit';
import { freshFolder } from '#fixtures/folder';
import { type BusinessDay, businessDayOf, openingHoursSchema } from '#rules';
import { verify } from '#store';
import { type Count, createStockKeeping, type GoodsIn, type Move } from './stock-keeping.ts';

const day = (iso: string) => iso as BusinessDay;

/** A till on a Thursday morning, with 100 adult and 20 child masks on hand unless told otherwise. */
function aStock(goods = { adult: 100, child: 20 }) {
  const kit = createDeskKit(freshFolder());
  const keeping = createStockKeeping(kit);
  const { store, time } = kit;
  const goodsIn = (order: Partial<GoodsIn>, actor = pharmacist) =>
    keeping.goodsIn(
      {
        ...{
          commandId: commandIds(),
          pieces: { adult: 0, child: 0 },
          onSaleFrom: null,
          expected: null,
          note: '',
        },
        ...order,
      },
      actor,
    );
  const count = (order: Pick<Count, 'booked' | 'counted'> & Partial<Count>, actor = pharmacist) =>
    keeping.count({ commandId: commandIds(), reason: 'routine', note: '', ...order }, actor);
  const move = (order: Pick<Move, 'pieces' | 'from' | 'to'>, actor = pharmacist) =>
    keeping.move({ commandId: commandIds(), kind: 'adult', note: '', ...order }, actor);
  const stock = () => store.stock.on(businessDayOf(time.now()));
  /** A ticket that promises so many adult masks. */
  const promise = (pieces: number) =>
    store.transact(() =>
      store.record(
        {
          ...{ kind: 'ticket-handed-out', commandId: commandIds(), ticketId: kit.newId() },
          ...{ sessionId: kit.newId(), number: 1, maskKind: 'adult', pieces },
        },
        time.now(),
      ),
    );
  if (goods.adult + goods.child > 0) goodsIn({ pieces: goods, onSaleFrom: day('2020-03-12') });
  return { ...kit, ...keeping, goodsIn, count, move, stock, promise };
}

describe('goods-in', () => {
  it('goes on sale on the next day, unless told otherwise', () => {
    const { goodsIn, stock, clock } = aStock({ adult: 0, child: 0 });
    expect(goodsIn({ pieces: { adult: 200, child: 50 } })).toBe('done');
    expect(stock().adult).toMatchObject({ onHand: 0, notYetOnSale: 200 });
    clock.set('2020-03-13T00:00:00+08:00');
    expect(stock()).toMatchObject({ adult: { onHand: 200, notYetOnSale: 0 }, child: { onHand: 50 } });
  });

  it('skips the days on which the outlet does not sell', () => {
    const { goodsIn, store, time } = aStock({ adult: 0, child: 0 });
    const open = [{ from: '09:00', until: '12:00' }];
    const week = openingHoursSchema.parse([[], open, open, open, open, [], open]);
    store.transact(() =>
      store.record({ kind: 'opening-hours-set', commandId: commandIds(), week, note: '' }, time.now()),
    );
    goodsIn({ pieces: { adult: 200, child: 0 } });
    expect(store.stock.lotsAfter(day('2020-03-12'))).toEqual([
      { kind: 'adult', onSaleFrom: '2020-03-14', pieces: 200 },
    ]);
  });

  it('for a day that is past is on sale at once', () => {
    const { goodsIn, stock, store } = aStock({ adult: 0, child: 0 });
    expect(goodsIn({ pieces: { adult: 10, child: 0 }, onSaleFrom: day('2020-03-01') })).toBe('done');
    expect(stock().adult.onHand).toBe(10);
    expect(store.stock.events(day('2020-03-12'), day('2020-03-12'))[0]?.detail).toBe('2020-03-12');
  });

  it('keeps what was announced beside what came, even if nothing came', () => {
    const { goodsIn, store } = aStock({ adult: 0, child: 0 });
    expect(goodsIn({ expected: { adult: 400, child: 200 }, note: '未送達' })).toBe('done');
    expect(store.stock.events(day('2020-03-12'), day('2020-03-12'))).toMatchObject([
      { pieces: { adult: 0, child: 0 }, expected: { adult: 400, child: 200 }, note: '未送達' },
    ]);
  });

  it.each<[string, Partial<GoodsIn>]>([
    ['of nothing', {}],
    ['of less than nothing', { pieces: { adult: -3, child: 5 } }],
    ['of half a mask', { pieces: { adult: 1.5, child: 0 } }],
    [
      'that expected less than nothing',
      { pieces: { adult: 3, child: 0 }, expected: { adult: -1, child: 0 } },
    ],
    ['on sale in a year', { pieces: { adult: 3, child: 0 }, onSaleFrom: day('2021-03-12') }],
  ])('%s is asked for again', (_, order) => {
    const { goodsIn, store } = aStock();
    const { seq } = store.journal.head();
    expect(goodsIn(order)).toBe('not-allowed');
    expect(store.journal.head().seq).toBe(seq);
  });

  it('sent twice is received once', () => {
    const { goodsIn, stock } = aStock();
    const commandId = commandIds();
    for (let i = 0; i < 2; i++) {
      expect(goodsIn({ commandId, pieces: { adult: 5, child: 0 }, onSaleFrom: day('2020-03-12') })).toBe(
        'done',
      );
    }
    expect(stock().adult.onHand).toBe(105);
  });
});

describe('a count', () => {
  it('becomes what is on hand, and says who counted', () => {
    const { count, stock, store } = aStock();
    expect(count({ booked: { adult: 100, child: 20 }, counted: { adult: 97, child: 22 } }, manager)).toBe(
      'done',
    );
    expect(stock()).toMatchObject({ adult: { onHand: 97 }, child: { onHand: 22 } });
    expect(store.stock.events(day('2020-03-12'), day('2020-03-12'))[0]).toMatchObject({
      ...{ what: 'count', pieces: { adult: -3, child: 2 }, by: manager.operatorId },
    });
  });

  it('against an old figure is stale', () => {
    const { count, move, stock } = aStock();
    move({ pieces: 2, from: 'on-hand', to: 'defective' });
    expect(count({ booked: { adult: 100, child: 20 }, counted: { adult: 100, child: 20 } })).toBe('stale');
    expect(stock().adult.onHand).toBe(98);
  });

  it('includes goods whose day has come, although nothing was recorded since', () => {
    const { goodsIn, count, stock, clock } = aStock({ adult: 0, child: 0 });
    goodsIn({ pieces: { adult: 200, child: 0 } });
    clock.set('2020-03-13T08:00:00+08:00');
    expect(count({ booked: { adult: 200, child: 0 }, counted: { adult: 199, child: 0 } })).toBe('done');
    expect(stock().adult).toEqual({ onHand: 199, promised: 0, defective: 0, notYetOnSale: 0 });
  });

  it('below what tickets promise is refused', () => {
    const { count, promise, stock } = aStock();
    promise(30);
    const booked = { adult: 100, child: 20 };
    expect(count({ booked, counted: { adult: 29, child: 20 } })).toBe('promised-by-ticket');
    expect(count({ booked, counted: { adult: 30, child: 20 } })).toBe('done');
    expect(stock().adult).toMatchObject({ onHand: 30, promised: 30 });
  });

  it.each([-1, 0.5])('of %s pieces is asked for again', (adult) => {
    const { count } = aStock();
    expect(count({ booked: { adult: 100, child: 20 }, counted: { adult, child: 20 } })).toBe('not-allowed');
  });
});

describe('a movement', () => {
  it('takes pieces aside, brings them back, and sends them away', () => {
    const { move, stock } = aStock();
    expect(move({ pieces: 10, from: 'on-hand', to: 'defective' })).toBe('done');
    expect(stock().adult).toMatchObject({ onHand: 90, defective: 10 });
    expect(move({ pieces: 4, from: 'defective', to: 'on-hand' })).toBe('done');
    expect(move({ pieces: 6, from: 'defective', to: 'returned' })).toBe('done');
    expect(move({ pieces: 14, from: 'on-hand', to: 'transferred-out' })).toBe('done');
    expect(stock().adult).toMatchObject({ onHand: 80, defective: 0 });
  });

  it.each<[string, Pick<Move, 'pieces' | 'from' | 'to'>, string]>([
    ['more than is on hand', { pieces: 101, from: 'on-hand', to: 'returned' }, 'not-enough-stock'],
    ['more than is defective', { pieces: 1, from: 'defective', to: 'returned' }, 'not-enough-stock'],
    ['what tickets promise', { pieces: 71, from: 'on-hand', to: 'returned' }, 'promised-by-ticket'],
    ['from where it is', { pieces: 1, from: 'on-hand', to: 'on-hand' }, 'not-allowed'],
    ['nothing', { pieces: 0, from: 'on-hand', to: 'returned' }, 'not-allowed'],
    ['less than nothing', { pieces: -5, from: 'on-hand', to: 'defective' }, 'not-allowed'],
  ])('of %s is refused', (_, order, answer) => {
    const { move, promise, stock } = aStock();
    promise(30);
    expect(move(order)).toBe(answer);
    expect(stock().adult).toMatchObject({ onHand: 100, promised: 30, defective: 0 });
  });
});

it('stock is not everybody’s to keep', () => {
  const { goodsIn, count, move, store } = aStock();
  const { seq } = store.journal.head();
  expect(goodsIn({ pieces: { adult: 1, child: 0 } }, staff)).toBe('not-your-right');
  expect(count({ booked: { adult: 100, child: 20 }, counted: { adult: 1, child: 1 } }, staff)).toBe(
    'not-your-right',
  );
  expect(move({ pieces: 1, from: 'on-hand', to: 'defective' }, staff)).toBe('not-your-right');
  expect(store.journal.head().seq).toBe(seq);
});

it('a screen hears of every change and of no refusal', () => {
  const { changed, goodsIn, move, db } = aStock();
  let heard = 0;
  changed.subscribe(() => heard++);
  move({ pieces: 500, from: 'on-hand', to: 'defective' });
  expect(heard).toBe(0);
  goodsIn({ pieces: { adult: 5, child: 5 } });
  move({ pieces: 5, from: 'on-hand', to: 'defective' });
  expect(heard).toBe(2);
  expect(verify(db)).toMatchObject({ whole: true });
});
