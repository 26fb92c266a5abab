import { describe, expect, it } from 'vitest';
import { commandIds, createCounterKit, manager, visitorNumber } from '#fixtures/counter-kit';
import { freshFolder } from '#fixtures/folder';
import { type Actor, instantOf, type OperatorId } from '#rules';
import { verify } from '#store';
import { createVoiding } from './voiding.ts';

const staff = (n: number): Actor => ({
  operatorId: `00000000-0000-4000-8000-0000000000b${n}` as OperatorId,
  role: 'staff',
});

function aShop() {
  const kit = createCounterKit(freshFolder());
  kit.stockUp({ adult: 10, child: 10 });
  const voiding = createVoiding({ ...kit, slips: 'printed', onVoided: () => undefined });
  const voidSale = (receiptNumber: string, actor: Actor = manager, commandId = commandIds()) =>
    voiding.voidSale({ commandId, receiptNumber, reason: 'wrong-card', note: '' }, actor);
  return { ...kit, voiding, voidSale };
}

describe('a void', () => {
  it('gives back stock and quota, and a slip says so', () => {
    const { sell, voidSale, onHand, store, db } = aShop();
    sell(visitorNumber(2));
    expect(voidSale('1090312-0001')).toBe('done');
    expect(onHand()).toEqual({ adult: 10, child: 10 });
    expect(sell(visitorNumber(2), { visitId: 'again' }).outcome).toBe('sold');
    expect(store.sales.byReceipt('1090312-0001')?.voided).toMatchObject({
      reason: 'wrong-card',
      day: '2020-03-12',
    });
    expect(store.printJobs.latestOf({ slip: 'void', reference: '1090312-0001' })).not.toBeNull();
    expect(verify(db)).toMatchObject({ whole: true });
  });

  it('names in its entry what it takes back, card by card, so that the centre needs no other', () => {
    const { sell, voidSale, store, clock } = aShop();
    sell(visitorNumber(2));
    clock.set('2020-03-13T15:00:00+08:00');
    voidSale('1090312-0001');
    const [entry] = store.journal.page(store.journal.head().seq - 1, 1);
    expect(JSON.parse(entry?.fact ?? '').lines).toEqual([
      {
        ...{ seq: 2, holderKey: visitorNumber(2).record.key, maskKind: 'adult', pieces: 3 },
        soldAt: instantOf('2020-03-12T09:00:00+08:00'),
      },
    ]);
  });

  it('takes back all cards of a visit', () => {
    const { selling, voidSale, onHand, store } = aShop();
    const line = (n: number, kind: 'adult' | 'child', pieces: number) => ({
      ...{ visitor: visitorNumber(n, kind), kind, pieces, confirmed: false, ticketId: null },
    });
    selling.sell({ visitId: 'v', lines: [line(2, 'adult', 3), line(5, 'child', 5)], actor: manager });
    expect(onHand()).toEqual({ adult: 7, child: 5 });
    voidSale('1090312-0001');
    expect(onHand()).toEqual({ adult: 10, child: 10 });
    expect(store.sales.of(visitorNumber(5).record.key)).toEqual([]);
  });

  it('is made once: of a voided sale there is none, and a command sent twice is one', () => {
    const { sell, voidSale, onHand } = aShop();
    sell(visitorNumber(2));
    const command = commandIds();
    expect(voidSale('1090312-0001', manager, command)).toBe('done');
    expect(voidSale('1090312-0001', manager, command)).toBe('done');
    expect(voidSale('1090312-0001')).toBe('voided-already');
    expect(onHand().adult).toBe(10);
    expect(voidSale('1090312-0099')).toBe('unknown');
  });

  it('is for who made the sale, on its day; for a manager always', () => {
    const { sell, voidSale, clock, voiding, store } = aShop();
    for (const n of [2, 4, 6]) sell(visitorNumber(n), {}, staff(1));
    expect(voidSale('1090312-0001', staff(2))).toBe('not-your-right');
    expect(voidSale('1090312-0001', staff(1))).toBe('done');
    clock.set('2020-03-13T00:00:00+08:00');
    expect(voidSale('1090312-0002', staff(1))).toBe('not-your-right');
    const receipt = store.sales.byReceipt('1090312-0002') ?? expect.fail('a sale');
    expect([voiding.mayVoid(receipt, staff(1)), voiding.mayVoid(receipt, manager)]).toEqual([false, true]);
    expect(voidSale('1090312-0002')).toBe('done');
  });
});
