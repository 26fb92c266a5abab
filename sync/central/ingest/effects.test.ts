import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDays } from '#fixtures/books/any-days';
import { type Deed, openShopBooks } from '#fixtures/books/shop-books';
import { holderNumber, saleTo } from '#fixtures/central-kit';
import { createSetClock } from '#fixtures/counter-kit';
import { freshFolder } from '#fixtures/folder';
import { type Fact, type FactOf, noHash, parseFact, type TillId } from '#protocol';
import { type BusinessDay, businessDayOf, instantOf, maskKinds } from '#rules';
import type { CheckedEntry } from './batch-check.ts';
import { type Effects, effectsOf } from './effects.ts';
import { emptyBooks, type TillBooks } from './till-books.ts';

/** Lives through the days at a real till. @returns its books, open */
async function liveThrough(days: readonly Deed[]) {
  const clock = createSetClock('2020-03-12T08:30:00+08:00');
  const books = openShopBooks(freshFolder(), clock);
  for (const deed of days) {
    if (deed.do === 'pass') {
      clock.advance(deed.minutes * 60_000);
      books.lapseDue();
    } else if (deed.do !== 'restart') await books.carryOut(deed);
  }
  return books;
}

/** Tells the centre of entries in pieces of these sizes. @returns what stands, and what all pieces changed */
function tell(entries: readonly CheckedEntry[], sizes: readonly number[]) {
  let books = emptyBooks();
  const all: Effects[] = [];
  for (let from = 0, i = 0; from < entries.length; i++) {
    const size = sizes[i % sizes.length] ?? 1;
    const effects = effectsOf(books, entries.slice(from, from + size), 'not-yet');
    books = effects.books;
    all.push(effects);
    from += size;
  }
  return {
    books,
    sold: soldIn(all),
    purchases: all.flatMap((e) => e.purchases),
    voids: all.flatMap((e) => e.voids),
  };
}

/** Pieces sold and not taken back, by day, hour and kind: `2020-03-12 9 adult`. */
function soldIn(all: readonly Effects[]): Readonly<Record<string, number>> {
  const sum: Record<string, number> = {};
  for (const { day, hour, kind, pieces, voidedPieces } of all.flatMap((e) => e.sold)) {
    const name = `${day} ${hour} ${kind}`;
    sum[name] = (sum[name] ?? 0) + pieces - voidedPieces;
  }
  return withoutNone(sum);
}

const withoutNone = (sum: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(sum).filter(([, pieces]) => pieces !== 0));

/** The same, as the till has it. */
function soldAtTill({ store, time }: Awaited<ReturnType<typeof liveThrough>>) {
  const until = businessDayOf(time.now());
  const days = store.figures.daysBetween('2020-01-01' as BusinessDay, until);
  return withoutNone(
    Object.fromEntries(
      days.flatMap((day) =>
        store.figures
          .byHour(day)
          .flatMap((sold, hour) => maskKinds.map((kind) => [`${day} ${hour} ${kind}`, sold[kind]] as const)),
      ),
    ),
  );
}

it('what a till does means the same to the centre, however it is cut into batches', async () => {
  let told = 0;
  await fc.assert(
    fc.asyncProperty(
      anyDays,
      fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      async (days, sizes) => {
        const till = await liveThrough(days);
        const entries = [...till.store.journal.entriesAfter(0)].map((e) => ({
          ...e,
          fact: parseFact(e.fact),
        }));
        const { books, sold, purchases, voids } = tell(entries, sizes);
        told += entries.length;

        expect(sold).toEqual(soldAtTill(till));
        const today = businessDayOf(till.time.now());
        const kept = till.store.stock.on(today);
        const lots = [...books.lots.values()];
        for (const kind of maskKinds) {
          const sum = (some: typeof lots) =>
            some.reduce((n, lot) => n + (lot.kind === kind ? lot.pieces : 0), 0);
          const { onHand, promised, defective } = books.stock[kind];
          const due = sum(lots.filter(({ onSaleFrom }) => onSaleFrom <= today));
          const later = sum(lots.filter(({ onSaleFrom }) => onSaleFrom > today));
          expect({ onHand: onHand + due, promised, defective, notYetOnSale: later }).toEqual(kept[kind]);
        }
        const rows = (sql: string) => till.db.prepare(sql).all();
        const tickets = rows(
          `SELECT ticket_id AS id, session_id AS sessionId, mask_kind AS kind, pieces FROM tickets
         WHERE state = 'open' ORDER BY id`,
        );
        const open = [...books.tickets].map(([id, ticket]) => ({ id, ...ticket }));
        expect(open.sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(tickets);
        const takenBack = new Set(voids.map(({ seq }) => seq));
        expect(
          purchases.map(({ seq, ...purchase }) => ({ seq, ...purchase, voided: takenBack.has(seq) ? 1 : 0 })),
        ).toEqual(
          rows(
            `SELECT seq, sold_at AS at, day, holder_key AS holderKey, mask_kind AS kind, pieces,
             interval_days AS intervalDays, voided FROM sales ORDER BY seq`,
          ),
        );
        till.close();
      },
    ),
    { numRuns: 150 },
  );
  expect(told).toBeGreaterThan(1_000);
}, 240_000);

describe('entries', () => {
  const at = instantOf('2020-03-12T10:59:59+08:00');
  const entriesOf = (...facts: Fact[]): CheckedEntry[] =>
    facts.map((fact, i) => ({ seq: i + 1, at, hash: noHash, fact }));
  const books = (change: Partial<TillBooks> = {}): TillBooks => ({ ...emptyBooks(), ...change });
  const lines: FactOf<'sale-voided'>['lines'] = [
    { seq: 9, holderKey: holderNumber(1), maskKind: 'child', pieces: 5 },
  ];
  const voided = (change: Partial<FactOf<'sale-voided'>> = {}): FactOf<'sale-voided'> => ({
    ...{ kind: 'sale-voided', commandId: randomUUID(), receiptNumber: '1090312-0001' },
    ...{ day: businessDayOf(at), reason: 'other', note: '', ...change },
  });

  it('count sales and voids by the hour in Taipei, a paper form by what is written on it', () => {
    const paper = { formLine: '1-1', soldAt: instantOf('2020-03-11T09:30:00+08:00') };
    const { sold } = effectsOf(
      books(),
      entriesOf(saleTo(1, at), saleTo(2, at, { paper }), voided({ lines })),
      'before',
    );
    const none = { sales: 0, pieces: 0, voidedSales: 0, voidedPieces: 0 };
    expect(sold).toEqual([
      { day: '2020-03-12', hour: 10, kind: 'adult', ...none, sales: 1, pieces: 3 },
      { day: '2020-03-11', hour: 9, kind: 'adult', ...none, sales: 1, pieces: 3 },
      { day: '2020-03-12', hour: 10, kind: 'child', ...none, voidedSales: 1, voidedPieces: 5 },
    ]);
  });

  it('of a void on the next day take back from the hour and day of the sale, so that no day sells less than nothing', () => {
    const soldAt = instantOf('2020-03-11T09:30:00+08:00');
    const known = lines?.map((line) => ({ ...line, maskKind: 'adult' as const, pieces: 3, soldAt }));
    const sale = effectsOf(
      books(),
      [{ seq: 9, at: soldAt, hash: noHash, fact: saleTo(1, soldAt) }],
      'before',
    );
    const taken = effectsOf(sale.books, entriesOf(voided({ lines: known })), 'before');
    expect(taken.sold).toEqual([
      { day: '2020-03-11', hour: 9, kind: 'adult', sales: 0, pieces: 0, voidedSales: 1, voidedPieces: 3 },
    ]);
    expect([soldIn([sale]), soldIn([sale, taken])]).toEqual([{ '2020-03-11 9 adult': 3 }, {}]);
  });

  it('of a void that names its lines need no other entry', () => {
    const { voids, books: after } = effectsOf(books(), entriesOf(voided({ lines })), 'before');
    expect(voids).toEqual([{ seq: 9, holderKey: holderNumber(1) }]);
    expect(after.stock.child.onHand).toBe(5);
  });

  it('of a void that names only a receipt find its sales, as long as the till was not enrolled', () => {
    const first = effectsOf(books(), entriesOf(saleTo(1, at), saleTo(2, at)), 'not-yet');
    expect(first.receipts).toHaveLength(2);
    const { voids } = effectsOf(books({ receipts: first.books.receipts }), entriesOf(voided()), 'not-yet');
    expect(voids.map(({ seq }) => seq)).toEqual([1, 2]);
    const enrolled: Fact = { kind: 'enrolled', tillId: randomUUID() as TillId };
    expect(effectsOf(books(), entriesOf(enrolled, saleTo(1, at)), 'not-yet').receipts).toEqual([]);
  });

  it('after a fork begin from what the till says stands', () => {
    const bucket = { onHand: 10, promised: 3, defective: 1 };
    const ticketId = randomUUID();
    const day = businessDayOf(instantOf('2020-03-14T00:00:00+08:00'));
    const enrolled: Fact = {
      ...{ kind: 'enrolled', tillId: randomUUID() as TillId },
      standing: {
        stock: { adult: bucket, child: bucket },
        lots: [1, 2].map((pieces) => ({ kind: 'adult' as const, onSaleFrom: day, pieces })),
        tickets: [{ ticketId, sessionId: randomUUID(), kind: 'adult', pieces: 3 }],
      },
    };
    const cancelled: Fact = { kind: 'ticket-cancelled', commandId: randomUUID(), ticketId };
    const { books: after } = effectsOf(books(), entriesOf(saleTo(1, at), enrolled, cancelled), 'before');
    expect(after.stock).toEqual({ adult: { ...bucket, promised: 0 }, child: bucket });
    expect([...after.lots.values()]).toEqual([{ kind: 'adult', onSaleFrom: day, pieces: 3 }]);
  });

  it('leave what they were told of as it was', () => {
    const before = books();
    effectsOf(before, entriesOf(saleTo(1, at)), 'before');
    expect(before).toEqual(emptyBooks());
  });
});
