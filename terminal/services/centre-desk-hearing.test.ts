import { describe, expect, it } from 'vitest';
import { commandIds, manager, visitorNumber } from '#fixtures/counter-kit';
import { aJoinedTill, aStockedTill, type JoinedTill, messageOf, tell } from '#fixtures/joined-till';
import type { FeedItemOf } from '#protocol';
import { type BusinessDay, businessDayOf, instantOf, type OutletCode, timeline2020 } from '#rules';

const elsewhere = '592202A296' as OutletCode;

describe('what the centre sends', () => {
  it('as rules arrives ahead, is an entry, and takes the place of the settings at its instant', async () => {
    const till = await aStockedTill();
    const effective = '2020-04-09T00:00:00+08:00';
    const pack = { id: 'april', ruleSets: timeline2020.ruleSets.filter(({ id }) => id === 'R11') };
    const { policies } = till.centre;
    expect(await policies.announce(await policies.sign(pack, effective))).toMatchObject({
      outcome: 'announced',
    });
    await till.hear();
    expect(till.policies.inForce(till.time.now())).toMatchObject({ ruleSet: { id: 'R6' }, number: null });
    expect(till.policies.next(till.time.now())).toMatchObject({ at: instantOf(effective), number: 1 });
    expect(till.store.policies.origin()).toBe('centre');
    const [last] = till.store.journal.page(till.store.journal.head().seq - 1, 1);
    expect(last?.fact).toContain('"announced":{"number":1');
    // The entry itself goes up as well.
    expect(await till.quiet()).toMatchObject({ equal: true });
  });

  it('as rules that were changed on the way is not taken, and said', async () => {
    const till = await aStockedTill();
    const { policies } = till.centre;
    const signed = await policies.sign({ ...timeline2020, id: 'changed' }, '2020-04-09T00:00:00+08:00');
    await policies.announce(signed);
    await till.centre.database.inReference((statements) =>
      statements.run('UPDATE policies SET pack = ?', [JSON.stringify({ ...timeline2020, id: 'other' })]),
    );
    await till.hear();
    expect(till.desk.status().refusedPolicy).toEqual({ number: 1, why: 'wrongly-signed' });
    expect(till.store.policies.origin()).toBe('settings');
  });

  it('as rules that it could not take is sent again to the next program, before the rules after them', async () => {
    const till = await aStockedTill();
    const { policies, database } = till.centre;
    const ninth = '2020-04-09T00:00:00+08:00';
    for (const id of ['first', 'second']) {
      const signed = await policies.sign({ ...timeline2020, id }, ninth);
      await policies.announce(signed);
    }
    const setPack = (text: string) =>
      database.inReference((statements) =>
        statements.run('UPDATE policies SET pack = ? WHERE number = 1', [text]),
      );
    await setPack('{}');
    await till.hear();
    expect(till.desk.status().refusedPolicy).toEqual({ number: 1, why: 'wrongly-signed' });
    expect(till.policies.inForce(instantOf(ninth))).toMatchObject({ number: 2 });
    const pulls = () => till.line.asked.filter((path) => path === '/sync/pull').length;
    const before = pulls();
    await till.quiet();
    expect(pulls()).toBe(before);
    await till.close();

    await setPack(JSON.stringify({ ...timeline2020, id: 'first' }));
    const again = aJoinedTill(till.centre, { folder: till.folder });
    await again.open();
    await again.quiet();
    await again.hear();
    expect(again.desk.status().refusedPolicy).toBeNull();
    const numbers = again.store.policies.installed().map(({ number }) => number);
    expect(numbers).toEqual([null, 2, 1, 2]);
    expect(again.policies.inForce(instantOf(ninth))).toMatchObject({ pack: 'second', number: 2 });
    expect(again.store.centre.cursors().policy).toBe(2);
  });

  it('of somebody who bought here and bought again elsewhere counts here, until that is voided', async () => {
    const here = await aStockedTill();
    const there = aJoinedTill(here.centre, { outlet: elsewhere });
    there.stockUp({ adult: 100, child: 100 });
    await there.join();
    here.line.state = 'down';
    here.sell(visitorNumber(2));
    there.sell(visitorNumber(2));
    await there.quiet();
    here.line.state = 'up';
    await here.quiet();
    await here.hear();
    await there.hear();
    for (const { desk } of [here, there]) {
      expect(desk.conflicts()).toHaveLength(1);
      expect([desk.conflicts()[0]?.earlier.pieces, desk.conflicts()[0]?.later.pieces]).toEqual([3, 3]);
    }
    expect(here.store.centre.purchases.of(visitorNumber(2).record.key)).toHaveLength(1);
    voidLast(there);
    await there.quiet();
    await here.hear();
    await there.hear();
    expect(here.desk.conflicts()).toEqual([]);
    expect(there.desk.conflicts()).toEqual([]);
    expect(here.store.centre.purchases.of(visitorNumber(2).record.key)).toEqual([]);
  });

  it('of a purchase is forgotten, at the pull, once its interval is over', async () => {
    const till = await aStockedTill();
    await tell(till.centre, till.outletCode, purchase('2020-03-05'), purchase('2020-03-06'));
    await till.hear();
    const holder = visitorNumber(2).record.key;
    expect(till.store.centre.purchases.of(holder).map(({ day }) => day)).toEqual(['2020-03-06']);
    expect(till.decide(visitorNumber(2))).toMatchObject({ verdict: 'may-not', reason: 'bought-recently' });
    // Its own former purchases are in its journal.
    till.clock.set('2020-03-19T09:00:00+08:00');
    till.centre.set('2020-03-19T09:00:00+08:00');
    await tell(till.centre, till.outletCode, messageOf('later'));
    await till.hear();
    expect(till.store.centre.purchases.of(holder)).toEqual([]);
  });

  it('as a delivery is expected until a goods-in names it, by what was announced', async () => {
    const till = await aStockedTill();
    const [first, second] = [delivery(600), delivery(200)];
    await tell(till.centre, till.outletCode, first, second);
    await till.hear();
    expect(till.desk.deliveries()).toMatchObject([
      { pieces: { adult: 600, child: 0 } },
      { pieces: { adult: 200 } },
    ]);
    const order = { onSaleFrom: null, expected: null, note: '' };
    const pieces = { adult: 590, child: 0 };
    const received = { commandId: commandIds(), ...order, pieces, deliveryId: first.deliveryId };
    expect(till.stockKeeping.goodsIn(received, manager)).toBe('done');
    expect(till.desk.deliveries()).toHaveLength(1);
    const today = businessDayOf(till.time.now());
    expect(till.store.stock.events(today, today)[0]).toMatchObject({ expected: { adult: 600, child: 0 } });
    // Called off.
    await tell(till.centre, till.outletCode, { ...second, pieces: { adult: 0, child: 0 } });
    await till.hear();
    expect(till.desk.deliveries()).toEqual([]);
    const unknown = { commandId: commandIds(), ...order, pieces, deliveryId: second.deliveryId };
    expect(till.stockKeeping.goodsIn(unknown, manager)).toBe('unknown');
  });

  it('as a message stands unread until somebody has read it', async () => {
    const till = await aStockedTill();
    const [one, two] = [messageOf('one'), messageOf('two')];
    await tell(till.centre, till.outletCode, one, two);
    await till.hear();
    expect(till.desk.unreadMessages().map(({ text }) => text)).toEqual(['one', 'two']);
    expect(till.desk.markRead(one.messageId)).toBe('done');
    expect(till.desk.markRead(commandIds())).toBe('unknown');
    expect(till.desk.unreadMessages().map(({ text }) => text)).toEqual(['two']);
    expect(till.desk.messages()).toHaveLength(2);
  });
});

function voidLast({ voiding, store }: JoinedTill): void {
  const receiptNumber = store.sales.last()?.receiptNumber ?? '';
  voiding.voidSale({ commandId: commandIds(), receiptNumber, reason: 'other', note: '' }, manager);
}

const purchase = (day: string): FeedItemOf<'purchase-elsewhere'> => ({
  kind: 'purchase-elsewhere',
  purchase: {
    id: { outlet: elsewhere, tillId: commandIds() as never, seq: 7 },
    holderKey: visitorNumber(2).record.key,
    day: day as BusinessDay,
    at: instantOf(`${day}T09:00:00+08:00`),
    ...{ kind: 'adult', pieces: 3, intervalDays: 7 },
  },
});

const delivery = (adult: number): FeedItemOf<'delivery-announced'> => ({
  ...{ kind: 'delivery-announced', deliveryId: commandIds(), day: '2020-03-13' as BusinessDay },
  ...{ pieces: { adult, child: 0 }, note: '' },
});
