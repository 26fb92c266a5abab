import { describe, expect, it, onTestFinished } from 'vitest';
import { createSampleChip } from '#fixtures/card/sample-chip';
import { createVirtualReader } from '#fixtures/card/virtual-reader';
import { commandIds, createCounterKit, manager } from '#fixtures/counter-kit';
import { freshFolder } from '#fixtures/folder';
import type { SampleId } from '#fixtures/people';
import { until } from '#fixtures/until';
import { businessDayOf, isChildCard, ruleSetAt } from '#rules';
import { type Counter, createCounter } from './counter.ts';
import { createHolderKeys } from './holder-keys.ts';
import { isOpen, type Session, type Visit } from './session.ts';
import { createVisitLines } from './visit-lines.ts';
import { createVisitMemory } from './visit-memory.ts';
import { createReception, type Visitor } from './visitor.ts';

type Stage<S extends Session['stage']> = Extract<Session, { stage: S }>;

/** A counter with two readers, on a Thursday: a day of even digits. */
async function aCounter(options: { goods?: { adult: number; child: number }; folder?: string } = {}) {
  const kit = createCounterKit(options.folder ?? freshFolder(), { iso: '2020-03-12T09:00:00+08:00' });
  if (options.folder === undefined) kit.stockUp(options.goods ?? { adult: 100, child: 100 });
  const { reader, slots } = createVirtualReader({ names: ['left', 'right'] });
  const faults: unknown[] = [];
  const onFault = (error: unknown) => void faults.push(error);
  let ids = 0;
  let expire: (() => void) | null = null;
  const { store, selling, time, policy } = kit;
  const isChild = ({ holder }: Visitor) => {
    const ruleSet = ruleSetAt(policy, time.now());
    return ruleSet !== null && isChildCard(holder, ruleSet, businessDayOf(time.now()));
  };
  const counter = createCounter({
    reader,
    reception: createReception({ holderKeys: createHolderKeys(Buffer.alloc(32, 1)), time }),
    selling,
    lines: createVisitLines({ selling, ticket: store.tickets.ticket, isChildCard: isChild }),
    memory: createVisitMemory(store, onFault),
    time,
    ticketFor: () => null,
    newId: () => `id-${++ids}`,
    after: (_ms, run) => {
      expire = run;
      return () => {
        if (expire === run) expire = null;
      };
    },
    onSold: () => undefined,
    onFault,
  });
  await reader.start();
  onTestFinished(() => {
    counter.close();
    expect(faults).toEqual([]);
  });
  const [left, right] = slots;
  if (!left || !right) throw new Error('two slots were asked for');
  const stage = <S extends Session['stage']>(name: S): Promise<Stage<S>> =>
    until(counter.changed.subscribe, () => {
      const session = counter.session();
      return session.stage === name ? (session as Stage<S>) : null;
    });
  /** The visit once it has so many lines and the last card's verdict stands. */
  const visitOf = async (lines: number): Promise<Visit> =>
    until(counter.changed.subscribe, () => {
      const session = counter.session();
      return session.stage === 'visit' && session.visit.lines.length === lines ? session.visit : null;
    });
  const insert = (slot: typeof left, id: SampleId) => slot.insert(createSampleChip(id, 2020));
  /** A card in, its verdict, and out again. */
  const pass = async (id: SampleId, lines: number) => {
    insert(left, id);
    const visit = await visitOf(lines);
    left.remove();
    return visit;
  };
  return {
    ...{ ...kit, counter, left, right, stage, visitOf, insert, pass, faults },
    timeOut: () => expire?.(),
    waits: () => expire !== null,
  };
}

const lineOf = (visit: Visit, place = -1) => visit.lines.at(place) ?? expect.fail('no such line');

/** Sells what the visit shows. */
function sellShown(counter: Counter) {
  const session = counter.session();
  if (session.stage !== 'visit') return counter.sell({ visitId: 'none', lines: [] }, manager);
  return counter.sell(orderOf(session.visit), manager);
}

const orderOf = (visit: Visit) => ({
  visitId: visit.visitId,
  lines: visit.lines
    .filter(isOpen)
    .map(({ lineId, draft }) => ({ lineId, kind: draft.offer.kind, pieces: draft.pieces })),
});

describe('a card', () => {
  it('that may buy opens a sale of the most that is allowed', async () => {
    const { insert, left, visitOf } = await aCounter();
    insert(left, 'adult-even');
    const { decision, draft, visitor } = lineOf(await visitOf(1));
    expect(decision.verdict).toBe('may-buy');
    expect(draft).toMatchObject({ pieces: 3, offer: { kind: 'adult' } });
    expect(visitor.record).toMatchObject({ maskedName: '林○玉', birthYear: 1978 });
  });

  it('of a child proposes child masks first', async () => {
    const { insert, left, visitOf, counter } = await aCounter();
    insert(left, 'child');
    const visit = await visitOf(1);
    expect(lineOf(visit).draft).toMatchObject({ pieces: 5, offer: { kind: 'child' } });
    expect(counter.chooseKind(visit.visitId, visit.current, 'adult')).toBe('done');
    expect(lineOf(await visitOf(1)).draft).toMatchObject({ pieces: 3, offer: { kind: 'adult' } });
  });

  it('of the other digits is refused with its day, and the verdict outlives the card without its name', async () => {
    const { insert, left, visitOf, counter, waits } = await aCounter();
    insert(left, 'adult-odd');
    expect(lineOf(await visitOf(1)).decision).toMatchObject({ reason: 'not-your-weekday' });
    left.remove();
    expect(counter.session()).toMatchObject({
      stage: 'visit',
      visit: { lines: [{ name: null, reader: null }] },
    });
    expect(waits()).toBe(false);
  });

  it('with a wrong check digit asks a person first', async () => {
    const { insert, left, visitOf, counter, clock } = await aCounter();
    clock.set('2020-03-13T09:00:00+08:00');
    insert(left, 'check-digit-wrong');
    const visit = await visitOf(1);
    expect(lineOf(visit).decision).toMatchObject({ verdict: 'confirm', reasons: ['check-digit-wrong'] });
    expect(sellShown(counter)).toBe('confirmation-needed');
    expect(counter.confirmLine(visit.visitId, visit.current)).toBe('done');
    expect(sellShown(counter)).toBe('done');
  });

  it('that was issued after today asks a person first', async () => {
    const { left, visitOf } = await aCounter();
    left.insert(createSampleChip('adult-even', 2030));
    expect(lineOf(await visitOf(1)).decision).toMatchObject({
      verdict: 'confirm',
      reasons: ['issued-in-future'],
    });
  });

  it.each<[SampleId, string]>([
    ['damaged', 'unreadable'],
    ['not-nhi', 'not-nhi-card'],
    ['professional', 'professional-card'],
  ])('that is %s fails as %s, and the next card takes its place', async (id, failure) => {
    const { insert, left, stage, visitOf } = await aCounter();
    insert(left, id);
    expect(await stage('card-failed')).toMatchObject({ failure });
    left.remove();
    insert(left, 'adult-even');
    await visitOf(1);
  });

  it('taken out while its key is computed leaves nothing on the screen', async () => {
    const { insert, left, stage, counter, visitOf } = await aCounter();
    insert(left, 'adult-even');
    await stage('reading');
    left.remove();
    expect(counter.session().stage).not.toBe('visit');
    insert(left, 'child');
    expect(lineOf(await visitOf(1)).draft?.offer.kind).toBe('child');
  });

  it('in the other reader waits until the first is out, and then joins', async () => {
    const { insert, left, right, visitOf, counter } = await aCounter();
    insert(left, 'adult-even');
    await visitOf(1);
    const before = counter.session();
    insert(right, 'child');
    expect(counter.session()).toBe(before);
    left.remove();
    expect(lineOf(await visitOf(2)).reader).toBe('right');
  });
});

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

describe('a person who is keyed in', () => {
  const document = {
    document: 'residence-certificate',
    number: 'AC01234567',
    birthYear: 1985,
    reason: 'no-card',
    compared: false,
  } as const;

  it('has a verdict of the number, and the sale says how they were identified', async () => {
    const { counter, store, clock } = await aCounter();
    clock.set('2020-03-13T09:00:00+08:00');
    const command = commandIds();
    expect(await counter.enterByHand(command, document)).toBe('done');
    expect(await counter.enterByHand(command, document)).toBe('done');
    expect(sellShown(counter)).toBe('done');
    expect(store.sales.last()?.lines).toMatchObject([{ identifiedBy: 'residence-certificate' }]);
    expect(store.sales.toReview('2020-03-13' as never, '2020-03-13' as never)).toHaveLength(1);
  });

  it('joins the visit of a card', async () => {
    const { pass, counter, visitOf, clock } = await aCounter();
    clock.set('2020-03-15T09:00:00+08:00');
    await pass('adult-even', 1);
    await counter.enterByHand(commandIds(), document);
    expect((await visitOf(2)).lines.map(({ decision }) => decision.verdict)).toEqual(['may-buy', 'may-buy']);
  });

  it.each([
    [{ document: 'passport' as const }, 'passport-not-accepted'],
    [{ number: '12' }, 'not-an-id-number'],
    [{ number: 'A123456788' }, 'check-digit-wrong'],
    [{ birthYear: 2021 }, 'in-the-future'],
  ])('as %j is turned away: %s', async (change, answer) => {
    const { counter } = await aCounter();
    expect(await counter.enterByHand(commandIds(), { ...document, ...change })).toBe(answer);
    expect(counter.session().stage).toBe('idle');
  });

  it('whose number was compared although its check digit is wrong is a question', async () => {
    const { counter, visitOf, clock } = await aCounter();
    clock.set('2020-03-15T09:00:00+08:00');
    await counter.enterByHand(commandIds(), { ...document, number: 'A123456788', compared: true });
    expect(lineOf(await visitOf(1)).decision).toMatchObject({ reasons: ['check-digit-wrong'] });
  });

  it('whose number ends in a letter has no weekday, which is a question', async () => {
    const { counter, visitOf } = await aCounter();
    await counter.enterByHand(commandIds(), { ...document, number: '19850101AB' });
    expect(lineOf(await visitOf(1)).decision).toMatchObject({ reasons: ['weekday-undefined'] });
  });
});

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
