import { describe, expect, it } from 'vitest';
import { commandIds, createCounterKit, manager, visitorNumber } from '#fixtures/counter-kit';
import { freshFolder } from '#fixtures/folder';
import { type Actor, type BusinessDay, instantOf } from '#rules';
import { createDayClosing } from './day-closing.ts';
import { createHolderKeys } from './holder-keys.ts';
import { createPaperSales, type PaperLine } from './paper-sales.ts';
import { createReception } from './visitor.ts';

const at = (time: string, day = '2020-03-12') => instantOf(`${day}T${time}:00+08:00`);

/** Thursday evening: the till stood still since the morning, and the form is keyed in. */
function afterTheBreakdown(goods = { adult: 20, child: 20 }) {
  const kit = createCounterKit(freshFolder(), { iso: '2020-03-12T08:00:00+08:00' });
  kit.stockUp(goods);
  kit.clock.set('2020-03-12T18:00:00+08:00');
  const holderKeys = createHolderKeys({ all: () => [Buffer.alloc(32, 1)] });
  const paper = createPaperSales({ ...kit, reception: createReception({ holderKeys, time: kit.time }) });
  let n = 0;
  const enter = (line: Partial<PaperLine> & { number?: string } = {}, actor: Actor = manager) => {
    const { number = 'A200000092', ...rest } = line;
    const keyedIn = {
      document: 'identity-card',
      number,
      birthYear: 1980,
      reason: 'reader-broken',
      compared: true,
    } as const;
    const soldAt = at('10:05');
    const base = {
      commandId: commandIds(),
      formLine: `1-${++n}`,
      kind: 'adult',
      pieces: 3,
      contested: false,
    } as const;
    return paper.enter({ ...base, soldAt, keyedIn, ...rest }, actor);
  };
  return { ...kit, enter };
}

describe('a line of a paper form', () => {
  it('is a sale at the time that was written, keyed in later and flagged for review', async () => {
    const { enter, store, onHand } = afterTheBreakdown();
    expect(await enter()).toBe('done');
    const receipt = store.sales.byReceipt('1090312-0001');
    expect(receipt).toMatchObject({
      soldAt: at('10:05'),
      formLine: '1-1',
      lines: [{ identifiedBy: 'identity-card' }],
    });
    expect(onHand().adult).toBe(17);
    expect(store.journal.page(0, 10).at(-1)?.at).toBe(at('18:00'));
    const day = '2020-03-12' as BusinessDay;
    expect(store.reviews.pageOf(day, day, null).receiptNumbers).toEqual(['1090312-0001']);
  });

  it('sent twice is one sale', async () => {
    const { enter, onHand } = afterTheBreakdown();
    const commandId = commandIds();
    expect([await enter({ commandId }), await enter({ commandId })]).toEqual(['done', 'done']);
    expect(onHand().adult).toBe(17);
  });

  it('counts in the quota of its day, before and after it', async () => {
    const { enter } = afterTheBreakdown();
    await enter({ soldAt: at('10:05') });
    expect(await enter({ soldAt: at('11:00') })).toBe('against-the-rules');
  });

  it.each([
    ['in the future', { soldAt: at('18:01') }, 'in-the-future'],
    ['of the wrong weekday', { number: 'A123456789' }, 'against-the-rules'],
    ['of more than one person may have', { pieces: 4 }, 'against-the-rules'],
    ['of child masks to an adult', { kind: 'child' as const, pieces: 5 }, 'against-the-rules'],
    ['that is no number', { number: '7' }, 'not-an-id-number'],
  ])('%s is refused', async (_what, line, answer) => {
    const { enter, store } = afterTheBreakdown();
    const before = store.journal.head().seq;
    expect(await enter(line)).toBe(answer);
    expect(store.journal.head().seq).toBe(before);
  });

  it('against the rules is recorded by a manager as contested, since the masks are gone', async () => {
    const { enter, store } = afterTheBreakdown();
    const wrongDay = { number: 'A123456789', contested: true };
    expect(await enter(wrongDay, { ...manager, role: 'pharmacist' })).toBe('not-your-right');
    expect(await enter(wrongDay)).toBe('done');
    expect(store.sales.last()?.lines).toMatchObject([{ contested: 'not-your-weekday' }]);
  });

  it('never takes more than there is', async () => {
    const { enter, onHand } = afterTheBreakdown({ adult: 2, child: 0 });
    expect(await enter({ contested: true })).toBe('not-enough-stock');
    expect(onHand().adult).toBe(2);
  });

  it('comes in the order of the form', async () => {
    const { enter } = afterTheBreakdown();
    expect(await enter({ soldAt: at('11:00') })).toBe('done');
    expect(await enter({ soldAt: at('10:00'), number: 'A200000074' })).toBe('out-of-order');
  });

  it('of a day that is closed comes too late', async () => {
    const { enter, clock, ...kit } = afterTheBreakdown();
    await enter();
    const closing = createDayClosing({ ...kit, slips: 'none', centre: 'none', onClosed: () => undefined });
    const day = '2020-03-12' as BusinessDay;
    const counted = { countedCash: 15, countedStock: { adult: 17, child: 20 }, note: '' };
    expect(closing.close({ commandId: commandIds(), day, ...counted }, manager)).toBe('done');
    clock.set('2020-03-12T19:00:00+08:00');
    expect(await enter({ soldAt: at('17:59'), number: 'A200000074' })).toBe('before-last-close');
  });

  it('takes the next number of its own day, whatever day it is keyed in on', async () => {
    const { enter, clock, sell, store } = afterTheBreakdown();
    sell(visitorNumber(2));
    clock.set('2020-03-13T09:00:00+08:00');
    sell(visitorNumber(1));
    expect(await enter()).toBe('done');
    expect(store.sales.last()?.receiptNumber).toBe('1090312-0002');
    sell(visitorNumber(3));
    expect(store.sales.last()?.receiptNumber).toBe('1090313-0002');
  });
});
