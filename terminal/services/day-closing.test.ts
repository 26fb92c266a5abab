import { describe, expect, it } from 'vitest';
import { commandIds, createCounterKit, manager, visitorNumber } from '#fixtures/counter-kit';
import { freshFolder } from '#fixtures/folder';
import { type BusinessDay, timeline2020 } from '#rules';
import { verify } from '#store';
import { createDayClosing } from './day-closing.ts';
import { daysReport, salesReport } from './reports.ts';
import { createVoiding } from './voiding.ts';

const thursday = '2020-03-12' as BusinessDay;

function aDay(iso?: string) {
  const kit = createCounterKit(freshFolder(), { ...(iso ? { iso } : {}), policy: timeline2020 });
  let closes = 0;
  const closing = createDayClosing({
    ...kit,
    ...{ slips: 'printed', centre: 'none', onClosed: () => closes++ },
  });
  const voiding = createVoiding({ ...kit, slips: 'printed', onVoided: () => undefined });
  const close = (change: Partial<Parameters<typeof closing.close>[0]> = {}, actor = manager) =>
    closing.close(
      {
        ...{ commandId: commandIds(), day: thursday, countedCash: 30, note: '' },
        countedStock: { adult: 94, child: 50 },
        ...change,
      },
      actor,
    );
  const voidSale = (receiptNumber: string) =>
    voiding.voidSale({ commandId: commandIds(), receiptNumber, reason: 'wrong-card', note: '' }, manager);
  kit.stockUp({ adult: 100, child: 50 });
  return { ...kit, closing, close, voidSale, closes: () => closes };
}

describe('the figures of a day', () => {
  it('are what was sold, given back and delivered, and who bought', () => {
    const { sell, voidSale, closing, stockUp } = aDay();
    sell(visitorNumber(2));
    sell(visitorNumber(4), { pieces: 2 });
    sell(visitorNumber(5, 'child'), { kind: 'child', pieces: 5 });
    expect(voidSale('1090312-0002')).toBe('done');
    stockUp({ adult: 7, child: 0 });
    expect(closing.figures(thursday)).toEqual({
      sold: { adult: 5, child: 5 },
      sales: { adult: 2, child: 1 },
      salesAmount: 50,
      voids: { receipts: 1, pieces: { adult: 2, child: 0 }, amount: 10 },
      toRemit: 40,
      ...{ byHand: 0, paper: 0, persons: 2, sellingDay: 1, subsidy: 800 },
      received: { adult: 107, child: 50 },
      adjusted: { adult: 0, child: 0 },
    });
  });

  it.each([
    ['2020-04-08T09:00:00+08:00', 800],
    ['2020-04-09T09:00:00+08:00', 11],
  ])('of %s, with two persons, earn a packing subsidy of %d', (iso, subsidy) => {
    const { sell, closing } = aDay(iso);
    for (const n of [1, 2, 3, 4].filter((n) => iso.includes('04-09') || n % 2 === 1).slice(0, 2))
      sell(visitorNumber(n));
    const figures = closing.figures(iso.slice(0, 10) as BusinessDay);
    expect(figures).toMatchObject({ persons: 2, subsidy });
  });

  it('of a void belong to the day on which the money went back', () => {
    const { sell, voidSale, closing, clock } = aDay();
    sell(visitorNumber(2));
    clock.set('2020-03-13T10:00:00+08:00');
    voidSale('1090312-0001');
    expect(closing.figures(thursday)).toMatchObject({ toRemit: 15 });
    expect(closing.figures('2020-03-13' as BusinessDay)).toMatchObject({ toRemit: -15, salesAmount: 0 });
  });
});

describe('a close of day', () => {
  it('is kept with what was counted, printed, and no longer asked for', () => {
    const { sell, close, store, db, closes } = aDay();
    sell(visitorNumber(2));
    expect(store.dayCloses.daysToClose()).toEqual([thursday]);
    expect(close({ countedCash: 14 })).toBe('done');
    expect(store.dayCloses.last()?.closed).toMatchObject({
      ...{ number: 1, countedCash: 14, figures: { toRemit: 15 } },
      bookedStock: { adult: 97, child: 50 },
      countedStock: { adult: 94, child: 50 },
    });
    expect(store.printJobs.latestOf({ slip: 'day-close', reference: '2020-03-12/1' })).not.toBeNull();
    expect(store.dayCloses.daysToClose()).toEqual([]);
    expect(closes()).toBe(1);
    expect(verify(db)).toMatchObject({ whole: true });
  });

  it('is made again to put a wrong count right', () => {
    const { sell, close, store } = aDay();
    sell(visitorNumber(2));
    close({ countedCash: 51 });
    expect(close({ countedCash: 15 })).toBe('done');
    expect(store.dayCloses.last()?.closed).toMatchObject({ number: 2, countedCash: 15 });
  });

  it('is made again after a late sale, and replaces the first', () => {
    const { sell, close, store } = aDay();
    sell(visitorNumber(2));
    close();
    sell(visitorNumber(4));
    expect(store.dayCloses.daysToClose()).toEqual([thursday]);
    expect(close()).toBe('done');
    expect(store.dayCloses.last()?.closed).toMatchObject({ number: 2, figures: { toRemit: 30 } });
  });

  it('is asked for while a day before was not closed', () => {
    const { sell, clock, close, store } = aDay();
    sell(visitorNumber(2));
    clock.set('2020-03-13T09:00:00+08:00');
    sell(visitorNumber(1));
    expect(close({ day: '2020-03-13' as BusinessDay })).toBe('done');
    expect(store.dayCloses.daysToClose()).toEqual([thursday]);
    expect(close()).toBe('done');
  });

  it('is refused to staff, for a day ahead, and for a day on which nothing happened', () => {
    const { sell, close } = aDay();
    expect(close()).toBe('nothing-to-close');
    sell(visitorNumber(2));
    expect(close({ day: '2020-03-13' as BusinessDay })).toBe('nothing-to-close');
    expect(close({}, { ...manager, role: 'staff' })).toBe('not-your-right');
  });

  it('sent twice is made once', () => {
    const { sell, close, store } = aDay();
    sell(visitorNumber(2));
    const commandId = commandIds();
    for (let i = 0; i < 2; i++) expect(close({ commandId })).toBe('done');
    expect(store.dayCloses.of(thursday)).toHaveLength(1);
  });
});

describe('a report', () => {
  it('begins with the mark by which a spreadsheet knows UTF-8, and has a row for each day', () => {
    const { sell, close, store, closing } = aDay();
    sell(visitorNumber(2));
    close();
    const text = [...daysReport({ store, dayClosing: closing }, thursday, thursday)].join('');
    expect(text.charCodeAt(0)).toBe(0xfeff);
    const [, row] = text.split('\r\n');
    expect(row).toBe('2020-03-12,3,0,1,0,15,0,0,15,1,0,0,1,800,100,50,0,0,1,30,94,50');
  });

  it('never lets a spreadsheet take a text for a formula', () => {
    const { sell, store, closing, time } = aDay();
    for (const [i, name] of ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', 'a"b'].entries()) {
      const by = `00000000-0000-4000-8000-00000000001${i}` as typeof manager.operatorId;
      const kept = { kind: 'operator-kept', commandId: commandIds(), operatorId: by, name } as const;
      store.transact(() => store.record({ ...kept, role: 'staff', active: true }, time.now()));
      sell(visitorNumber(2 * i + 2), {}, { operatorId: by, role: 'staff' });
    }
    const rows = [...salesReport({ store, dayClosing: closing }, thursday, thursday)].slice(1);
    const lastCells = rows.map((row) => row.trimEnd().split(',').at(-1));
    expect(lastCells).toEqual([`"'=1+1"`, `"'+1"`, `"'-1"`, `"'@SUM(A1)"`, `"'\tx"`, '"a""b"']);
  });
});
