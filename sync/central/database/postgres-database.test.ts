import { createServer } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startPostgres, type TestPostgres } from '#fixtures/postgres';
import type { OutletCode } from '#rules';
import { describeDatabase } from './database.contract.ts';
import { openPostgresDatabase, type PostgresPatience } from './postgres-database.ts';

const outlet = '5901010058' as OutletCode;
let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

async function opened(url: string, patience?: PostgresPatience) {
  const database = await openPostgresDatabase({ url, ...(patience && { patience }) });
  let open = true;
  const close = async () => {
    if (open) await database.close();
    open = false;
  };
  onTestFinished(close);
  return { ...database, close };
}

async function sql(url: string, text: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(text);
  await client.end();
}

describe('on PostgreSQL', () => describeDatabase(async () => opened(await postgres.newDatabase())));

describe('a database that several centres share', () => {
  it('is made once by those that begin together', async () => {
    const url = await postgres.newDatabase();
    const all = await Promise.all([1, 2, 3, 4].map(() => opened(url)));
    const slots = await Promise.all(
      all.map(({ reading }) => reading.get('SELECT count(*) AS n FROM holder_slots')),
    );
    expect(slots).toEqual(all.map(() => ({ n: 16 })));
  });

  it('lets one centre after another into a slot', async () => {
    const url = await postgres.newDatabase();
    const [a, b] = await Promise.all([opened(url), opened(url)]);
    const addOne = (database: typeof a) =>
      database.inSlot(5, async (statements) => {
        const last = await statements.get<{ n: number }>('SELECT count(*) AS n FROM audit');
        await statements.run(`INSERT INTO audit VALUES (?, 1, '', '', '')`, [String(last?.n)]);
      });
    await Promise.all(Array.from({ length: 20 }, (_, i) => addOne(i % 2 ? a : b)));
    expect(await a.reading.get('SELECT count(*) AS n FROM audit')).toEqual({ n: 20 });
  });

  it('loses a connection between two statements, and with it one transaction and nothing else', async () => {
    const { reading, inReference } = await opened(await postgres.newDatabase());
    const breaking = inReference(async (statements) => {
      await statements.run(`INSERT INTO audit VALUES ('lost', 1, '', '', '')`);
      const me = await statements.get<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      const pid = me?.pid ?? 0;
      await reading.get('SELECT pg_terminate_backend(?)', [pid]);
      while (await reading.get('SELECT 1 AS one FROM pg_stat_activity WHERE pid = ?', [pid])) {}
      await statements.get('SELECT 1 AS one');
    });
    await expect(breaking).rejects.toThrow();
    expect(await reading.get('SELECT count(*) AS n FROM audit')).toEqual({ n: 0 });
  });

  it('of a newer version is refused', async () => {
    const url = await postgres.newDatabase();
    await (await opened(url)).close();
    await sql(url, 'UPDATE schema_version SET version = 999');
    await expect(openPostgresDatabase({ url })).rejects.toMatchObject({ refusal: 'newer-version' });
  });

  it('that cannot be reached is named so', async () => {
    const url = 'postgres://till:till@127.0.0.1:1/nowhere';
    await expect(openPostgresDatabase({ url })).rejects.toMatchObject({ refusal: 'not-writable' });
  });

  it('runs a transaction again that lost against another', async () => {
    const database = await opened(await postgres.newDatabase());
    let runs = 0;
    const answer = await database.inOutlet(outlet, async (statements) => {
      runs += 1;
      await statements.run(`INSERT INTO audit VALUES ('a', 1, '', '', '')`);
      if (runs < 3) throw Object.assign(new Error('could not serialize'), { code: '40001' });
      return 'at last';
    });
    expect([answer, runs]).toEqual(['at last', 3]);
    expect(await database.reading.get('SELECT count(*) AS n FROM audit')).toEqual({ n: 1 });
  });

  it('never takes a transaction for done of which a statement failed unnoticed', async () => {
    const database = await opened(await postgres.newDatabase());
    const careless = database.inOutlet(outlet, async (statements) => {
      await statements.run('INSERT INTO nowhere VALUES (1)').catch(() => 0);
    });
    await expect(careless).rejects.toThrow('had failed');
  });
});

describe('a database that falls silent', () => {
  /** Enough for whatever a busy machine does answer. */
  const patient: PostgresPatience = { connect: 60_000, answer: 60_000, idleInTransaction: 60_000 };

  it('is not waited for at the start', async () => {
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void silent.close());
    const { port } = silent.address() as { readonly port: number };
    const url = `postgres://nobody:nothing@127.0.0.1:${port}/nowhere`;
    await expect(openPostgresDatabase({ url, patience: { ...patient, connect: 300 } })).rejects.toMatchObject(
      {
        refusal: 'not-writable',
      },
    );
  });

  it('is told to whoever waits for a statement, and the next is answered', async () => {
    const url = await postgres.newDatabase();
    // Makes the tables, for which the other would have no patience.
    await opened(url);
    const { reading } = await opened(url, { ...patient, answer: 1_000 });
    await expect(reading.get('SELECT pg_sleep(600)')).rejects.toThrow(/timeout/);
    expect(await reading.get('SELECT 1 AS one')).toEqual({ one: 1 });
  });

  it('keeps what a centre that was stopped in a transaction has locked for a while, and not for ever', async () => {
    const url = await postgres.newDatabase();
    const [stopped, other] = [await opened(url, { ...patient, idleInTransaction: 1_000 }), await opened(url)];
    const forEver = new Promise<void>((resolve) => onTestFinished(() => resolve()));
    await new Promise<void>((resolve, reject) => {
      stopped
        .inSlot(7, async (statements) => {
          await statements.run(`INSERT INTO audit VALUES ('stopped', 1, '', '', '')`);
          resolve();
          return forEver;
        })
        .catch(reject);
    });
    await other.inSlot(7, (statements) =>
      statements.run(`INSERT INTO audit VALUES ('other', 1, '', '', '')`),
    );
    expect(await other.reading.all('SELECT id FROM audit')).toEqual([{ id: 'other' }]);
  });
});
