import { describe, expect, it } from 'vitest';
import { createCounterKit, visitorNumber } from '#fixtures/counter-kit';
import { freshFolder } from '#fixtures/folder';
import type { PurchaseMade } from '#protocol';
import type { HolderKey } from '#rules';
import { storageFault, verify } from '#store';

function kitWithGoods(adult = 100, child = 100) {
  const kit = createCounterKit(freshFolder());
  kit.stockUp({ adult, child });
  return kit;
}

describe('a sale', () => {
  it('is one journal entry, a purchase, a stock movement and a slip to print', () => {
    const { sell, store, db, onHand } = kitWithGoods();
    const outcome = sell(visitorNumber(2));
    expect(outcome).toMatchObject({
      outcome: 'sold',
      receipt: { receiptNumber: '1090312-0001', lines: [{ pieces: 3 }] },
    });
    expect(onHand()).toEqual({ adult: 97, child: 100 });
    expect(store.sales.of(visitorNumber(2).record.key)).toHaveLength(1);
    expect(store.printJobs.next()).toMatchObject({ slip: 'receipt', reference: '1090312-0001', copy: 0 });
    expect(verify(db)).toMatchObject({ whole: true, entries: 2 });
  });

  it('asked for again for the same visit is the sale that was made', () => {
    const { sell, store, onHand } = kitWithGoods();
    const first = sell(visitorNumber(2));
    const again = sell(visitorNumber(2));
    expect(again).toEqual(first);
    expect(onHand().adult).toBe(97);
    expect(store.printJobs.waiting()).toBe(1);
  });

  it('to the same card at another visit is refused within the interval', () => {
    const { sell, clock, onHand } = kitWithGoods();
    sell(visitorNumber(2));
    clock.set('2020-03-18T23:59:59+08:00');
    expect(sell(visitorNumber(2), { visitId: 'visit-2' }).outcome).toBe('not-allowed');
    clock.set('2020-03-19T00:00:00+08:00');
    expect(sell(visitorNumber(2), { visitId: 'visit-3' }).outcome).toBe('sold');
    expect(onHand().adult).toBe(94);
  });

  it('of more than is offered is refused, and so is a kind that is not', () => {
    const { sell } = kitWithGoods();
    expect(sell(visitorNumber(2), { pieces: 4 }).outcome).toBe('not-allowed');
    expect(sell(visitorNumber(2), { kind: 'child' }).outcome).toBe('not-allowed');
  });

  it('of the last masks leaves nothing for the next card', () => {
    const { sell, onHand, decide } = kitWithGoods(3, 0);
    expect(sell(visitorNumber(2)).outcome).toBe('sold');
    expect(decide(visitorNumber(4))).toMatchObject({ verdict: 'may-not', reason: 'sold-out' });
    expect(sell(visitorNumber(4)).outcome).toBe('not-allowed');
    expect(onHand().adult).toBe(0);
  });

  it('in doubt needs a person, and the journal says what that person looked at', () => {
    const { sell, store } = kitWithGoods();
    const visitor = { ...visitorNumber(2), doubts: ['issued-in-future' as const] };
    expect(sell(visitor).outcome).toBe('confirmation-needed');
    expect(sell(visitor, { confirmed: true }).outcome).toBe('sold');
    expect([...store.journal.entriesAfter(1)][0]?.fact).toContain('"confirmed":["issued-in-future"]');
  });

  it('numbers its receipts within the day', () => {
    const { sell, clock, store } = kitWithGoods();
    for (const n of [2, 4, 6]) sell(visitorNumber(n));
    clock.set('2020-03-13T08:00:00+08:00');
    sell(visitorNumber(1));
    expect(store.sales.last()?.receiptNumber).toBe('1090313-0001');
    expect(store.sales.byReceipt('1090312-0003')?.visitId).toBe('visit-00000006');
  });

  it('keeps no more of a person than the hash, the birth year, the masked name and three digits', () => {
    const { sell, store } = kitWithGoods();
    sell(visitorNumber(2));
    const [entry] = [...store.journal.entriesAfter(1)];
    expect(Object.keys(JSON.parse(entry?.fact ?? '{}').holder)).toEqual([
      'key',
      'birthYear',
      'maskedName',
      'lastThree',
    ]);
  });
});

describe('a purchase that counts', () => {
  const former = visitorNumber(2);
  /** The same person, once the till has the country's secret. */
  const now = { ...visitorNumber(1002), formerKeys: [former.record.key] };
  const said = (holderKey: HolderKey) => ({
    id: { outlet: '592202A296', tillId: '00000000-0000-4000-8000-000000000001', seq: 7 },
    ...{ holderKey, day: '2020-03-10', at: 1_583_800_000_000, kind: 'adult', pieces: 3, intervalDays: 7 },
  });
  const tell = ({ store }: ReturnType<typeof kitWithGoods>, holderKey: HolderKey) =>
    store.transact(() => store.centre.purchases.replace(holderKey, [said(holderKey) as PurchaseMade]));

  it('was made here under a key of before the enrolment', () => {
    const { sell, decide } = kitWithGoods();
    sell(former);
    expect(decide(now)).toMatchObject({ verdict: 'may-not', reason: 'bought-recently' });
    expect(decide(visitorNumber(1002))).toMatchObject({ verdict: 'may-buy' });
  });

  it('was made elsewhere, as far as the centre has said', () => {
    const kit = kitWithGoods();
    tell(kit, now.record.key);
    expect(kit.decide(now)).toMatchObject({ verdict: 'may-not', lastPurchase: { day: '2020-03-10' } });
    expect(kit.sell(now).outcome).toBe('not-allowed');
  });
});

describe('a clock set back', () => {
  it('turns a verdict into a question, counts days from the last entry, and never goes back in the journal', () => {
    const { sell, decide, clock, store, db } = kitWithGoods();
    sell(visitorNumber(2));
    clock.set('2020-03-05T09:00:00+08:00');
    expect(decide(visitorNumber(4))).toMatchObject({ verdict: 'confirm', reasons: ['clock-behind'] });
    expect(sell(visitorNumber(4), { confirmed: true }).outcome).toBe('sold');
    expect(store.sales.last()?.day).toBe('2020-03-12');
    expect(verify(db)).toMatchObject({ whole: true });
  });
});

describe('a full disk', () => {
  it('refuses the sale, leaves nothing of it behind, and sells again once there is room', () => {
    const { sell, store, db, onHand } = kitWithGoods(19_000);
    const pages = db.pragma('page_count', { simple: true }) as number;
    db.pragma(`max_page_count = ${pages}`);
    let n = 2;
    let fault: ReturnType<typeof storageFault> = null;
    // The pages that are there still have room for some sales; then SQLite itself says that it is full.
    while (fault === null && n < 4000) {
      try {
        sell(visitorNumber(n));
        n += 10;
      } catch (error) {
        fault = storageFault(error);
      }
    }
    expect(fault).toBe('storage-full');
    const [entries, stock] = [store.journal.head().seq, onHand().adult];
    expect(verify(db)).toMatchObject({ whole: true, entries });
    db.pragma('max_page_count = 100000');
    expect(sell(visitorNumber(n)).outcome).toBe('sold');
    expect(onHand().adult).toBe(stock - 3);
  });
});
