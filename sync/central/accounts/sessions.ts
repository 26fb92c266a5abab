import { hash } from 'node:crypto';
import type { Clock, Instant } from '#rules';
import type { Access } from '../access/rights.ts';
import type { CentralDatabase } from '../database/database.ts';

/** Who is signed in where. Only the tokens' SHA-256 is kept. */
export interface Sessions {
  /** @returns the token: 32 random bytes in base64url */
  open(name: string, browser: string): Promise<string>;
  /** `null` once it was ended, is too old, or was not used for long. */
  whose(token: string): Promise<{ readonly access: Access; readonly id: string } | null>;
  of(name: string): Promise<readonly Session[]>;
  /** One of somebody's, or all but one. @returns how many */
  end(name: string, which: { readonly id: string } | { readonly allBut: string | null }): Promise<number>;
}

export interface Session {
  readonly id: string;
  readonly openedAt: Instant;
  readonly seenAt: Instant;
  readonly browser: string;
}

export interface SessionsDeps {
  readonly database: CentralDatabase;
  readonly clock: Pick<Clock, 'now'>;
  readonly randomBytes: (size: number) => Buffer;
}

/** A day at the desk. */
export const sessionMs = 12 * 3_600_000;
const unusedMs = 2 * 3_600_000;
/** `seen_at` is written so often at most: every page asks more often. */
const seenEveryMs = 60_000;

const tokenHash = (token: string): string => hash('sha256', `mask-till session ${token}`);
/** Enough to name one of somebody's, and no way back to its token. */
const idOf = (kept: string): string => hash('sha256', kept).slice(0, 16);

interface Row extends Access {
  readonly tokenHash: string;
  readonly openedAt: Instant;
  readonly seenAt: Instant;
  readonly browser: string;
}

export function createSessions({ database, clock, randomBytes }: SessionsDeps): Sessions {
  const { reading } = database;
  const stands = ({ openedAt, seenAt }: Row): boolean =>
    clock.now() < openedAt + sessionMs && clock.now() < seenAt + unusedMs;
  const rowsOf = (name: string): Promise<readonly Row[]> =>
    reading.all(`${rowQuery} WHERE sessions.name = ? ORDER BY opened_at`, [name]);

  return {
    async open(name, browser) {
      const token = randomBytes(32).toString('base64url');
      const now = clock.now();
      await database.inReference(async (statements) => {
        await statements.run('DELETE FROM sessions WHERE opened_at < ?', [now - sessionMs]);
        await statements.insertMany(
          'sessions',
          ['token_hash', 'name', 'browser', 'opened_at', 'seen_at'],
          [[tokenHash(token), name, browser.slice(0, 200), now, now]],
        );
      });
      return token;
    },
    async whose(token) {
      const kept = tokenHash(token);
      const row = await reading.get<Row>(`${rowQuery} WHERE token_hash = ?`, [kept]);
      if (!row || !stands(row)) return null;
      if (clock.now() > row.seenAt + seenEveryMs) {
        await database.inReference((statements) =>
          statements.run('UPDATE sessions SET seen_at = ? WHERE token_hash = ?', [clock.now(), kept]),
        );
      }
      const { name, role, scope } = row;
      return { access: { name, role, scope }, id: idOf(kept) };
    },
    async of(name) {
      return (await rowsOf(name)).filter(stands).map((row) => ({
        id: idOf(row.tokenHash),
        ...{ openedAt: row.openedAt, seenAt: row.seenAt, browser: row.browser },
      }));
    },
    async end(name, which) {
      const meant = (await rowsOf(name)).filter((row) => {
        const id = idOf(row.tokenHash);
        return 'id' in which ? id === which.id : id !== which.allBut;
      });
      if (meant.length === 0) return 0;
      return database.inReference((statements) =>
        statements.run(`DELETE FROM sessions WHERE ${statements.anyOf('token_hash')}`, [
          statements.list(meant.map((row) => row.tokenHash)),
        ]),
      );
    },
  };
}

/** With what the account may now, and not what it might when it signed in. */
const rowQuery = `SELECT token_hash AS "tokenHash", sessions.name, accounts.role, accounts.scope, browser,
  opened_at AS "openedAt", seen_at AS "seenAt"
  FROM sessions JOIN accounts ON accounts.name = sessions.name AND accounts.ended_at IS NULL`;
