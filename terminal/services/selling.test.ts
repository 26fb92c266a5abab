import { describe, expect, it } from 'vitest';
import { commandIds, createCounterKit, visitorNumber } from '#fixtures/counter-kit';
import { freshFolder } from '#fixtures/folder';
import { storageFault, verify } from '#store';

function kitWithGoods(adult = 100, child = 100) {
  const kit = createCounterKit(freshFolder());
  kit.stockKeeping.goodsIn(commandIds(), { adult, child });
  return kit;
}

const adult = { kind: 'adult', pieces: 3, confirmed: false } as const;

describe('a sale', () => {
  it('is one journal entry, a purchase, a stock movement and a slip to print', () => {
    const { selling, store, db } = kitWithGoods();
    const outcome = selling.sell({ visitor: visitorNumber(2), ...adult });
    expect(outcome).toMatchObject({ outcome: 'sold', sale: { receiptNumber: '1090312-0001', pieces: 3 } });
    expect(store.stock.onSale()).toEqual({ adult: 97, child: 100 });
    expect(store.sales.of(visitorNumber(2).record.key)).toHaveLength(1);
    expect(store.printJobs.next()).toMatchObject({ receiptNumber: '1090312-0001', copy: 0, state: 'queued' });
    expect(verify(db)).toMatchObject({ whole: true, entries: 2 });
  });

  it('asked for again for the same visit is the sale that was made', () => {
    const { selling, store } = kitWithGoods();
    const first = selling.sell({ visitor: visitorNumber(2), ...adult });
    const again = selling.sell({ visitor: visitorNumber(2), ...adult });
    expect(again).toEqual(first);
    expect(store.stock.onSale().adult).toBe(97);
    expect(store.printJobs.waiting()).toBe(1);
  });

  it('to the same card at another visit is refused within the interval', () => {
    const { selling, clock, store } = kitWithGoods();
    selling.sell({ visitor: visitorNumber(2), ...adult });
    clock.set('2020-03-18T23:59:59+08:00');
    expect(selling.sell({ visitor: visitorNumber(2, 2), ...adult }).outcome).toBe('not-allowed');
    clock.set('2020-03-19T00:00:00+08:00');
    expect(selling.sell({ visitor: visitorNumber(2, 3), ...adult }).outcome).toBe('sold');
    expect(store.stock.onSale().adult).toBe(94);
  });

  it('of more than is offered is refused, and so is a kind that is not', () => {
    const { selling } = kitWithGoods();
    expect(selling.sell({ visitor: visitorNumber(2), ...adult, pieces: 4 }).outcome).toBe('not-allowed');
    expect(selling.sell({ visitor: visitorNumber(2), ...adult, kind: 'child' }).outcome).toBe('not-allowed');
  });

  it('of the last masks leaves nothing for the next card', () => {
    const { selling, store } = kitWithGoods(3, 0);
    expect(selling.sell({ visitor: visitorNumber(2), ...adult }).outcome).toBe('sold');
    expect(selling.decide(visitorNumber(4))).toMatchObject({ verdict: 'may-not', reason: 'sold-out' });
    expect(selling.sell({ visitor: visitorNumber(4), ...adult }).outcome).toBe('not-allowed');
    expect(store.stock.onSale().adult).toBe(0);
  });

  it('in doubt needs a person, and the journal says what that person looked at', () => {
    const { selling, store } = kitWithGoods();
    const visitor = { ...visitorNumber(2), doubts: ['issued-in-future' as const] };
    expect(selling.sell({ visitor, ...adult }).outcome).toBe('confirmation-needed');
    expect(selling.sell({ visitor, ...adult, confirmed: true }).outcome).toBe('sold');
    expect([...store.journal.entriesAfter(1)][0]?.fact).toContain('"confirmed":["issued-in-future"]');
  });

  it('numbers its receipts within the day', () => {
    const { selling, clock, store } = kitWithGoods();
    for (const n of [2, 4, 6]) selling.sell({ visitor: visitorNumber(n), ...adult });
    clock.set('2020-03-13T08:00:00+08:00');
    selling.sell({ visitor: visitorNumber(1), ...adult });
    expect(store.sales.last()?.receiptNumber).toBe('1090313-0001');
    expect(store.sales.byReceipt('1090312-0003')?.visitId).toBe('visit-6-1');
  });

  it('keeps no more of a person than the hash, the birth year, the masked name and three digits', () => {
    const { selling, store } = kitWithGoods();
    selling.sell({ visitor: visitorNumber(2), ...adult });
    const [entry] = [...store.journal.entriesAfter(1)];
    expect(Object.keys(JSON.parse(entry?.fact ?? '{}').holder)).toEqual([
      'key',
      'birthYear',
      'maskedName',
      'lastThree',
    ]);
  });
});

describe('a clock set back', () => {
  it('turns a verdict into a question, counts days from the last entry, and never goes back in the journal', () => {
    const { selling, clock, store, db } = kitWithGoods();
    selling.sell({ visitor: visitorNumber(2), ...adult });
    clock.set('2020-03-05T09:00:00+08:00');
    expect(selling.decide(visitorNumber(4))).toMatchObject({ verdict: 'confirm', reasons: ['clock-behind'] });
    expect(selling.sell({ visitor: visitorNumber(4), ...adult, confirmed: true }).outcome).toBe('sold');
    expect(store.sales.last()?.day).toBe('2020-03-12');
    expect(verify(db)).toMatchObject({ whole: true });
  });
});

describe('a full disk', () => {
  it('refuses the sale, leaves nothing of it behind, and sells again once there is room', () => {
    const { selling, store, db } = kitWithGoods(19_000);
    const pages = db.pragma('page_count', { simple: true }) as number;
    db.pragma(`max_page_count = ${pages}`);
    let n = 2;
    let fault: ReturnType<typeof storageFault> = null;
    // The pages that are there still have room for some sales; then SQLite itself says that it is full.
    while (fault === null && n < 4000) {
      try {
        selling.sell({ visitor: visitorNumber(n), ...adult });
        n += 10;
      } catch (error) {
        fault = storageFault(error);
      }
    }
    expect(fault).toBe('storage-full');
    const [entries, stock] = [store.journal.head().seq, store.stock.onSale().adult];
    expect(verify(db)).toMatchObject({ whole: true, entries });
    db.pragma('max_page_count = 100000');
    expect(selling.sell({ visitor: visitorNumber(n), ...adult }).outcome).toBe('sold');
    expect(store.stock.onSale().adult).toBe(stock - 3);
  });
});
