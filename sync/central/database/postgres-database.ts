import pg from 'pg';
import type { CentralDatabase, Statements } from './database.ts';
import { migratePostgres } from './migrate.ts';
import { createPostgresStatements, readColumnTypes } from './postgres-statements.ts';
import { DatabaseRefused } from './refusal.ts';

export interface PostgresSettings {
  /** `postgres://user:password@host:port/database` */
  readonly url: string;
  /** Most connections of this process. */
  readonly connections?: number;
  readonly patience?: PostgresPatience;
}

/** In milliseconds: how long a silence is borne before whoever waits is told. */
export interface PostgresPatience {
  readonly connect: number;
  /** Of one statement; a line that was cut says nothing at all. */
  readonly answer: number;
  /** Of a transaction whose process was stopped: others wait for what it has locked. */
  readonly idleInTransaction: number;
}

const usualPatience: PostgresPatience = { connect: 10_000, answer: 20_000, idleInTransaction: 20_000 };

/** A transaction that lost against another is run again so often. */
const attempts = 8;
/** Serialization failure, deadlock. */
const lostAgainstAnother = new Set(['40001', '40P01']);

/** int8, and numeric, which is what `sum` makes of it: all our figures are far below 2^53. */
const asNumber = new Set<number>([20, 1700]);
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    asNumber.has(oid) ? Number : pg.types.getTypeParser(oid, format as 'text'),
};

/**
 * Opens the centre's database on PostgreSQL, and brings its schema up to date. Any number of processes may work on it.
 * @throws DatabaseRefused `newer-version`, `not-writable`
 */
export async function openPostgresDatabase({
  url,
  connections = 10,
  patience = usualPatience,
}: PostgresSettings): Promise<CentralDatabase> {
  // Pipelined: a statement is sent while those before it are still being answered, in their order.
  const pool = new pg.Pool({
    ...{ connectionString: url, max: connections, types, pipeline: true, keepAlive: true },
    connectionTimeoutMillis: patience.connect,
    query_timeout: patience.answer,
    idle_in_transaction_session_timeout: patience.idleInTransaction,
  });
  // A connection that breaks while nobody uses it is replaced; whoever uses one that breaks is told by the query.
  pool.on('error', () => {});
  const columns = await prepare(pool);

  const reading = createPostgresStatements(pool, columns);
  const underWay = new Set<Promise<unknown>>();

  /** The pool would forget whoever still waits for a connection when it ends. */
  async function transact<T>(lock: string, work: (statements: Statements) => Promise<T>): Promise<T> {
    const running = attemptAll(lock, work);
    underWay.add(running);
    try {
      return await running;
    } finally {
      underWay.delete(running);
    }
  }

  async function attemptAll<T>(lock: string, work: (statements: Statements) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const client = await pool.connect();
      let unusable: Error | undefined;
      // Between two statements nobody waits for an answer, and the process would end with the connection.
      const onBroken = (error: Error) => {
        unusable = error;
      };
      client.on('error', onBroken);
      try {
        const value = await begunWith(lock, client, () => work(createPostgresStatements(client, columns)));
        const { command } = await client.query('COMMIT');
        if (command !== 'COMMIT') throw new Error('a statement of this transaction had failed');
        return value;
      } catch (error) {
        await client.query('ROLLBACK').catch((broken: Error) => {
          unusable = broken;
        });
        if (attempt === attempts || !lostAgainstAnother.has(codeOf(error))) throw error;
      } finally {
        client.off('error', onBroken);
        client.release(unusable);
      }
    }
  }

  return {
    kind: 'postgres',
    beforeCommit: null,
    reading,
    inOutlet: (outlet, work) =>
      transact(`SELECT FROM outlets WHERE outlet = ${pg.escapeLiteral(outlet)} FOR UPDATE`, work),
    inSlot: (slot, work) =>
      transact(`SELECT FROM holder_slots WHERE holder_slot = ${Number(slot)} FOR UPDATE`, work),
    inReference: (work) => transact('', work),
    insertAlone: (table, columnNames, row) => reading.insertMany(table, columnNames, [row]),
    async close() {
      await Promise.allSettled(underWay);
      await pool.end();
    },
  };
}

/** The work's first statements follow without waiting; where the lock was not had, none of them does anything. */
async function begunWith<T>(lock: string, client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
  const begun = client.query(`BEGIN; ${lock}`);
  const [, worked] = await Promise.allSettled([begun, work()]);
  // Its own fault first: those of the statements after it only follow from it.
  await begun;
  if (worked.status === 'rejected') throw worked.reason;
  return worked.value;
}

async function prepare(pool: pg.Pool) {
  try {
    const client = await pool.connect();
    try {
      await migratePostgres(client);
      return await readColumnTypes(client);
    } finally {
      client.release();
    }
  } catch (error) {
    await pool.end();
    if (error instanceof DatabaseRefused) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseRefused('not-writable', `PostgreSQL cannot be used: ${reason}`, { cause: error });
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
