import { describe, expect, it } from 'vitest';
import { manager } from '#fixtures/counter-kit';
import { aCounter, lineOf, orderOf, sellShown } from '#fixtures/counter-with-readers';
import { freshFolder } from '#fixtures/folder';

describe('a visit', () => {
  it('takes own card, another adult and three children, one after another, on one slip', async () => {
    const { pass, counter, store, onHand, insert, left, visitOf } = await aCounter();
    await pass('adult-even', 1);
    await pass('child', 2);
    insert(left, 'child-two');
    await visitOf(3);
    expect(sellShown(counter)).toBe('done');
    const receipt = store.sales.last();
    expect(receipt?.lines.map(({ kind, pieces, role }) => [kind, pieces, role])).toEqual([
      ['adult', 3, 'own'],
      ['child', 5, 'proxy-child'],
      ['child', 5, 'proxy-child'],
    ]);
    expect(onHand()).toEqual({ adult: 97, child: 90 });
    expect(store.printJobs.waiting()).toBe(1);
  });

  it('refuses one more adult than a visitor may present, and sells to the others all the same', async () => {
    const { pass, counter, store, clock } = await aCounter();
    clock.set('2020-03-15T09:00:00+08:00');
    await pass('adult-even', 1);
    await pass('adult-odd', 2);
    const visit = await pass('adult-three', 3);
    expect(lineOf(visit).decision).toMatchObject({ verdict: 'may-not', reason: 'too-many-cards' });
    expect(sellShown(counter)).toBe('done');
    expect(store.sales.last()?.lines).toHaveLength(2);
  });

  it('is not spoilt by a card that is refused or cannot be read', async () => {
    const { pass, insert, left, stage, counter, store } = await aCounter();
    await pass('adult-even', 1);
    insert(left, 'damaged');
    await stage('card-failed');
    left.remove();
    const visit = await pass('adult-odd', 2);
    expect(lineOf(visit).decision.verdict).toBe('may-not');
    await pass('child', 3);
    expect(sellShown(counter)).toBe('done');
    expect(store.sales.last()?.lines.map(({ kind }) => kind)).toEqual(['adult', 'child']);
  });

  it('goes on after a card that could not be read once that is acknowledged', async () => {
    const { pass, insert, left, stage, counter, visitOf } = await aCounter();
    await pass('adult-even', 1);
    insert(left, 'damaged');
    await stage('card-failed');
    expect(counter.dismiss()).toBe('done');
    await visitOf(1);
  });

  it('notices a card that comes twice', async () => {
    const { pass, insert, left, counter, stage } = await aCounter();
    await pass('adult-even', 1);
    insert(left, 'adult-even');
    const { visit } = await stage('visit');
    expect(visit.lines).toHaveLength(1);
    expect(visit.cardTwice).toBe(true);
    expect(sellShown(counter)).toBe('done');
  });

  it('gives each card no more than those before it left', async () => {
    const { pass, counter, onHand } = await aCounter({ goods: { adult: 4, child: 0 } });
    const first = await pass('adult-even', 1);
    const { lines } = await pass('child', 2);
    expect(lines.map(({ draft }) => draft?.pieces)).toEqual([3, 1]);
    const line = lineOf(first, 0);
    expect(counter.setPieces(first.visitId, line.lineId, 2)).toBe('done');
    expect(sellShown(counter)).toBe('done');
    expect(onHand().adult).toBe(1);
  });

  it('keeps for the next card what the one before it is not offered first', async () => {
    const { pass } = await aCounter({ goods: { adult: 3, child: 5 } });
    await pass('child', 1);
    const { lines } = await pass('adult-even', 2);
    expect(lines.map(({ draft }) => [draft?.offer.kind, draft?.pieces])).toEqual([
      ['child', 5],
      ['adult', 3],
    ]);
  });

  it('loses a line, and with the last one ends', async () => {
    const { pass, counter, visitOf } = await aCounter();
    await pass('adult-even', 1);
    const visit = await pass('child', 2);
    expect(counter.removeLine(visit.visitId, lineOf(visit, 0).lineId)).toBe('done');
    const left = await visitOf(1);
    expect(counter.removeLine(left.visitId, left.current)).toBe('done');
    expect(counter.session()).toMatchObject({ stage: 'idle' });
  });

  it('that nobody goes on with is given up, and says so', async () => {
    const { pass, counter, timeOut, waits, insert, left, visitOf } = await aCounter();
    insert(left, 'adult-even');
    await visitOf(1);
    expect(waits()).toBe(false);
    left.remove();
    expect(waits()).toBe(true);
    timeOut();
    expect(counter.session()).toEqual({ stage: 'idle', timedOut: true });
    const visit = await pass('child', 1);
    expect(visit.lines).toHaveLength(1);
  });

  it('survives a restart of the program, and is sold once', async () => {
    const folder = freshFolder();
    const first = await aCounter({ folder });
    first.stockUp({ adult: 100, child: 100 });
    await first.pass('adult-even', 1);
    const visit = await first.pass('child', 2);
    first.counter.close();
    first.store.close();
    const second = await aCounter({ folder });
    const again = second.counter.session();
    expect(again).toMatchObject({ stage: 'visit', visit: { visitId: visit.visitId } });
    expect(sellShown(second.counter)).toBe('done');
    second.counter.close();
    second.store.close();
    const third = await aCounter({ folder });
    expect(third.counter.session()).toEqual({ stage: 'idle', timedOut: false });
    expect(third.counter.sell(orderOf(visit), manager)).toBe('done');
    expect(third.store.sales.last()?.lines).toHaveLength(2);
  });
});
