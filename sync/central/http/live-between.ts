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
  pool.on('error', onFault);
  // The adapter keeps one for itself, of which the pool says nothing any more.
  pool.on('connect', (client) => client.on('error', onFault));
  const adapter = createAdapter(pool, { errorHandler: onFault, cleanupInterval: never });
  return { adapter, close: () => pool.end() };
}
