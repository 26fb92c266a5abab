import { describe, expect, it } from 'vitest';
import { commandIds, manager, visitorNumber } from '#fixtures/counter-kit';
import { aCentre, aJoinedTill, type JoinedTill, tell } from '#fixtures/joined-till';
import { answeredText, type FeedItemOf } from '#protocol';
import { type BusinessDay, businessDayOf, instantOf, type OutletCode, timeline2020 } from '#rules';

const elsewhere = '592202A296' as OutletCode;

async function aTill() {
  const till = aJoinedTill(await aCentre());
  till.stockUp({ adult: 100, child: 100 });
  await till.join();
  return till;
}

describe('the status', () => {
  it('counts what is unsent and since when while there is no line, and says why', async () => {
    const till = await aTill();
    till.line.state = 'down';
    const at = till.time.now();
    till.sell(visitorNumber(2));
    till.clock.advance(60_000);
    till.sell(visitorNumber(4));
    till.timers.run();
    for (let i = 0; i < 10; i++) await new Promise(setImmediate);
    expect(till.desk.status()).toMatchObject({ phase: 'backing-off', why: 'no-line', equal: false });
    expect(till.desk.status()).toMatchObject({ unsent: 2, oldestUnsentAt: at });
    till.line.state = 'up';
    expect(till.desk.resume()).toBe('done');
    expect(await till.quiet()).toMatchObject({ unsent: 0, oldestUnsentAt: null, equal: true });
  });

  it('is not equal from the moment of a sale until the centre has it', async () => {
    const till = await aTill();
    expect(till.desk.status().equal).toBe(true);
    till.sell(visitorNumber(2));
    expect(till.desk.status()).toMatchObject({ equal: false, unsent: 1 });
    expect(await till.quiet()).toMatchObject({ equal: true });
  });

  it('is told of a transaction once, after it is on disk, and of none that was taken back', async () => {
    const { store, sell, time } = await aTill();
    const heads: number[] = [];
    store.onRecorded(() => heads.push(store.journal.head().seq));
    const before = store.journal.head().seq;
    store.transact(() => {
      store.record({ kind: 'signed-in' }, time.now());
      store.transact(() => store.record({ kind: 'signed-in' }, time.now()));
      expect(heads).toEqual([]);
    });
    expect(() =>
      store.transact(() => {
        store.record({ kind: 'signed-in' }, time.now());
        throw new Error('taken back');
      }),
    ).toThrow('taken back');
    store.transact(() => store.working.keepVisit(null));
    expect(heads).toEqual([before + 2]);
    sell(visitorNumber(2));
    expect(heads).toEqual([before + 2, before + 3]);
  });
});

describe('what the centre sends', () => {
  it('as rules arrives ahead, is an entry, and takes the place of the settings at its instant', async () => {
    const till = await aTill();
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
    const till = await aTill();
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
    const till = await aTill();
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
    const here = await aTill();
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
    const till = await aTill();
    await tell(till.centre, till.outletCode, purchase('2020-03-05'), purchase('2020-03-06'));
    await till.hear();
    const holder = visitorNumber(2).record.key;
    expect(till.store.centre.purchases.of(holder).map(({ day }) => day)).toEqual(['2020-03-06']);
    expect(till.decide(visitorNumber(2))).toMatchObject({ verdict: 'may-not', reason: 'bought-recently' });
    // Its own former purchases are in its journal.
    till.clock.set('2020-03-19T09:00:00+08:00');
    till.centre.set('2020-03-19T09:00:00+08:00');
    await tell(till.centre, till.outletCode, message('later'));
    await till.hear();
    expect(till.store.centre.purchases.of(holder)).toEqual([]);
  });

  it('as a delivery is expected until a goods-in names it, by what was announced', async () => {
    const till = await aTill();
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
    const till = await aTill();
    const [one, two] = [message('one'), message('two')];
    await tell(till.centre, till.outletCode, one, two);
    await till.hear();
    expect(till.desk.unreadMessages().map(({ text }) => text)).toEqual(['one', 'two']);
    expect(till.desk.markRead(one.messageId)).toBe('done');
    expect(till.desk.markRead(commandIds())).toBe('unknown');
    expect(till.desk.unreadMessages().map(({ text }) => text)).toEqual(['two']);
    expect(till.desk.messages()).toHaveLength(2);
  });
});

describe('a till whose entries have to wait', () => {
  /** Its clock is ten minutes fast. */
  async function aFastTill() {
    const till = await aTill();
    till.clock.advance(10 * 60_000);
    till.sell(visitorNumber(2));
    while (till.desk.status().why !== 'entry-in-future') {
      till.timers.run();
      await new Promise(setImmediate);
    }
    return till;
  }

  it('says why, and hears of new rules and news all the same', async () => {
    const till = await aFastTill();
    const { policies } = till.centre;
    await policies.announce(await policies.sign({ ...timeline2020, id: 'new' }, '2020-04-09T00:00:00+08:00'));
    await tell(till.centre, till.outletCode, message('news'));
    while (till.desk.unreadMessages().length === 0) {
      till.timers.run();
      await new Promise(setImmediate);
    }
    expect(till.policies.next(till.time.now())).toMatchObject({ pack: 'new', number: 1 });
    expect(till.desk.status()).toMatchObject({
      ...{ phase: 'backing-off', why: 'entry-in-future', line: 'up', equal: false },
    });
    expect(till.desk.status().unsent).toBeGreaterThan(0);
  });

  it('says by a word of its own that the centre is newer', async () => {
    const till = await aTill();
    const { ask } = till.line.transport;
    till.line.transport.ask = async (request, timeoutMs) =>
      request.path === '/sync/push'
        ? { status: 409, body: { fault: { kind: 'outlet-closed' } }, retryAfterMs: null }
        : ask(request, timeoutMs);
    till.sell(visitorNumber(2));
    while (till.desk.status().why !== 'later-fault') {
      till.timers.run();
      await new Promise(setImmediate);
    }
    expect(till.desk.status()).toMatchObject({ phase: 'backing-off', line: 'up', unsent: 1 });
  });

  it('asks about cards', async () => {
    const till = await aFastTill();
    const answered = new Promise<void>((resolve) => till.checks.answered.subscribe(resolve));
    till.checks.ask({ lineId: 'line', visitor: visitorNumber(4) });
    await answered;
    expect(till.checks.of('line')).toBe('centre');
  });
});

describe('a station without a line', () => {
  it('sends by a stick what it sold, and is equal when the answer is back', async () => {
    const till = await aTill();
    till.line.state = 'down';
    for (const n of [2, 4, 6]) till.sell(visitorNumber(n));
    await tell(till.centre, till.outletCode, message('by hand'));
    const carried = till.desk.carryOut(manager);
    const answered = JSON.stringify(await till.centre.service.answerCarried(carried));
    expect(till.desk.takeBack(answered, manager)).toBe('done');
    expect(till.desk.status()).toMatchObject({ unsent: 0, oldestUnsentAt: null });
    expect(till.desk.unreadMessages().map(({ text }) => text)).toEqual(['by hand']);
    // Twice, and out of order, changes nothing.
    till.sell(visitorNumber(8));
    expect(till.desk.takeBack(answered, manager)).toBe('done');
    expect(till.desk.status()).toMatchObject({ unsent: 1 });
  });

  it('takes the file of a later centre, whose signature is over all that stands in it', async () => {
    const till = await aTill();
    till.sell(visitorNumber(2));
    const answer = await till.centre.service.answerCarried(till.desk.carryOut(manager));
    if (!('push' in answer)) throw new Error('the file was refused');
    const later = { number: 1, item: { kind: 'outlet-renamed', to: '安心' } };
    const pull = { ...answer.pull, since: 'later', feed: 1, items: [later] } as unknown as typeof answer.pull;
    const said = { ...answer, pull };
    const signed = { ...said, signature: till.centre.keys.sign(answeredText(said)) };
    till.line.state = 'down';
    expect(till.desk.takeBack(JSON.stringify(signed), manager)).toBe('done');
    expect(till.store.centre.cursors().feed).toBe(1);
  });

  it('takes the answers of two files in either order', async () => {
    const till = await aTill();
    till.line.state = 'down';
    const answers: string[] = [];
    for (const n of [2, 4]) {
      till.sell(visitorNumber(n));
      await tell(till.centre, till.outletCode, message(`number ${n}`));
      const carried = till.desk.carryOut(manager);
      answers.push(JSON.stringify(await till.centre.service.answerCarried(carried)));
    }
    for (const answered of answers.reverse()) {
      expect(till.desk.takeBack(answered, manager)).toBe('done');
      expect(till.desk.status()).toMatchObject({ unsent: 0 });
      expect(till.store.centre.cursors()).toEqual({ feed: 2, policy: 0 });
    }
  });

  it.each([
    ['what is no such file', (text: string) => text.slice(1), 'malformed'],
    ['a changed file', (text: string) => text.replace('"slotMs":0', '"slotMs":9'), 'wrongly-signed'],
    [
      'another till’s file',
      (text: string) => text.replace(/5901010058\/\w/, '5901010058/x'),
      'another-tills',
    ],
  ])('refuses %s by name', async (_what, change, answer) => {
    const till = await aTill();
    till.sell(visitorNumber(2));
    const carried = till.desk.carryOut(manager);
    const answered = JSON.stringify(await till.centre.service.answerCarried(carried));
    till.line.state = 'down';
    expect(till.desk.takeBack(change(answered), manager)).toBe(answer);
    expect(till.desk.status().unsent).toBe(1);
  });

  it('carries nothing before it is enrolled, and for nobody but a manager', async () => {
    const till = aJoinedTill(await aCentre());
    expect(till.desk.carryOut(manager)).toBe('not-now');
    expect(till.desk.takeBack('{}', manager)).toBe('not-now');
    expect(till.desk.carryOut({ role: 'staff' })).toBe('not-your-right');
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

const message = (text: string): FeedItemOf<'message'> => ({
  ...{ kind: 'message', messageId: commandIds(), urgency: 'notice', text },
  at: instantOf('2020-03-12T08:00:00+08:00'),
});
