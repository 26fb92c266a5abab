import { hash } from 'node:crypto';
import type { Clock, Instant } from '#rules';
import type { CentralDatabase } from '../database/database.ts';
import type { Access } from './rights.ts';

/** Who holds a token of the centre's. Only the tokens' SHA-256 is kept. */
export interface AccessDesk {
  /** @returns the token: 32 random bytes in base64url. It is shown once */
  give(access: Access): Promise<string>;
  /** Writes down a token that is there already. */
  keep(token: string, access: Access): Promise<void>;
  /** `null` for a token that nobody was given, or that was ended. */
  whose(token: string): Promise<Access | null>;
  /** Ends all tokens of this name. @returns how many */
  end(name: string): Promise<number>;
  /** Those that stand, by name. */
  all(): Promise<readonly (Access & { readonly madeAt: Instant })[]>;
}

export interface AccessDeskDeps {
  readonly database: CentralDatabase;
  readonly clock: Pick<Clock, 'now'>;
  readonly randomBytes: (size: number) => Buffer;
}

const tokenBytes = 32;
const columns = ['token_hash', 'name', 'role', 'scope', 'made_at'];

export const newToken = (randomBytes: (size: number) => Buffer): string =>
  randomBytes(tokenBytes).toString('base64url');

/** 256 random bits need no salt and no slow hash. */
export const tokenHash = (token: string): string => hash('sha256', `mask-till access ${token}`);

export function createAccessDesk({ database, clock, randomBytes }: AccessDeskDeps): AccessDesk {
  const { reading } = database;

  const keep = async (token: string, { name, role, scope }: Access) => {
    await database.inReference((statements) =>
      statements.insertMany('access', columns, [[tokenHash(token), name, role, scope, clock.now()]]),
    );
  };

  return {
    keep,
    async give(access) {
      const token = newToken(randomBytes);
      await keep(token, access);
      return token;
    },
    whose: (token) =>
      reading.get<Access>('SELECT name, role, scope FROM access WHERE token_hash = ? AND ended_at IS NULL', [
        tokenHash(token),
      ]),
    end: (name) =>
      database.inReference((statements) =>
        statements.run('UPDATE access SET ended_at = ? WHERE name = ? AND ended_at IS NULL', [
          ...[clock.now(), name],
        ]),
      ),
    all: () =>
      reading.all<Access & { madeAt: Instant }>(
        'SELECT name, role, scope, made_at AS "madeAt" FROM access WHERE ended_at IS NULL ORDER BY name, made_at',
      ),
  };
}
