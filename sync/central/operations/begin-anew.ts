import type { Instant } from '#rules';
import type { CentralDatabase, Reading } from '../database/database.ts';

/** What a backup that was put back says of its time, for whoever has to bring it up to now. */
export interface StandsAgain {
  /** The last that it knows of; `null`: nothing was ever done. */
  readonly until: Instant | null;
  /** Tills of which entries are taken. */
  readonly tills: number;
  /** Whose tokens and whose accounts stand, by name. */
  readonly accesses: readonly string[];
  readonly accounts: readonly string[];
  /** Number of the last rules that were announced, 0 for none. */
  readonly policy: number;
}

/**
 * Makes a database that was put back ready to go on: what it gives out is numbered above all that was given out since,
 * and what may have been used up since is good no more: enrolment codes, invitations, sessions.
 */
export async function beginAnew(database: CentralDatabase, now: Instant): Promise<StandsAgain> {
  await database.inReference(async (statements) => {
    const last = await statements.get<{ at: number | null }>('SELECT max(at) AS at FROM restores');
    await statements.insertMany('restores', ['at'], [[Math.max(now, (last?.at ?? 0) + 1)]]);
    await statements.run('DELETE FROM sessions');
    await statements.run(
      'UPDATE accounts SET invitation_hash = NULL, invited_until = NULL WHERE invitation_hash IS NOT NULL',
    );
    // Those that were used are kept: their own till is answered as before.
    await statements.run('DELETE FROM enrolment_codes WHERE used_by IS NULL');
  });
  return readStanding(database.reading);
}

async function readStanding(reading: Reading): Promise<StandsAgain> {
  const row = await reading.get<Record<'done' | 'heard' | 'policy', number | null> & { tills: number }>(
    `SELECT (SELECT max(at) FROM audit) AS done, (SELECT max(seen_at) FROM tills) AS heard,
       (SELECT max(number) FROM policies) AS policy,
       (SELECT count(*) FROM tills WHERE revoked_at IS NULL) AS tills`,
  );
  const names = async (table: 'access' | 'accounts') =>
    (
      await reading.all<{ name: string }>(
        `SELECT DISTINCT name FROM ${table} WHERE ended_at IS NULL ORDER BY name`,
      )
    ).map(({ name }) => name);
  const until = Math.max(row?.done ?? 0, row?.heard ?? 0);
  return {
    until: until === 0 ? null : (until as Instant),
    tills: row?.tills ?? 0,
    ...{ accesses: await names('access'), accounts: await names('accounts'), policy: row?.policy ?? 0 },
  };
}
