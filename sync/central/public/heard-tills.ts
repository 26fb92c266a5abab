import { parseTillName, signatureHeaders, type TillName } from '#protocol';
import type { Clock, Instant } from '#rules';
import type { CentralDatabase } from '../database/database.ts';
import type { SyncService } from '../requests/sync-service.ts';

/**
 * Knows which tills were heard without having sent an entry: one that sells nothing still pulls, and its stock is as
 * true as when it pulled.
 */
export interface HeardTills {
  /** The same service; whom it answers was heard. */
  hearing(service: Pick<SyncService, 'handle'>): Pick<SyncService, 'handle'>;
  /** Writes down who was heard since. @throws a fault of the database */
  write(): Promise<void>;
}

export interface HeardTillsDeps {
  readonly database: Pick<CentralDatabase, 'inOutlet'>;
  readonly clock: Pick<Clock, 'now'>;
}

/** Written no more often than this for each till: to the public only the minutes count. */
const restMs = 60_000;
/** Transactions begun together, so that tills that push need not wait for thousands of these. */
const together = 100;

export function createHeardTills({ database, clock }: HeardTillsDeps): HeardTills {
  const heard = new Map<string, Instant>();
  const written = new Map<string, Instant>();

  return {
    hearing: (service) => ({
      async handle(request) {
        const answer = await service.handle(request);
        const name = request.headers[signatureHeaders.till];
        // Whose signature did not hold is not answered with 200; a push is written down where it is accepted.
        if (answer.status === 200 && request.path === '/sync/pull' && typeof name === 'string') {
          heard.set(name, clock.now());
        }
        return answer;
      },
    }),
    async write() {
      const now = clock.now();
      const due = [...heard].filter(
        ([name]) => now - (written.get(name) ?? Number.NEGATIVE_INFINITY) >= restMs,
      );
      for (let i = 0; i < due.length; i += together) {
        await Promise.all(due.slice(i, i + together).map(([name, at]) => writeOne(name, at)));
      }
    },
  };

  async function writeOne(name: string, at: Instant): Promise<void> {
    const till = parseTillName(name);
    if (till) await writeSeen(database, till, at);
    if (heard.get(name) === at) heard.delete(name);
    written.set(name, at);
  }
}

const writeSeen = (
  database: Pick<CentralDatabase, 'inOutlet'>,
  { outlet, tillId }: TillName,
  at: Instant,
): Promise<number> =>
  database.inOutlet(outlet, (statements) =>
    statements.run('UPDATE tills SET seen_at = ? WHERE outlet = ? AND till_id = ? AND seen_at < ?', [
      ...[at, outlet, tillId, at],
    ]),
  );
