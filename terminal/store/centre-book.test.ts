import { describe, expect, it } from 'vitest';
import { commandIds, createCounterKit, visitorNumber } from '#fixtures/counter-kit';
import { freshFolder } from '#fixtures/folder';
import type { CentreKey, FeedItem, PublicKey, PurchaseMade, TillId } from '#protocol';
import { type BusinessDay, instantOf, leafletPolicy, type OutletCode, timeline2020 } from '#rules';
import { verify } from './verify.ts';

const holder = visitorNumber(2).record.key;
const tillId = '00000000-0000-4000-8000-000000000001' as TillId;
const march = instantOf('2020-03-12T08:00:00+08:00');

const purchase = (seq: number, day: string): PurchaseMade => ({
  id: { outlet: '592202A296' as OutletCode, tillId, seq },
  ...{ holderKey: holder, day: day as BusinessDay, at: march, kind: 'adult', pieces: 3, intervalDays: 7 },
});

function aBook() {
  const kit = createCounterKit(freshFolder());
  const { centre } = kit.store;
  const keep = (...items: FeedItem[]) => kit.store.transact(() => centre.keep(items));
  return { ...kit, book: centre, keep };
}

describe('the centre book', () => {
  it('takes the same item twice as one', () => {
    const { book, keep } = aBook();
    const side = {
      id: purchase(1, '2020-03-10').id,
      outletName: '平安藥局',
      day: '2020-03-10' as BusinessDay,
    };
    const sold = { ...side, at: march, kind: 'adult', pieces: 3 } as const;
    const items: FeedItem[] = [
      { kind: 'purchase-elsewhere', purchase: purchase(1, '2020-03-10') },
      { kind: 'conflict-found', conflictId: 'one', earlier: sold, later: sold },
      { kind: 'message', messageId: commandIds(), at: march, urgency: 'urgent', text: 'word' },
    ];
    keep(...items);
    book.markRead(book.messages()[0]?.messageId ?? '');
    keep(...items);
    expect(book.purchases.of(holder)).toHaveLength(1);
    expect(book.conflicts()).toEqual([{ conflictId: 'one', earlier: sold, later: sold }]);
    expect(book.messages()).toMatchObject([{ text: 'word', read: true }]);
    keep({ kind: 'conflict-ended', conflictId: 'one' }, { kind: 'purchase-gone', id: purchase(1, '').id });
    expect([book.conflicts(), book.purchases.of(holder)]).toEqual([[], []]);
  });

  it('has the centre’s whole word about a holder, and says whether it is news', () => {
    const { book, store } = aBook();
    const said = (...purchases: PurchaseMade[]) =>
      store.transact(() => book.purchases.replace(holder, purchases));
    expect(said(purchase(1, '2020-03-10'), purchase(2, '2020-03-03'))).toBe(true);
    expect(said(purchase(2, '2020-03-03'), purchase(1, '2020-03-10'))).toBe(false);
    expect(said(purchase(2, '2020-03-03'))).toBe(true);
    expect(book.purchases.of(holder)).toEqual([
      { day: '2020-03-03', kind: 'adult', pieces: 3, intervalDays: 7 },
    ]);
  });

  it('forgets a purchase on the day from which it hinders nobody', () => {
    const { book, keep } = aBook();
    keep({ kind: 'purchase-elsewhere', purchase: purchase(1, '2020-03-05') });
    book.purchases.forget('2020-03-11' as BusinessDay);
    expect(book.purchases.of(holder)).toHaveLength(1);
    book.purchases.forget('2020-03-12' as BusinessDay);
    expect(book.purchases.of(holder)).toEqual([]);
  });

  it('knows the till that was enrolled last, and every one before it', () => {
    const { book } = aBook();
    expect([book.enrolment(), book.tillIds()]).toEqual([null, []]);
    const publicKey = 'a'.repeat(64) as PublicKey;
    const centreKeys: CentreKey[] = [{ id: '0'.repeat(16), key: publicKey }];
    const second = '00000000-0000-4000-8000-000000000002' as TillId;
    book.keepEnrolment({ tillId, publicKey, centreKeys });
    book.keepEnrolment({ tillId: second, publicKey, centreKeys });
    expect(book.enrolment()).toEqual({ tillId: second, publicKey, centreKeys });
    expect(book.tillIds()).toEqual([tillId, second]);
  });
});

it('what follows from announced rules and confirmed deliveries is found whole by a verification', () => {
  const { store, db, time } = aBook();
  const announced = { number: 3, effective: '2020-04-09T00:00:00+08:00' };
  store.transact(() => {
    store.record({ kind: 'policy-installed', pack: leafletPolicy }, time.now());
    store.record({ kind: 'policy-installed', pack: timeline2020, announced }, time.now());
    const goods = { commandId: commandIds(), pieces: { adult: 5, child: 0 }, deliveryId: commandIds() };
    store.record({ kind: 'goods-in', ...goods }, time.now());
  });
  expect(store.policies.installed().map(({ from, number }) => [from, number])).toEqual([
    [null, null],
    [instantOf(announced.effective), 3],
  ]);
  expect(verify(db)).toMatchObject({ whole: true, entries: 3 });
  db.exec('DELETE FROM deliveries_received');
  expect(verify(db)).toMatchObject({ whole: false, table: 'deliveries_received' });
});
