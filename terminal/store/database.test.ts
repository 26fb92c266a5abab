import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { commandIds, visitorNumber } from '#fixtures/counter-kit';
import { freshFolder } from '#fixtures/folder';
import { createJournal } from '#journal';
import { businessDayOf, instantOf } from '#rules';
import { databaseFile, openDatabase, openForReading } from './database.ts';
import { StoreRefused } from './faults.ts';
import { lockFolder } from './lock.ts';
import { createStore } from './store.ts';
import { verify } from './verify.ts';

const refusalOf = (work: () => unknown): string => {
  try {
    work();
    return 'none';
  } catch (error) {
    return error instanceof StoreRefused ? error.refusal : String(error);
  }
};

/** What a refusal must leave as it was. */
const bytesOf = (folder: string) => readFileSync(databaseFile(folder));

describe('the database', () => {
  it('keeps synchronous = FULL after the first write, at the first start and later', () => {
    const folder = freshFolder();
    for (let start = 1; start <= 2; start++) {
      const db = openDatabase(folder);
      db.exec('UPDATE stock SET on_hand = on_hand');
      expect(db.pragma('synchronous', { simple: true })).toBe(2);
      expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
      db.close();
    }
  });

  it('refuses a file that is no database, and leaves it alone', () => {
    const folder = freshFolder();
    writeFileSync(databaseFile(folder), 'not a database at all, but long enough to be looked at'.repeat(50));
    const before = bytesOf(folder);
    expect(refusalOf(() => openDatabase(folder))).toBe('damaged');
    expect(bytesOf(folder).equals(before)).toBe(true);
  });

  it('refuses the database of another program', () => {
    const folder = freshFolder();
    const other = new Sqlite(databaseFile(folder));
    other.exec('CREATE TABLE somebody_elses (x)');
    other.close();
    expect(refusalOf(() => openDatabase(folder))).toBe('damaged');
  });

  it('refuses a till database with a damaged page, and leaves it alone', () => {
    const folder = freshFolder();
    const db = openDatabase(folder);
    for (let seq = 1; seq <= 200; seq++) {
      db.prepare('INSERT INTO journal VALUES (?, 1, ?, ?, ?)').run(seq, 'x'.repeat(500), 'a', 'b');
    }
    db.close();
    const bytes = bytesOf(folder);
    bytes.fill(0xff, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 4096);
    writeFileSync(databaseFile(folder), bytes);
    expect(refusalOf(() => openDatabase(folder))).toBe('damaged');
    expect(bytesOf(folder).equals(bytes)).toBe(true);
  });

  it('refuses a database of a newer version, and leaves it alone', () => {
    const folder = freshFolder();
    const db = openDatabase(folder);
    db.pragma('user_version = 9999');
    db.close();
    const before = bytesOf(folder);
    expect(refusalOf(() => openDatabase(folder))).toBe('newer-version');
    expect(refusalOf(() => openForReading(folder))).toBe('newer-version');
    expect(bytesOf(folder).equals(before)).toBe(true);
  });

  it('takes an empty file for a first start that was cut off', () => {
    const folder = freshFolder();
    writeFileSync(databaseFile(folder), '');
    expect(refusalOf(() => openDatabase(folder).close())).toBe('none');
  });

  it('opens what a power cut left behind: a copy with its write-ahead log', () => {
    const [folder, copy] = [freshFolder(), freshFolder()];
    const db = openDatabase(folder);
    db.exec(`UPDATE stock SET on_hand = 7 WHERE mask_kind = 'adult'`);
    for (const file of ['till.db', 'till.db-wal']) copyFileSync(join(folder, file), join(copy, file));
    db.close();
    const reopened = openDatabase(copy);
    expect(reopened.prepare(`SELECT on_hand FROM stock WHERE mask_kind = 'adult'`).pluck().get()).toBe(7);
    reopened.close();
  });

  it('never changes or shortens the journal', () => {
    const db = openDatabase(freshFolder());
    db.prepare('INSERT INTO journal VALUES (1, 1, ?, ?, ?)').run('{}', 'a', 'b');
    expect(() => db.exec('UPDATE journal SET at = 2')).toThrow('append-only');
    expect(() => db.exec('DELETE FROM journal')).toThrow('append-only');
    db.close();
  });

  it('never lets the stock fall below zero', () => {
    const db = openDatabase(freshFolder());
    expect(() => db.exec('UPDATE stock SET on_hand = on_hand - 1')).toThrow('CHECK');
    db.close();
  });
});

describe('a data folder', () => {
  it('belongs to one till at a time', () => {
    const folder = freshFolder();
    const giveBack = lockFolder(folder);
    expect(refusalOf(() => lockFolder(folder))).toBe('in-use');
    giveBack();
    expect(refusalOf(() => lockFolder(folder)())).toBe('none');
  });

  it('of the first version is brought up to date from its journal, slips that wait included', () => {
    const folder = freshFolder();
    const before = new Sqlite(databaseFile(folder));
    before.exec(readFileSync(join(import.meta.dirname, 'migrations/0001-till.sql'), 'utf8'));
    before.pragma(`application_id = ${0x54696c6c}`);
    before.pragma('user_version = 1');
    const journal = createJournal(before);
    const noon = instantOf('2020-03-12T12:00:00+08:00');
    journal.append({ kind: 'goods-in', commandId: commandIds(), pieces: { adult: 20, child: 10 } }, noon);
    journal.append(
      {
        ...{ kind: 'sale', visitId: 'v', receiptNumber: '1090312-0001', day: businessDayOf(noon) },
        ...{ holder: visitorNumber(2).record, maskKind: 'adult', pieces: 3, unitPrice: 5, intervalDays: 7 },
        ...{ ruleSet: 'R6', identifiedBy: 'chip', confirmed: [] },
      },
      noon,
    );
    before.exec(`INSERT INTO print_jobs VALUES (1, '1090312-0001', 0, 'queued')`);
    before.close();

    const db = openDatabase(folder);
    const store = createStore(db);
    expect(store.stock.on(businessDayOf(noon)).adult.onHand).toBe(17);
    expect(store.sales.byReceipt('1090312-0001')?.lines).toMatchObject([{ pieces: 3, role: 'own' }]);
    expect(store.printJobs.next()).toMatchObject({ slip: 'receipt', reference: '1090312-0001' });
    expect(verify(db)).toMatchObject({ whole: true, entries: 2 });
    store.close();
  });

  it('of the second version keeps what it has made of its journal', () => {
    const folder = freshFolder();
    const before = createStore(openDatabase(folder));
    const noon = instantOf('2020-03-12T12:00:00+08:00');
    before.transact(() =>
      before.record(
        {
          ...{ kind: 'goods-in', commandId: commandIds(), pieces: { adult: 20, child: 10 } },
          deliveryId: commandIds(),
        },
        noon,
      ),
    );
    before.close();
    const second = new Sqlite(databaseFile(folder));
    second.exec(
      ['clock_doubt', 'enrolments', 'pull_cursors', 'purchases_elsewhere', 'conflicts', 'messages']
        .concat(
          'deliveries_announced',
          'deliveries_received',
          'phones',
          'phone_address',
          'reviews',
          'conflicts_reviewed',
        )
        .map((table) => `DROP TABLE ${table};`)
        .join(''),
    );
    second.exec('DROP INDEX stock_events_by_sale_day; DROP INDEX sales_to_review');
    second.exec('ALTER TABLE sales DROP COLUMN review_seq');
    second.exec(
      'ALTER TABLE policy_packs DROP COLUMN number; ALTER TABLE policy_packs DROP COLUMN effective',
    );
    second.pragma('user_version = 2');
    second.close();

    const db = openDatabase(folder);
    expect(verify(db)).toMatchObject({ whole: true, entries: 1 });
    expect(createStore(db).working.clockDoubt()).toBeNull();
    db.close();
  });
});
