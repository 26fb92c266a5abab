import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Instant, instant, instantOf } from '#rules';
import type { Access } from '../access/rights.ts';
import type { CentralDatabase } from '../database/database.ts';
import { createAccountDesk } from './account-desk.ts';
import { createSeal } from './seal.ts';
import { createSessions } from './sessions.ts';
import { codeAt } from './totp.ts';

const password = 'three masks a week';
const mei = { name: '王小美', role: 'county', scope: '新北市' } as const;

/** Run on SQLite and on PostgreSQL. */
export function describeAccounts(open: () => Promise<CentralDatabase>): void {
  describe('accounts and sessions', () => {
    let now: Instant;
    let database: CentralDatabase;
    const clock = { now: () => now };
    const pass = (ms: number) => {
      now = instant(now + ms);
    };
    const desk = () => {
      const seal = createSeal(Buffer.alloc(32, 7), randomBytes);
      return createAccountDesk({ database, clock, randomBytes, seal });
    };
    const sessions = () => createSessions({ database, clock, randomBytes });

    async function invited(who: Access = mei): Promise<string> {
      const made = await desk().invite(who);
      if (made.outcome !== 'invited') throw new Error(made.outcome);
      return made.code;
    }

    /** Invited and accepted. @returns what her authenticator shows now */
    async function anAccount(): Promise<() => string> {
      const code = await invited();
      const secret = (await desk().invited(code))?.secret ?? '';
      expect(await desk().accept(code, password, codeAt(secret, now))).toEqual({
        ...{ outcome: 'done', access: mei },
      });
      pass(30_000);
      return () => codeAt(secret, now);
    }

    const begin = async () => {
      database = await open();
      now = instantOf('2020-03-12T09:00:00+08:00');
    };

    it('lets in who has the password and the code of this half minute, and takes the code once', async () => {
      await begin();
      const shown = await anAccount();
      expect(await desk().signIn(mei.name, password, shown())).toEqual({ outcome: 'signed-in', access: mei });
      expect(await desk().signIn(mei.name, password, shown())).toEqual({ outcome: 'wrong' });
      pass(30_000);
      expect(await desk().signIn(mei.name, password, shown())).toMatchObject({ outcome: 'signed-in' });
    });

    it('tells nobody which of the three was wrong', async () => {
      await begin();
      const shown = await anAccount();
      const wrong = { outcome: 'wrong' };
      expect(await desk().signIn('nobody', password, shown())).toEqual(wrong);
      expect(await desk().signIn(mei.name, 'three masks a day', shown())).toEqual(wrong);
      expect(await desk().signIn(mei.name, password, shown() === '000000' ? '000001' : '000000')).toEqual(
        wrong,
      );
    });

    it('locks an account after ten wrong attempts, also when they come at once, and opens it by itself', async () => {
      await begin();
      const shown = await anAccount();
      await Promise.all(
        Array.from({ length: 10 }, () => desk().signIn(mei.name, 'guessed guessed', '000000')),
      );
      expect(await desk().signIn(mei.name, password, shown())).toEqual({
        ...{ outcome: 'locked', until: now + 15 * 60_000 },
      });
      expect((await desk().all()).map(({ state }) => state)).toEqual(['locked']);
      pass(15 * 60_000);
      expect(await desk().signIn(mei.name, password, shown())).toMatchObject({ outcome: 'signed-in' });
    });

    it('takes an invitation once, within three days, and only with a code of its authenticator', async () => {
      await begin();
      const code = await invited();
      const secret = (await desk().invited(code))?.secret ?? '';
      const other = codeAt(secret, instant(now - 3_600_000));
      expect(await desk().accept(code, password, other)).toEqual({ outcome: 'code-wrong' });
      expect((await desk().all()).map(({ state }) => state)).toEqual(['invited']);
      expect(await desk().signIn(mei.name, '', codeAt(secret, now))).toEqual({ outcome: 'wrong' });
      expect(await desk().accept(code, password, codeAt(secret, now))).toMatchObject({ outcome: 'done' });
      const again = await desk().accept(code, password, codeAt(secret, now));
      expect([again, await desk().invited(code)]).toEqual([{ outcome: 'unknown-invitation' }, null]);

      const late = await invited({ ...mei, name: 'late' });
      pass(3 * 24 * 3_600_000);
      expect(await desk().invited(late)).toBeNull();
    });

    it('begins anew with another invitation: password, authenticator and sessions of before are gone', async () => {
      await begin();
      const shown = await anAccount();
      const token = await sessions().open(mei.name, 'Firefox');
      expect(await desk().inviteAgain(mei.name)).toMatchObject({ outcome: 'invited', access: mei });
      expect(await sessions().whose(token)).toBeNull();
      expect(await desk().signIn(mei.name, password, shown())).toEqual({ outcome: 'wrong' });
    });

    it('gives a name to one person: it is free again when the account was ended', async () => {
      await begin();
      const shown = await anAccount();
      const token = await sessions().open(mei.name, 'Firefox');
      const other = { ...mei, role: 'authority', scope: '' } as const;
      expect(await desk().invite(other)).toEqual({ outcome: 'name-taken' });
      expect(await sessions().whose(token)).toMatchObject({ access: mei });
      expect(await desk().signIn(mei.name, password, shown())).toMatchObject({ outcome: 'signed-in' });
      await desk().end(mei.name);
      expect(await desk().inviteAgain(mei.name)).toEqual({ outcome: 'unknown-account' });
      expect(await desk().invite(other)).toMatchObject({ outcome: 'invited', access: other });
    });

    it('ends a session after twelve hours, after two unused ones, and with its account', async () => {
      await begin();
      await anAccount();
      const [used, unused] = [await sessions().open(mei.name, 'a'), await sessions().open(mei.name, 'b')];
      pass(2 * 3_600_000 - 1);
      expect(await sessions().whose(used)).toMatchObject({ access: mei });
      pass(1);
      expect(await sessions().whose(unused)).toBeNull();
      for (let hour = 2; hour < 11; hour++) {
        pass(3_600_000);
        expect(await sessions().whose(used)).toMatchObject({ access: mei });
      }
      pass(3_600_000);
      expect(await sessions().whose(used)).toBeNull();
      const third = await sessions().open(mei.name, 'c');
      expect(await desk().end(mei.name)).toBe(true);
      expect(await sessions().whose(third)).toBeNull();
      expect(await desk().end(mei.name)).toBe(false);
    });

    it("lets people end their other sessions, and nobody else's", async () => {
      await begin();
      await begin();
      await anAccount();
      const tokens = [await sessions().open(mei.name, 'a'), await sessions().open(mei.name, 'b')];
      const [one, other] = await Promise.all(tokens.map((token) => sessions().whose(token)));
      expect((await sessions().of(mei.name)).map(({ browser }) => browser)).toEqual(['a', 'b']);
      expect(await sessions().end('somebody', { id: one?.id ?? '' })).toBe(0);
      expect(await sessions().end(mei.name, { allBut: one?.id ?? '' })).toBe(1);
      expect(await Promise.all(tokens.map((token) => sessions().whose(token)))).toEqual([one, null]);
      expect(other?.id).not.toBe(one?.id);
    });

    it('keeps neither passwords nor secrets nor tokens readable in the database', async () => {
      await begin();
      const code = await invited();
      const secret = (await desk().invited(code))?.secret ?? '';
      await desk().accept(code, password, codeAt(secret, now));
      const token = await sessions().open(mei.name, '');
      const rows = [
        ...(await database.reading.all('SELECT * FROM accounts')),
        ...(await database.reading.all('SELECT * FROM sessions')),
      ];
      for (const kept of [password, secret, token, code]) expect(JSON.stringify(rows)).not.toContain(kept);
    });
  });
}
