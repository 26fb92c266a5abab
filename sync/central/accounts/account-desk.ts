import { hash } from 'node:crypto';
import { type Clock, type Instant, instant } from '#rules';
import type { Access } from '../access/rights.ts';
import type { CentralDatabase, Statements, Value } from '../database/database.ts';
import { nobodysProof, proofOf, provesPassword } from './password.ts';
import type { Seal } from './seal.ts';
import { base32, stepOf } from './totp.ts';

export interface Invited {
  readonly outcome: 'invited';
  readonly access: Access;
  /** Shown once, kept nowhere. */
  readonly code: string;
  readonly until: Instant;
}

export type SignIn =
  | { readonly outcome: 'signed-in'; readonly access: Access }
  /** Name, password or code: whoever guesses is not told which. */
  | { readonly outcome: 'wrong' }
  | { readonly outcome: 'locked'; readonly until: Instant };

/** The people who sign in at the centre, with a password and a second factor. */
export interface AccountDesk {
  /** Makes an account for a name that nobody has. */
  invite(access: Access): Promise<Invited | { readonly outcome: 'name-taken' }>;
  /** Gives an existing one a new beginning: its password, its authenticator and its sessions no longer count. */
  inviteAgain(name: string): Promise<Invited | { readonly outcome: 'unknown-account' }>;
  /** Whom an invitation is for and what their authenticator has to know; `null`: unknown, used or too old. */
  invited(code: string): Promise<{ readonly access: Access; readonly secret: string } | null>;
  /** Takes it up, once. */
  accept(
    code: string,
    password: string,
    oneTimeCode: string,
  ): Promise<
    | { readonly outcome: 'done'; readonly access: Access }
    | { readonly outcome: 'unknown-invitation' }
    | { readonly outcome: 'code-wrong' }
  >;
  signIn(name: string, password: string, oneTimeCode: string): Promise<SignIn>;
  /** @returns whether there was one */
  end(name: string): Promise<boolean>;
  all(): Promise<readonly AccountState[]>;
}

export interface AccountState extends Access {
  readonly state: 'invited' | 'active' | 'locked';
  readonly madeAt: Instant;
}

export interface AccountDeskDeps {
  readonly database: CentralDatabase;
  readonly clock: Pick<Clock, 'now'>;
  readonly randomBytes: (size: number) => Buffer;
  readonly seal: Seal;
}

const invitationMs = 3 * 24 * 3_600_000;
/** Beside the second factor enough against guessing; more would let anybody lock out whom they like for long. */
const failuresMost = 10;
const lockMs = 15 * 60_000;

interface Row extends Access {
  readonly password: string | null;
  readonly totpSecret: string;
  readonly failed: number;
  readonly lockedUntil: Instant | null;
}

const rowQuery = `SELECT name, role, scope, password, totp_secret AS "totpSecret", failed,
  locked_until AS "lockedUntil" FROM accounts WHERE ended_at IS NULL`;

const invitationHash = (code: string): string => hash('sha256', `mask-till invitation ${code}`);
const accessOf = ({ name, role, scope }: Access): Access => ({ name, role, scope });

export function createAccountDesk({ database, clock, randomBytes, seal }: AccountDeskDeps): AccountDesk {
  const { reading } = database;
  const byInvitation = (from: Pick<Statements, 'get'>, code: string) =>
    from.get<Row>(`${rowQuery} AND invitation_hash = ? AND invited_until > ?`, [
      ...[invitationHash(code), clock.now()],
    ]);

  /** Counted before it is tried, in one statement, so that attempts at once are attempts all the same. */
  const countFirst = (name: string): Promise<{ readonly row: Row | null; readonly may: 'try' | 'wait' }> =>
    database.inReference(async (statements) => {
      const now = clock.now();
      const counted = await statements.run(
        `UPDATE accounts SET failed = CASE WHEN failed + 1 < ? THEN failed + 1 ELSE 0 END,
           locked_until = CASE WHEN failed + 1 < ? THEN NULL ELSE CAST(? AS BIGINT) END
         WHERE name = ? AND ended_at IS NULL AND (locked_until IS NULL OR locked_until <= ?)`,
        [failuresMost, failuresMost, now + lockMs, name, now],
      );
      const row = await statements.get<Row>(`${rowQuery} AND name = ?`, [name]);
      return { row, may: row && counted === 0 ? 'wait' : 'try' };
    });
  const isLocked = ({ lockedUntil }: Row): boolean => lockedUntil !== null && lockedUntil > clock.now();

  function newInvitation(of: Access): { readonly invitation: Invited; readonly row: readonly Value[] } {
    const code = randomBytes(16).toString('base64url');
    const until = instant(clock.now() + invitationMs);
    const secret = seal.seal(base32(randomBytes(20)));
    const { name, role, scope } = of;
    return {
      invitation: { outcome: 'invited', access: accessOf(of), code, until },
      row: [name, role, scope, clock.now(), invitationHash(code), until, secret, 0, 0],
    };
  }

  /** A code counts once. @returns whether this was the first time */
  const useStep = (name: string, step: number): Promise<boolean> =>
    database.inReference(
      async (statements) =>
        (await statements.run(
          'UPDATE accounts SET totp_step = ?, failed = 0, locked_until = NULL WHERE name = ? AND totp_step < ?',
          [step, name, step],
        )) === 1,
    );

  return {
    async invite(access) {
      const { invitation, row } = newInvitation(access);
      const made = await database.inReference(async (statements) => {
        await statements.run('DELETE FROM accounts WHERE name = ? AND ended_at IS NOT NULL', [access.name]);
        return statements.insertMany('accounts', invitedColumns, [row]);
      });
      return made === 1 ? invitation : { outcome: 'name-taken' };
    },
    inviteAgain: (name) =>
      database.inReference(async (statements) => {
        const known = await statements.get<Row>(`${rowQuery} AND name = ?`, [name]);
        if (!known) return { outcome: 'unknown-account' };
        const { invitation, row } = newInvitation(known);
        await statements.run('DELETE FROM sessions WHERE name = ?', [name]);
        await statements.run('DELETE FROM accounts WHERE name = ?', [name]);
        await statements.insertMany('accounts', invitedColumns, [row]);
        return invitation;
      }),
    async invited(code) {
      const row = await byInvitation(reading, code);
      return row && { access: accessOf(row), secret: seal.open(row.totpSecret) };
    },
    async accept(code, password, oneTimeCode) {
      const row = await byInvitation(reading, code);
      if (!row) return { outcome: 'unknown-invitation' };
      const step = stepOf(oneTimeCode, seal.open(row.totpSecret), clock.now());
      if (step === null) return { outcome: 'code-wrong' };
      const proof = await proofOf(password, randomBytes);
      const taken = await database.inReference((statements) =>
        statements.run(
          `UPDATE accounts SET password = ?, totp_step = ?, invitation_hash = NULL, invited_until = NULL
           WHERE name = ? AND invitation_hash = ?`,
          [proof, step, row.name, invitationHash(code)],
        ),
      );
      return taken === 1 ? { outcome: 'done', access: accessOf(row) } : { outcome: 'unknown-invitation' };
    },
    async signIn(name, password, oneTimeCode) {
      const { row, may } = await countFirst(name);
      if (row && may === 'wait') return { outcome: 'locked', until: row.lockedUntil as Instant };
      const proves = await provesPassword(password, row?.password ?? nobodysProof);
      if (!row?.password || !proves) return { outcome: 'wrong' };
      const step = stepOf(oneTimeCode, seal.open(row.totpSecret), clock.now());
      if (step === null || !(await useStep(name, step))) return { outcome: 'wrong' };
      return { outcome: 'signed-in', access: accessOf(row) };
    },
    end: (name) =>
      database.inReference(async (statements) => {
        await statements.run('DELETE FROM sessions WHERE name = ?', [name]);
        const ended = 'UPDATE accounts SET ended_at = ? WHERE name = ? AND ended_at IS NULL';
        return (await statements.run(ended, [clock.now(), name])) === 1;
      }),
    async all() {
      const rows = await reading.all<Row & { readonly madeAt: Instant }>(
        `SELECT name, role, scope, password, failed, locked_until AS "lockedUntil", made_at AS "madeAt"
         FROM accounts WHERE ended_at IS NULL ORDER BY name`,
      );
      return rows.map((row) => ({
        ...accessOf(row),
        state: row.password === null ? 'invited' : isLocked(row) ? 'locked' : 'active',
        madeAt: row.madeAt,
      }));
    },
  };
}

const invitedColumns = [
  ...['name', 'role', 'scope', 'made_at', 'invitation_hash', 'invited_until'],
  ...['totp_secret', 'totp_step', 'failed'],
];
