import { createAdapter } from '@socket.io/postgres-adapter';
import pg from 'pg';

/** What carries live events between the processes on one PostgreSQL. */
export interface LiveBetween {
  readonly adapter: ReturnType<typeof createAdapter>;
  close(): Promise<void>;
}

/** For attachments, which hints are never large enough for: their table is not there, and not cleaned. */
const never = 2 ** 31 - 1;

/** @param onFault a line to PostgreSQL that breaks is made again; until then hints of other processes are missed */
export function openLiveBetween(url: string, onFault: (error: unknown) => void): LiveBetween {
  // One that listens, one that speaks.
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  const clients = new Set<pg.PoolClient>();
  let closed = false;
  // A word that was on its way when the line was closed is no fault.
  const broke = (error: unknown) => {
    if (!closed) onFault(error);
  };
  pool.on('error', broke);
  pool.on('connect', (client) => {
    // The adapter keeps one for itself, of which the pool says nothing any more.
    client.on('error', broke);
    clients.add(client);
    if (closed) void end(client);
  });
  pool.on('remove', (client) => clients.delete(client));
  const adapter = createAdapter(pool, { errorHandler: broke, cleanupInterval: never });
  return {
    adapter,
    async close() {
      closed = true;
      // The pool would wait for one that the adapter was about to take when it was closed, and never gives back.
      void pool.end();
      await Promise.all([...clients].map(end));
    },
  };
}

const end = (client: pg.PoolClient): Promise<void> => (client as unknown as pg.Client).end().catch(() => {});
