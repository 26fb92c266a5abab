import { describe, expect, it } from 'vitest';
import { manager, visitorNumber } from '#fixtures/counter-kit';
import { aCentre, aJoinedTill, aStockedTill, messageOf, tell } from '#fixtures/joined-till';
import { answeredText } from '#protocol';
import { timeline2020 } from '#rules';

describe('the status', () => {
  it('counts what is unsent and since when while there is no line, and says why', async () => {
    const till = await aStockedTill();
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
    const till = await aStockedTill();
    expect(till.desk.status().equal).toBe(true);
    till.sell(visitorNumber(2));
    expect(till.desk.status()).toMatchObject({ equal: false, unsent: 1 });
    expect(await till.quiet()).toMatchObject({ equal: true });
  });

  it('is told of a transaction once, after it is on disk, and of none that was taken back', async () => {
    const { store, sell, time } = await aStockedTill();
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

describe('a till whose entries have to wait', () => {
  /** Its clock is ten minutes fast. */
  async function aFastTill() {
    const till = await aStockedTill();
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
    await tell(till.centre, till.outletCode, messageOf('news'));
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
    const till = await aStockedTill();
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
    const till = await aStockedTill();
    till.line.state = 'down';
    for (const n of [2, 4, 6]) till.sell(visitorNumber(n));
    await tell(till.centre, till.outletCode, messageOf('by hand'));
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
    const till = await aStockedTill();
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
    const till = await aStockedTill();
    till.line.state = 'down';
    const answers: string[] = [];
    for (const n of [2, 4]) {
      till.sell(visitorNumber(n));
      await tell(till.centre, till.outletCode, messageOf(`number ${n}`));
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
    const till = await aStockedTill();
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
