import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCounterKit, manager, visitorNumber } from '#fixtures/counter-kit';
import { freshFolder } from '#fixtures/folder';
import { noHash } from '#protocol';
import { instantOf, type OutletCode } from '#rules';
import {
  backupName,
  createStore,
  databaseFile,
  holderKeyFile,
  lockFolder,
  nextTillKeyFile,
  openDatabase,
  openForReading,
  tillKeyFile,
  verify,
  writeBackup,
} from '#store';
import { restore, restoringFolder } from './restore.ts';

const now = instantOf('2020-03-13T08:00:00+08:00');

type Doing = (kit: ReturnType<typeof createCounterKit>) => void;

/** A till that sold to one card and made a backup; what it did otherwise is `before` and `after` that. */
async function aBackup(after: Doing = () => undefined, before: Doing = () => undefined) {
  const dataFolder = freshFolder();
  const kit = createCounterKit(dataFolder);
  writeFileSync(holderKeyFile(dataFolder), 'the key of then');
  kit.stockUp({ adult: 50, child: 20 });
  kit.sell(visitorNumber(2));
  kit.store.working.keepVisit('{}');
  before(kit);
  const folder = freshFolder();
  const name = backupName('5901010058' as OutletCode, kit.time.now());
  await writeBackup({ store: kit.store, dataFolder, folder, name });
  const entries = kit.store.journal.head().seq;
  after(kit);
  kit.store.close();
  return { from: join(folder, name), dataFolder, entries };
}

const stateOf = (folder: string) => {
  const db = openForReading(folder);
  const state = verify(db);
  db.close();
  return state;
};
/** What must be as it was. The lock, and the index beside a database that was read, are nobody's data. */
const lookOf = (folder: string) => ({
  files: readdirSync(folder).filter((name) => !/^till\.(lock|db-shm|db-wal)$/.test(name)),
  database: readFileSync(databaseFile(folder)).toString('base64'),
  state: stateOf(folder),
});

describe('a backup is restored', () => {
  it('into an empty folder, with its key', async () => {
    const { from, entries } = await aBackup();
    const folder = freshFolder();
    expect(restore(from, folder, { replace: false, now })).toMatchObject({
      ...{ outcome: 'restored', entries, loss: null, movedTo: null },
    });
    expect(stateOf(folder)).toMatchObject({ whole: true, entries });
    expect(readFileSync(holderKeyFile(folder), 'utf8')).toBe('the key of then');
    expect(existsSync(restoringFolder(folder))).toBe(false);
  });

  it('without the phones that were paired then: one that was sent away since stays away', async () => {
    const { from } = await aBackup(undefined, ({ store }) =>
      store.transact(() =>
        store.phones.keep(
          { phoneId: 'one', browser: '', pairedAt: now, pairedBy: manager.operatorId, lastSeen: now },
          Buffer.from('hash'),
        ),
      ),
    );
    const folder = freshFolder();
    restore(from, folder, { replace: false, now });
    const db = openDatabase(folder);
    expect(createStore(db).phones.all()).toEqual([]);
    db.close();
  });

  it('with the till’s own key where it had one, and never beside a key that belongs to what moved aside', async () => {
    const { from, dataFolder } = await aBackup();
    writeFileSync(tillKeyFile(dataFolder), 'enrolled since');
    writeFileSync(nextTillKeyFile(dataFolder), 'asked since');
    const before = restore(from, dataFolder, { replace: false, now });
    expect([existsSync(tillKeyFile(dataFolder)), existsSync(nextTillKeyFile(dataFolder))]).toEqual([
      false,
      false,
    ]);
    const aside = (before.outcome === 'restored' && before.movedTo) || '';
    expect(readFileSync(tillKeyFile(aside), 'utf8')).toBe('enrolled since');
    writeFileSync(tillKeyFile(from), 'enrolled then');
    restore(from, dataFolder, { replace: false, now });
    expect(readFileSync(tillKeyFile(dataFolder), 'utf8')).toBe('enrolled then');
  });

  it('over what it is no older than, which moves aside', async () => {
    const { from, dataFolder, entries } = await aBackup();
    const result = restore(from, dataFolder, { replace: false, now });
    expect(result).toMatchObject({ outcome: 'restored', loss: { entries: 0, acknowledged: 0 } });
    const aside = join(dataFolder, 'before-restore-20200313-080000');
    expect(result).toMatchObject({ movedTo: aside });
    expect(stateOf(aside)).toMatchObject({ whole: true, entries });
    expect(stateOf(dataFolder)).toMatchObject({ whole: true, entries });
  });

  it('over something newer only where it is asked to, and then says what is lost', async () => {
    const { from, dataFolder, entries } = await aBackup(({ sell, store }) => {
      for (const n of [4, 6, 8]) sell(visitorNumber(n));
      store.working.keepAcknowledged({ seq: store.journal.head().seq - 1, hash: noHash });
    });
    const before = lookOf(dataFolder);
    const loss = { entries: 3, acknowledged: 2 };
    expect(restore(from, dataFolder, { replace: false, now })).toEqual({
      outcome: 'kept',
      reason: 'newer',
      loss,
    });
    expect(lookOf(dataFolder)).toEqual(before);
    const result = restore(from, dataFolder, { replace: true, now });
    expect(result).toMatchObject({ outcome: 'restored', entries, loss });
    expect(stateOf(dataFolder)).toMatchObject({ whole: true, entries });
    expect(result.outcome === 'restored' && result.movedTo && stateOf(result.movedTo)).toMatchObject({
      entries: entries + 3,
    });
  });

  it('twice within a second without losing what moved aside first', async () => {
    const { from, dataFolder } = await aBackup();
    restore(from, dataFolder, { replace: false, now });
    expect(restore(from, dataFolder, { replace: false, now })).toMatchObject({
      movedTo: join(dataFolder, 'before-restore-20200313-080000-2'),
    });
  });

  it('with its waiting slips in doubt, since they may be on paper by now, and with no visit', async () => {
    const { from } = await aBackup();
    const folder = freshFolder();
    const before = openForReading(from);
    expect(createStore(before).printJobs.waiting()).toBe(1);
    before.close();
    restore(from, folder, { replace: false, now });
    const store = createStore(openForReading(folder));
    expect(store.printJobs.waiting()).toBe(0);
    expect(store.printJobs.doubtful()).toMatchObject([{ slip: 'receipt', copy: 0 }]);
    expect(store.working.visit()).toBeNull();
    store.close();
  });

  it('after a restore that was cut off', async () => {
    const { from, entries } = await aBackup();
    const cutOff = freshFolder();
    mkdirSync(restoringFolder(cutOff));
    copyFileSync(databaseFile(from), databaseFile(restoringFolder(cutOff)));
    expect(restore(from, cutOff, { replace: false, now })).toMatchObject({ outcome: 'restored', entries });
  });
});

describe('nothing is changed', () => {
  it('where the present journal is another till’s', async () => {
    const { from } = await aBackup();
    const elsewhere = freshFolder();
    const kit = createCounterKit(elsewhere, { iso: '2020-03-11T09:00:00+08:00' });
    kit.stockUp({ adult: 1, child: 1 });
    kit.store.close();
    expect(restore(from, elsewhere, { replace: false, now })).toMatchObject({
      ...{ outcome: 'kept', reason: 'another-till', loss: { entries: 1 } },
    });
    expect(stateOf(elsewhere)).toMatchObject({ entries: 1 });
  });

  it('where nobody can read what is there, unless asked to; it moves aside as it is', async () => {
    const { from, entries } = await aBackup();
    const folder = freshFolder();
    writeFileSync(databaseFile(folder), 'no database, but somebody may save it'.repeat(100));
    expect(restore(from, folder, { replace: false, now })).toEqual({
      ...{ outcome: 'kept', reason: 'unreadable', loss: null },
    });
    const result = restore(from, folder, { replace: true, now });
    expect(result).toMatchObject({ outcome: 'restored', entries });
    expect(result.outcome === 'restored' && result.movedTo && readdirSync(result.movedTo)).toEqual([
      'till.db',
    ]);
  });

  it('while a till runs there', async () => {
    const { from, dataFolder } = await aBackup();
    const giveBack = lockFolder(dataFolder);
    expect(restore(from, dataFolder, { replace: true, now })).toMatchObject({
      ...{ outcome: 'refused', reason: 'in-use' },
    });
    giveBack();
  });

  it.each<[string, (from: string) => void, string]>([
    ['is no backup', (from) => writeFileSync(databaseFile(from), 'x'.repeat(5000)), 'damaged'],
    ['was changed', (from) => changeStock(from), 'not-whole'],
  ])('by what %s', async (_, spoil, reason) => {
    const { from, dataFolder } = await aBackup();
    spoil(from);
    const before = lookOf(dataFolder);
    expect(restore(from, dataFolder, { replace: true, now })).toMatchObject({ outcome: 'refused', reason });
    expect(lookOf(dataFolder)).toEqual(before);
  });

  it.each<[string, (from: string) => void, string]>([
    ['is kept', () => undefined, 'kept'],
    ['is refused', (from) => changeStock(from), 'refused'],
  ])('and nothing left lying about where a restore %s', async (_, spoil, outcome) => {
    const { from, dataFolder } = await aBackup(({ sell }) => sell(visitorNumber(4)));
    spoil(from);
    const before = [readdirSync(from), readdirSync(dataFolder)];
    expect(restore(from, dataFolder, { replace: false, now })).toMatchObject({ outcome });
    const after = [readdirSync(from), readdirSync(dataFolder).filter((name) => name !== 'till.lock')];
    expect(after).toEqual(before);
  });

  it('where there is nothing to restore', async () => {
    const { dataFolder } = await aBackup();
    expect(restore(freshFolder(), dataFolder, { replace: true, now })).toMatchObject({
      ...{ outcome: 'refused', reason: 'no-backup' },
    });
  });
});

function changeStock(from: string): void {
  const kit = createCounterKit(from);
  kit.db.exec('UPDATE stock SET on_hand = on_hand + 1');
  kit.store.close();
}
