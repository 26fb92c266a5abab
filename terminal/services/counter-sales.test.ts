import { describe, expect, it } from 'vitest';
import { manager } from '#fixtures/counter-kit';
import { aCounter, lineOf, orderOf, sellShown } from '#fixtures/counter-with-readers';

describe('a sale', () => {
  it('is made once, however often it is asked for', async () => {
    const { insert, left, visitOf, counter, onHand } = await aCounter();
    insert(left, 'adult-even');
    const order = orderOf(await visitOf(1));
    expect(counter.sell(order, manager)).toBe('done');
    expect(counter.sell(order, manager)).toBe('done');
    expect(onHand().adult).toBe(97);
    left.remove();
    expect(counter.session()).toMatchObject({ stage: 'sold', reader: null });
    counter.dismiss();
    expect(counter.sell(order, manager)).toBe('done');
    expect(counter.sell({ ...order, visitId: 'another' }, manager)).toBe('not-now');
    expect(onHand().adult).toBe(97);
  });

  it('refuses the same card when it comes again', async () => {
    const { pass, counter } = await aCounter();
    const visit = await pass('adult-even', 1);
    counter.setPieces(visit.visitId, visit.current, 2);
    sellShown(counter);
    expect(lineOf(await pass('adult-even', 1)).decision).toMatchObject({
      reason: 'bought-recently',
      lastPurchase: { day: '2020-03-12', pieces: 2 },
    });
  });

  it('of another visit, or of what the screen no longer shows, is stale', async () => {
    const { insert, left, visitOf, counter, onHand } = await aCounter();
    insert(left, 'adult-even');
    const visit = await visitOf(1);
    const order = orderOf(visit);
    expect(counter.sell({ ...order, visitId: 'another' }, manager)).toBe('stale');
    expect(counter.setPieces('another', visit.current, 1)).toBe('stale');
    counter.setPieces(visit.visitId, visit.current, 1);
    expect(counter.sell(order, manager)).toBe('stale');
    expect(onHand().adult).toBe(100);
  });

  it('of more than is offered changes nothing', async () => {
    const { insert, left, visitOf, counter } = await aCounter();
    insert(left, 'adult-even');
    const { visitId, current } = await visitOf(1);
    const before = counter.session();
    expect(counter.setPieces(visitId, current, 4)).toBe('not-allowed');
    expect(counter.chooseKind(visitId, current, 'child')).toBe('not-allowed');
    expect(counter.session()).toBe(before);
  });

  it('whose day ended under an open verdict shows what holds now', async () => {
    const { insert, left, visitOf, counter, clock } = await aCounter();
    insert(left, 'adult-even');
    await visitOf(1);
    clock.set('2020-03-13T00:00:00+08:00');
    expect(sellShown(counter)).toBe('not-allowed');
    expect(lineOf(await visitOf(1)).decision).toMatchObject({ reason: 'not-your-weekday' });
  });

  it('that the database will not take sells nothing, says so until acknowledged, and then can be tried again', async () => {
    const { insert, left, right, visitOf, counter, db, faults, onHand } = await aCounter();
    insert(left, 'adult-even');
    await visitOf(1);
    db.pragma('query_only = ON');
    expect(sellShown(counter)).toBe('storage-failed');
    expect(faults.splice(0)).toHaveLength(1);
    insert(right, 'child');
    expect(counter.session()).toMatchObject({ stage: 'sale-failed', fault: 'storage-failed' });
    db.pragma('query_only = OFF');
    expect(counter.dismiss()).toBe('done');
    await visitOf(1);
    expect(sellShown(counter)).toBe('done');
    expect(onHand().adult).toBe(97);
  });
});
