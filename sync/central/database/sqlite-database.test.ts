import { readFileSync, writeFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { freshFolder } from '#fixtures/folder';
import type { OutletCode } from '#rules';
import { describeDatabase } from './database.contract.ts';
import { createGroupCommit, noPace } from './group-commit.ts';
import { DatabaseRefused } from './refusal.ts';
import { databaseFile, openSqliteDatabase, type SqliteSettings } from './sqlite-database.ts';

const outlet = '5901010058' as OutletCode;

function opened(settings: SqliteSettings) {
  const database = openSqliteDatabase(settings);
  let open = true;
  const close = async () => {
    if (open) await database.close();
    open = false;
  };
  onTestFinished(close);
  return { ...database, close };
}

const refusalOf = (folder: string): string => {
  try {
    openSqliteDatabase({ folder });
    return 'none';
  } catch (error) {
    return error instanceof DatabaseRefused ? error.refusal : String(error);
  }
};

describe('in a file', () => describeDatabase(async () => opened({ folder: freshFolder() })));
describe('in memory', () => describeDatabase(async () => opened({ folder: ':memory:' })));

describe('the file', () => {
  it('is there after a restart, and holds what was written', async () => {
    const folder = freshFolder();
    const first = opened({ folder });
    await first.inReference((statements) => statements.run(`INSERT INTO centre VALUES (1, 'a', 'b')`));
    await first.close();
    const row = await opened({ folder }).reading.get('SELECT key_id FROM centre');
    expect(row).toEqual({ key_id: 'a' });
  });

  it('belongs to one centre at a time', async () => {
    const folder = freshFolder();
    const first = opened({ folder });
    expect(refusalOf(folder)).toBe('in-use');
    await first.close();
    await opened({ folder }).close();
  });

  it.each<[string, string, (folder: string) => void]>([
    [
      'that is no database',
      'damaged',
      (folder) => writeFileSync(databaseFile(folder), 'nothing'.repeat(999)),
    ],
    [
      "that is another program's",
      'damaged',
      (folder) => new Sqlite(databaseFile(folder)).exec('CREATE TABLE theirs (x)').close(),
    ],
    ['of a newer version', 'newer-version', (folder) => change(folder, 'PRAGMA user_version = 999')],
    ['with a damaged page', 'damaged', damage],
  ])('%s is refused and left as it is', async (_what, refusal, spoil) => {
    const folder = freshFolder();
    if (refusal === 'newer-version' || spoil === damage) await opened({ folder }).close();
    spoil(folder);
    const before = readFileSync(databaseFile(folder));
    expect(refusalOf(folder)).toBe(refusal);
    expect(readFileSync(databaseFile(folder)).equals(before)).toBe(true);
  });

  it('that is empty is taken for a first start that was cut off', async () => {
    const folder = freshFolder();
    writeFileSync(databaseFile(folder), '');
    await opened({ folder }).close();
  });

  it('cannot lie where a file is', () => {
    const folder = freshFolder();
    writeFileSync(`${folder}/file`, '');
    expect(refusalOf(`${folder}/file`)).toBe('not-writable');
  });
});

describe('transactions that wait at the same time', () => {
  it('are committed together', async () => {
    const folder = freshFolder();
    const seen = new Set<unknown>();
    let watch = () => {};
    const gather = async () => watch();
    const database = opened({ folder, pace: { ...noPace, gather } });
    const other = new Sqlite(databaseFile(folder), { readonly: true });
    onTestFinished(() => void other.close());
    watch = () => void seen.add(other.prepare('SELECT count(*) FROM audit').pluck().get());
    const insert = (n: number) =>
      database.inOutlet(outlet, (statements) =>
        statements.run(`INSERT INTO audit VALUES (?, 1, '', '', '')`, [`a${n}`]),
      );
    await Promise.all(Array.from({ length: 50 }, (_, n) => insert(n)));
    watch();
    expect([...seen]).toEqual([0, 50]);
    expect(await database.reading.get('SELECT count(*) AS n FROM audit')).toEqual({ n: 50 });
  });

  it('let others run now and then, and not after every one', async () => {
    let now = 0;
    let breaths = 0;
    const breathe = async () => void breaths++;
    const commits = createGroupCommit(new Sqlite(':memory:'), { ...noPace, breathe, elapsed: () => now });
    await Promise.all(
      Array.from({ length: 100 }, () =>
        commits.run(async () => {
          now += 1;
        }),
      ),
    );
    expect(breaths).toBe(20);
  });

  it('take whoever comes while they are written into the same commit', async () => {
    const groups: number[] = [];
    let now = 0;
    const later: Promise<unknown>[] = [];
    const commits = createGroupCommit(new Sqlite(':memory:'), {
      gather: async (last) => void groups.push(last),
      breathe: async () => void later.push(commits.run(async () => {})),
      elapsed: () => now,
    });
    await commits.run(async () => {
      now += 6;
    });
    await Promise.all(later);
    await commits.run(async () => {});
    expect(groups).toEqual([0, 2]);
  });

  it('all fail where not even a transaction can be begun', async () => {
    const db = new Sqlite(':memory:');
    const commits = createGroupCommit(db, noPace);
    db.exec('BEGIN');
    const ends = await Promise.allSettled([commits.run(async () => {}), commits.run(async () => {})]);
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(commits.run(async () => 'done')).resolves.toBe('done');
  });

  it('all fail where the disk is full, and the next ones go on', async () => {
    const db = new Sqlite(':memory:');
    db.exec('CREATE TABLE t (x)');
    db.pragma(`max_page_count = ${(db.pragma('page_count', { simple: true }) as number) + 2}`);
    const commits = createGroupCommit(db, noPace);
    const insert = (bytes: number) =>
      commits.run(async () => db.prepare('INSERT INTO t VALUES (?)').run(Buffer.alloc(bytes)).changes);
    const ends = await Promise.allSettled([insert(10), insert(1_000_000), insert(10)]);
    expect(ends.map(({ status }) => status)).toContain('rejected');
    const kept = ends.filter(({ status }) => status === 'fulfilled').length;
    expect(db.prepare('SELECT count(*) FROM t').pluck().get()).toBe(kept);
    await expect(insert(10)).resolves.toBe(1);
  });
});

function change(folder: string, sql: string): void {
  new Sqlite(databaseFile(folder)).exec(sql).close();
}

function damage(folder: string): void {
  const bytes = readFileSync(databaseFile(folder));
  bytes.fill(0xff, 4096 * 2, 4096 * 3);
  writeFileSync(databaseFile(folder), bytes);
}
