import { describe, expect, it } from 'vitest';
import { commandIds, createCounterKit, manager, visitorNumber } from '#fixtures/counter-kit';
import { pharmacist } from '#fixtures/desk-kit';
import { freshFolder } from '#fixtures/folder';
import type { FeedItemOf, TillId } from '#protocol';
import { type BusinessDay, instantOf, type OutletCode } from '#rules';
import { verify } from '#store';
import { createReviewing, type SignOff } from './reviewing.ts';
import { createVoiding } from './voiding.ts';

/** A counter whose cards are all keyed in. */
function aReview(iso = '2020-03-12T09:00:00+08:00') {
  const kit = createCounterKit(freshFolder(), { iso });
  kit.stockUp({ adult: 2_000, child: 0 });
  const reviewing = createReviewing(kit);
  const voiding = createVoiding({ ...kit, slips: 'none', onVoided: () => undefined });
  let sold = 0;
  /** @returns the receipt's number */
  const sellByHand = (way: 'chip' | 'identity-card' = 'identity-card'): string => {
    const number = ++sold * 10;
    const visitor = { ...visitorNumber(number), identifiedBy: way };
    const sale = kit.sell(visitor, { visitId: `visit-${sold}`, confirmed: true });
    expect(sale).toMatchObject({ outcome: 'sold' });
    return kit.store.sales.last()?.receiptNumber ?? '';
  };
  const signOff = (order: Partial<SignOff>, actor = manager) =>
    reviewing.signOff({ commandId: commandIds(), receipts: [], conflicts: [], ...order }, actor);
  return { ...kit, reviewing, voiding, sellByHand, signOff };
}

const conflict = (n: number): FeedItemOf<'conflict-found'> => {
  const side = {
    ...{ outletName: '甲', day: '2020-03-12' as BusinessDay, at: instantOf('2020-03-12T09:00:00+08:00') },
    ...{ kind: 'adult' as const, pieces: 3 },
    id: { outlet: '5901010058' as OutletCode, tillId: commandIds() as TillId, seq: n },
  };
  return { kind: 'conflict-found', conflictId: `conflict-${n}`, earlier: side, later: side };
};

describe('what is to be looked at', () => {
  it('stays open over midnight, until a manager signs it off', () => {
    const { clock, reviewing, sellByHand, signOff, store, db } = aReview();
    sellByHand('chip');
    const receipt = sellByHand();
    clock.set('2020-03-17T09:00:00+08:00');
    const later = sellByHand();
    expect(reviewing.open()).toEqual({ byHand: 2, paper: 0, conflicts: 0 });
    expect(signOff({ receipts: [receipt] })).toBe('done');
    expect(reviewing.open().byHand).toBe(1);
    expect(store.reviews.openPage(null)).toEqual({ receiptNumbers: [later], next: null });
    expect(store.reviews.ofReceipt(receipt)).toEqual({
      ...{ at: instantOf('2020-03-17T09:00:00+08:00'), by: manager.operatorId },
    });
    expect(verify(db)).toMatchObject({ whole: true });
  });

  it('is signed off by a manager, once, and only what is there', () => {
    const { reviewing, sellByHand, signOff, store } = aReview();
    const receipt = sellByHand();
    expect(signOff({ receipts: [receipt] }, pharmacist)).toBe('not-your-right');
    expect(signOff({ receipts: [receipt, '1090312-0999'] })).toBe('unknown');
    expect(reviewing.open().byHand).toBe(1);
    const commandId = commandIds();
    expect(signOff({ commandId, receipts: [receipt] })).toBe('done');
    const { seq } = store.journal.head();
    expect(signOff({ commandId, receipts: [receipt] })).toBe('done');
    expect(signOff({ receipts: [receipt] })).toBe('done');
    expect(store.journal.head().seq).toBe(seq);
  });

  it('is no longer a sale that was voided', () => {
    const { reviewing, voiding, sellByHand, store } = aReview();
    const receiptNumber = sellByHand();
    voiding.voidSale({ commandId: commandIds(), receiptNumber, reason: 'not-paid', note: '' }, manager);
    expect(reviewing.open().byHand).toBe(0);
    const day = '2020-03-12' as BusinessDay;
    expect(store.reviews.pageOf(day, day, null).receiptNumbers).toEqual([receiptNumber]);
  });

  it('comes in pages, so that none is left out, and the rest follows what was signed off', () => {
    const { sellByHand, signOff, store } = aReview('2020-03-15T09:00:00+08:00');
    const day = '2020-03-15' as BusinessDay;
    const receipts = Array.from({ length: 120 }, () => sellByHand());
    const pages = (page: (past: number | null) => ReturnType<typeof store.reviews.openPage>) => {
      const first = page(null);
      const second = page(first.next);
      return [first, second, page(second.next)].map(({ receiptNumbers }) => receiptNumbers);
    };
    const parts = [receipts.slice(0, 50), receipts.slice(50, 100), receipts.slice(100)];
    expect(pages(store.reviews.openPage)).toEqual(parts);
    const newest = receipts.toReversed();
    expect(pages((past) => store.reviews.pageOf(day, day, past))).toEqual([
      ...[newest.slice(0, 50), newest.slice(50, 100), newest.slice(100)],
    ]);
    signOff({ receipts: parts[0] ?? [] });
    expect(store.reviews.openPage(null).receiptNumbers).toEqual(parts[1]);
  });
});

describe('a conflict', () => {
  it('is counted until it is signed off or has ended, however many there are', () => {
    const { reviewing, signOff, store, db } = aReview();
    const found = Array.from({ length: 60 }, (_, i) => conflict(i + 1));
    store.transact(() => store.centre.keep(found));
    expect(reviewing.open().conflicts).toBe(60);
    store.transact(() => store.centre.keep([{ kind: 'conflict-ended', conflictId: 'conflict-1' }]));
    expect(signOff({ conflicts: ['conflict-1', 'conflict-2', 'conflict-999'] })).toBe('done');
    expect(reviewing.open().conflicts).toBe(58);
    expect(store.reviews.ofConflict('conflict-2')).toMatchObject({ by: manager.operatorId });
    expect(store.reviews.ofConflict('conflict-1')).toBeNull();
    // What nobody looked at comes before it.
    expect(store.centre.conflicts().map(({ conflictId }) => conflictId)).not.toContain('conflict-2');
    expect(verify(db)).toMatchObject({ whole: true });
  });
});
