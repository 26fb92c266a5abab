import { describe, expect, it, onTestFinished } from 'vitest';
import { createSampleChip } from '#fixtures/card/sample-chip';
import { createVirtualReader } from '#fixtures/card/virtual-reader';
import { commandIds, createCounterKit } from '#fixtures/counter-kit';
import { freshFolder } from '#fixtures/folder';
import type { SampleId } from '#fixtures/people';
import { until } from '#fixtures/until';
import { createCounter, type SaleOrder } from './counter.ts';
import { createHolderKeys } from './holder-keys.ts';
import type { Session } from './session.ts';

type Stage<S extends Session['stage']> = Extract<Session, { stage: S }>;

/** Three adult masks, with nobody having looked, unless told otherwise. */
const order = (visitId: string, other: Partial<SaleOrder> = {}): SaleOrder => ({
  ...{ visitId, kind: 'adult', pieces: 3, confirmed: false },
  ...other,
});

/** A counter with two readers, on a Thursday: a day of even digits. */
async function aCounter(goods = { adult: 100, child: 100 }) {
  const kit = createCounterKit(freshFolder(), { iso: '2020-03-12T09:00:00+08:00' });
  kit.stockKeeping.goodsIn(commandIds(), goods);
  const { reader, slots } = createVirtualReader({ names: ['left', 'right'] });
  const faults: unknown[] = [];
  let visits = 0;
  const counter = createCounter({
    reader,
    selling: kit.selling,
    holderKeys: createHolderKeys(Buffer.alloc(32, 1)),
    time: kit.time,
    policy: kit.policy,
    newId: () => `visit-${++visits}`,
    onSold: () => undefined,
    onFault: (error) => faults.push(error),
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
  const insert = (slot: typeof left, id: SampleId) => slot.insert(createSampleChip(id, 2020));
  return { ...kit, counter, left, right, stage, insert, faults };
}

describe('a card', () => {
  it('that may buy opens a sale of the most that is allowed', async () => {
    const { insert, left, stage } = await aCounter();
    insert(left, 'adult-even');
    const { decision, draft, visit } = await stage('open');
    expect(decision.verdict).toBe('may-buy');
    expect(draft).toMatchObject({ pieces: 3, offer: { kind: 'adult' } });
    expect(visit.visitor.record).toMatchObject({ maskedName: '林○玉', birthYear: 1978 });
  });

  it('of a child proposes child masks first', async () => {
    const { insert, left, stage, counter } = await aCounter();
    insert(left, 'child');
    const { draft, visit } = await stage('open');
    expect(draft).toMatchObject({ pieces: 5, offer: { kind: 'child' } });
    expect(visit.childCard).toBe(true);
    expect(counter.chooseKind('visit-1', 'adult')).toBe('done');
    expect(counter.session()).toMatchObject({ draft: { pieces: 3, offer: { kind: 'adult' } } });
  });

  it('of the other digits is refused with its day, and the verdict outlives the card without the person', async () => {
    const { insert, left, stage, counter } = await aCounter();
    insert(left, 'adult-odd');
    expect(await stage('refused')).toMatchObject({ decision: { reason: 'not-your-weekday' }, visit: {} });
    left.remove();
    expect(counter.session()).toMatchObject({ stage: 'refused', visit: null });
  });

  it('with a wrong check digit asks a person first', async () => {
    const { insert, left, stage, counter, clock } = await aCounter();
    clock.set('2020-03-13T09:00:00+08:00');
    insert(left, 'check-digit-wrong');
    expect(await stage('open')).toMatchObject({
      decision: { verdict: 'confirm', reasons: ['check-digit-wrong'] },
    });
    expect(counter.sell(order('visit-1'))).toBe('confirmation-needed');
    expect(counter.sell(order('visit-1', { confirmed: true }))).toBe('done');
  });

  it('that was issued after today asks a person first', async () => {
    const { left, stage } = await aCounter();
    left.insert(createSampleChip('adult-even', 2030));
    expect(await stage('open')).toMatchObject({
      decision: { verdict: 'confirm', reasons: ['issued-in-future'] },
    });
  });

  it.each<[SampleId, string]>([
    ['damaged', 'unreadable'],
    ['not-nhi', 'not-nhi-card'],
    ['professional', 'professional-card'],
  ])('that is %s fails as %s, and the next card takes its place', async (id, failure) => {
    const { insert, left, stage } = await aCounter();
    insert(left, id);
    expect(await stage('card-failed')).toMatchObject({ failure });
    left.remove();
    insert(left, 'adult-even');
    await stage('open');
  });

  it('taken out before the sale ends the visit', async () => {
    const { insert, left, stage, counter } = await aCounter();
    insert(left, 'adult-even');
    await stage('open');
    left.remove();
    expect(counter.session()).toEqual({ stage: 'idle' });
    expect(counter.sell(order('visit-1'))).toBe('not-now');
  });

  it('taken out while its key is computed leaves nothing on the screen', async () => {
    const { insert, left, stage, counter } = await aCounter();
    insert(left, 'adult-even');
    await stage('reading');
    left.remove();
    expect(counter.session().stage).not.toBe('open');
    insert(left, 'child');
    expect((await stage('open')).visit.childCard).toBe(true);
  });

  it('in the other reader waits for its turn', async () => {
    const { insert, left, right, stage, counter } = await aCounter();
    insert(left, 'adult-even');
    const first = await stage('open');
    insert(right, 'child');
    expect(counter.session()).toBe(first);
    expect(counter.dismiss()).toBe('done');
    expect((await stage('open')).visit.reader).toBe('right');
  });
});

describe('a sale', () => {
  it('is made once, however often it is asked for', async () => {
    const { insert, left, stage, counter, store } = await aCounter();
    insert(left, 'adult-even');
    await stage('open');
    expect(counter.sell(order('visit-1'))).toBe('done');
    expect(counter.sell(order('visit-1'))).toBe('done');
    expect(store.stock.onSale().adult).toBe(97);
    left.remove();
    expect(counter.session()).toMatchObject({ stage: 'sold', card: 'out' });
    counter.dismiss();
    expect(counter.sell(order('visit-1'))).toBe('done');
    expect(counter.sell(order('visit-9'))).toBe('not-now');
    expect(store.stock.onSale().adult).toBe(97);
  });

  it('refuses the same card when it comes again', async () => {
    const { insert, left, stage, counter } = await aCounter();
    insert(left, 'adult-even');
    await stage('open');
    counter.sell(order('visit-1', { pieces: 2 }));
    left.remove();
    insert(left, 'adult-even');
    expect(await stage('refused')).toMatchObject({
      decision: { reason: 'bought-recently', lastPurchase: { day: '2020-03-12', pieces: 2 } },
    });
  });

  it('of another visit than the one on the screen is stale', async () => {
    const { insert, left, stage, counter } = await aCounter();
    insert(left, 'adult-even');
    await stage('open');
    expect(counter.sell(order('visit-0'))).toBe('stale');
    expect(counter.setPieces('visit-0', 1)).toBe('stale');
  });

  it('of more than is offered changes nothing', async () => {
    const { insert, left, stage, counter } = await aCounter();
    insert(left, 'adult-even');
    const open = await stage('open');
    expect(counter.setPieces('visit-1', 4)).toBe('not-allowed');
    expect(counter.chooseKind('visit-1', 'child')).toBe('not-allowed');
    expect(counter.session()).toBe(open);
  });

  it('whose day ended under an open verdict shows what holds now', async () => {
    const { insert, left, stage, counter, clock } = await aCounter();
    insert(left, 'adult-even');
    await stage('open');
    clock.set('2020-03-13T00:00:00+08:00');
    expect(counter.sell(order('visit-1'))).toBe('not-allowed');
    expect(counter.session()).toMatchObject({ stage: 'refused', decision: { reason: 'not-your-weekday' } });
  });

  it('that the database will not take sells nothing, says so until acknowledged, and then can be tried again', async () => {
    const { insert, left, right, stage, counter, db, faults, store } = await aCounter();
    insert(left, 'adult-even');
    const { visit } = await stage('open');
    const { visitId } = visit.visitor;
    db.pragma('query_only = ON');
    expect(counter.sell(order(visitId))).toBe('storage-failed');
    expect(faults.splice(0)).toHaveLength(1);
    insert(right, 'child');
    expect(counter.session()).toMatchObject({ stage: 'sale-failed', fault: 'storage-failed' });
    db.pragma('query_only = OFF');
    expect(counter.dismiss()).toBe('done');
    await stage('open');
    expect(counter.sell(order(visitId))).toBe('done');
    expect(store.stock.onSale().adult).toBe(97);
  });
});
