import { randomBytes } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { freshFolder } from '#fixtures/folder';
import { instant } from '#rules';
import { openSqliteDatabase } from '../database/sqlite-database.ts';
import { createAccessDesk } from './access-desk.ts';
import { keepOperatorToken, operatorTokenFile, readOperatorToken } from './operator-token.ts';

const open = () => {
  const database = openSqliteDatabase({ folder: ':memory:' });
  const access = createAccessDesk({ database, clock: { now: () => instant(1) }, randomBytes });
  return { database, access };
};

describe('the token of the machine', () => {
  it('is kept from everybody else, and is the same after a restart', async () => {
    const folder = freshFolder();
    const { access } = open();
    await keepOperatorToken(folder, access, randomBytes);
    const token = readOperatorToken(folder) ?? '';
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await access.whose(token)).toEqual({ name: 'operator', role: 'authority', scope: '' });
    if (process.platform !== 'win32') expect(statSync(operatorTokenFile(folder)).mode & 0o777).toBe(0o600);
    await keepOperatorToken(folder, access, randomBytes);
    expect(readOperatorToken(folder)).toBe(token);
  });

  it('is made anew where the database does not know it', async () => {
    const folder = freshFolder();
    writeFileSync(operatorTokenFile(folder), `${'x'.repeat(43)}\n`);
    const { access } = open();
    await keepOperatorToken(folder, access, randomBytes);
    expect(readFileSync(operatorTokenFile(folder), 'utf8')).not.toContain('xxx');
    expect(await access.whose(readOperatorToken(folder) ?? '')).toMatchObject({ role: 'authority' });
  });

  it('stands in the database as its hash only, and is nobody’s once it was ended', async () => {
    const { database, access } = open();
    const token = await access.give({ name: 'a', role: 'county', scope: '臺北市' });
    expect(JSON.stringify(await database.reading.all('SELECT * FROM access'))).not.toContain(token);
    expect(await access.all()).toMatchObject([{ name: 'a', role: 'county', scope: '臺北市', madeAt: 1 }]);
    expect(await access.end('a')).toBe(1);
    expect(await access.whose(token)).toBeNull();
    expect(await access.end('a')).toBe(0);
  });
});
