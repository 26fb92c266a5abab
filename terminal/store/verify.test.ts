import type { Database } from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { commandIds, createCounterKit, visitorNumber } from '#fixtures/counter-kit';
import { freshFolder } from '#fixtures/folder';
import { createJournal } from '#journal';
import { instant } from '#rules';
import { verify } from './verify.ts';

/** A day with goods, three sales and a copy. */
function aDay(): Database {
  const { sell, stockUp, store, time, db } = createCounterKit(freshFolder());
  store.transact(() => store.record({ kind: 'policy-installed', pack: createPack() }, time.now()));
  stockUp({ adult: 50, child: 20 });
  for (const n of [2, 4, 6]) sell(visitorNumber(n));
  store.transact(() =>
    store.record(
      { kind: 'receipt-copied', commandId: commandIds(), receiptNumber: '1090312-0002', copy: 1 },
      time.now(),
    ),
  );
  return db;
}

const createPack = () => createCounterKit(freshFolder()).policy;

describe('verification', () => {
  it('finds a day whole, and changes nothing', () => {
    const db = aDay();
    const before = db.prepare('SELECT total_changes()').pluck().get();
    expect(verify(db)).toMatchObject({ whole: true, entries: 6 });
    expect(db.prepare('SELECT total_changes()').pluck().get()).toBe(before);
  });

  it.each([
    ['a sale was taken out', `DELETE FROM sales WHERE seq = 4`, 'sales', '4'],
    ['a sale was changed', `UPDATE sales SET pieces = 2 WHERE seq = 5`, 'sales', '5'],
    [
      'stock was changed',
      `UPDATE stock SET on_hand = on_hand + 1 WHERE mask_kind = 'child'`,
      'stock',
      'child',
    ],
    ['a copy was forgotten', `DELETE FROM slip_copies`, 'slip_copies', 'receipt'],
    [
      'a sale was put in',
      `INSERT INTO sales SELECT 99, at, sold_at, visit_id, receipt_number, day, holder_key, last_three, mask_kind, pieces,
        unit_price, interval_days, role, identified_by, form_line, contested, ticket_id, operator_id, hash, voided, review_seq
        FROM sales WHERE seq = 3`,
      'sales',
      '99',
    ],
  ])('notices that %s', (_what, sql, table, row) => {
    const db = aDay();
    db.exec(sql);
    expect(verify(db)).toEqual({ whole: false, fault: 'projection', table, row });
  });

  it('notices that the journal itself was rewritten', () => {
    const db = aDay();
    db.exec('DROP TRIGGER journal_is_never_changed');
    db.exec(`UPDATE journal SET fact = replace(fact, '"pieces":3', '"pieces":1') WHERE seq = 4`);
    expect(verify(db)).toMatchObject({
      whole: false,
      fault: 'chain',
      broken: { seq: 4, fault: 'wrong-hash' },
    });
  });

  it('names an entry that this version cannot read', () => {
    const { db } = createCounterKit(freshFolder());
    createJournal(db).append(JSON.parse('{"kind":"from-the-future"}'), instant(1));
    expect(verify(db)).toMatchObject({ whole: false, fault: 'entry', seq: 1 });
  });
});
