import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { createCounterKit, visitorNumber } from '#fixtures/counter-kit';
import { freshFolder } from '#fixtures/folder';
import type { OutletCode } from '#rules';
import { BackupFailed, backupsIn, holderKeyFile, tidyBackups, tillKeyFile, writeBackup } from './backup.ts';
import { backupsToDrop, instantOfBackup } from './backup-names.ts';
import { openForReading } from './database.ts';
import type { Store } from './store.ts';
import { verify } from './verify.ts';

const outlet = '5901010058' as OutletCode;
const name = `${outlet}-20200312-180509`;

/** A till that sold to somebody, and an empty folder for its backups. */
function aTill() {
  const dataFolder = freshFolder();
  const kit = createCounterKit(dataFolder);
  kit.stockUp({ adult: 50, child: 20 });
  kit.sell(visitorNumber(2));
  writeFileSync(holderKeyFile(dataFolder), 'secret', { mode: 0o600 });
  const folder = freshFolder();
  const write = (store: Pick<Store, 'copyTo' | 'journal'> = kit.store) =>
    writeBackup({ store, dataFolder, folder, name }).then(
      () => 'done',
      (error) => (error instanceof BackupFailed ? error.fault : error),
    );
  return { ...kit, dataFolder, folder, write };
}

describe('a backup', () => {
  it('is the whole of what the till holds, in one file beside the key', async () => {
    const { folder, write, store } = aTill();
    expect(await write()).toBe('done');
    expect(backupsIn(folder, outlet)).toEqual([name]);
    expect(readdirSync(join(folder, name)).sort()).toEqual(['holder.key', 'till.db']);
    const db = openForReading(join(folder, name));
    expect(verify(db)).toMatchObject({ whole: true, entries: store.journal.head().seq });
    db.close();
    expect(readdirSync(join(folder, name)).sort()).toEqual(['holder.key', 'till.db']);
    expect(readFileSync(holderKeyFile(join(folder, name)), 'utf8')).toBe('secret');
  });

  it('holds the till’s own key, once it has one', async () => {
    const { folder, write, dataFolder } = aTill();
    writeFileSync(tillKeyFile(dataFolder), 'its own', { mode: 0o600 });
    expect(await write()).toBe('done');
    expect(readFileSync(tillKeyFile(join(folder, name)), 'utf8')).toBe('its own');
  });

  // Windows has no such rights.
  if (process.platform !== 'win32')
    it('keeps its key from everybody else', async () => {
      const { folder, write } = aTill();
      await write();
      expect(statSync(holderKeyFile(join(folder, name))).mode & 0o777).toBe(0o600);
    });

  it('holds the sales that are made while it is written', async () => {
    const { folder, write, sell, store } = aTill();
    const written = write({
      journal: store.journal,
      copyTo: async (file) => {
        const copied = store.copyTo(file);
        sell(visitorNumber(4));
        await copied;
      },
    });
    expect(await written).toBe('done');
    const db = openForReading(join(folder, name));
    expect(verify(db)).toMatchObject({ whole: true });
    db.close();
  });

  it.each<[string, (file: string) => void]>([
    ['is damaged', spoilPages],
    ['was changed', (file) => change(file, `UPDATE stock SET on_hand = on_hand + 1`)],
    [
      'is not what the till holds',
      (file) => change(file, 'DROP TRIGGER journal_is_never_shortened; DELETE FROM journal'),
    ],
  ])('that %s is no backup', async (_, spoil) => {
    const { folder, write, store } = aTill();
    const copyTo = async (file: string) => {
      await store.copyTo(file);
      spoil(file);
    };
    expect(await write({ journal: store.journal, copyTo })).toBe('not-whole');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('without the key is no backup', async () => {
    const { folder, write, dataFolder } = aTill();
    rmSync(holderKeyFile(dataFolder));
    expect(await write()).not.toBe('done');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says that its folder is gone, at the start or in the middle, and does not make it', async () => {
    const { folder, write, store } = aTill();
    const copyTo = async (file: string) => {
      await store.copyTo(file);
      rmSync(folder, { recursive: true });
    };
    expect(await write({ journal: store.journal, copyTo })).toBe('folder-gone');
    expect(await write()).toBe('folder-gone');
    expect(existsSync(folder)).toBe(false);
  });

  it.each([
    ['SQLITE_FULL', 'storage-full'],
    ['ENOSPC', 'storage-full'],
    ['EROFS', 'not-writable'],
    ['SQLITE_IOERR_WRITE', 'not-writable'],
  ])('that ends in %s says %s, and leaves nothing behind', async (code, fault) => {
    const { folder, write, store } = aTill();
    const copyTo = () => Promise.reject(Object.assign(new Error(code), { code }));
    expect(await write({ journal: store.journal, copyTo })).toBe(fault);
    expect(readdirSync(folder)).toEqual([]);
  });
});

/** As a bad stick does, in the middle of the file. */
function spoilPages(file: string): void {
  const bytes = readFileSync(file);
  bytes.fill(0xff, 4096, bytes.length - 4096);
  writeFileSync(file, bytes);
}

function change(file: string, sql: string): void {
  const db = new Sqlite(file);
  db.exec(sql);
  db.close();
}

describe('what is kept', () => {
  const on = (day: string) => `${outlet}-${day}-180000`;
  const days = (month: string, n: number) =>
    Array.from({ length: n }, (_, i) => on(`${month}${String(i + 1).padStart(2, '0')}`));

  it('are the newest fourteen, and the last of each month for a year', () => {
    const names = ['201901', '201912', '202001', '202002'].flatMap((month) => days(month, 20));
    const made = names.at(-1) ?? '';
    const dropped = backupsToDrop(names, made);
    const kept = names.filter((n) => !dropped.includes(n));
    expect(kept).toEqual([on('20190120'), on('20191220'), on('20200120'), ...days('202002', 20).slice(6)]);
  });

  it('is no month of before a year', () => {
    const months = Array.from({ length: 30 }, (_, i) => {
      const month = String((i % 12) + 1).padStart(2, '0');
      return on(`${2018 + Math.floor(i / 12)}${month}28`);
    });
    const dropped = backupsToDrop(months, months.at(-1) ?? '');
    expect(months.length - dropped.length).toBe(14);
  });

  it('is the one made last, whatever the clock said when others were made', () => {
    const names = [on('20200312'), ...days('203001', 20)];
    expect(backupsToDrop(names, on('20200312'))).not.toContain(on('20200312'));
  });

  it('is everything of other outlets and of other people', async () => {
    const { folder, write } = aTill();
    await write();
    const others = ['5901010067-20100101-000000', 'holiday photographs', `${outlet}-notes`];
    for (const other of [...others, `${outlet}-20200101-000000.part`]) writeFileSync(join(folder, other), '');
    tidyBackups(folder, outlet, name);
    expect(readdirSync(folder).sort()).toEqual([...others, name].sort());
  });
});

it('a backup’s name says when it was made', () => {
  expect(instantOfBackup(name)).toBe(Date.parse('2020-03-12T18:05:09+08:00'));
  expect(instantOfBackup(`${outlet}-20201332-996099`)).toBeNull();
});
