import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshFolder } from '#fixtures/folder';
import { openSqliteDatabase } from './database/sqlite-database.ts';
import { publicKeyOf, verifiesText } from './ed25519.ts';
import { CentreKeysMissing, loadCentreKeys } from './keys.ts';

const openDatabase = () => openSqliteDatabase({ folder: ':memory:' });

describe("the centre's keys", () => {
  it('are made once, kept from other users, and the same after a restart', async () => {
    const [folder, database] = [freshFolder(), openDatabase()];
    const first = await loadCentreKeys(folder, database, randomBytes);
    const second = await loadCentreKeys(folder, database, randomBytes);
    expect(second.centreKeys).toEqual(first.centreKeys);
    expect(second.holderSecret).toBe(first.holderSecret);
    for (const file of ['centre.key', 'holder.key'])
      expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
    const [key] = first.centreKeys;
    if (!key) throw new Error('no key');
    expect(verifiesText('a text', publicKeyOf(key.key), second.sign('a text'))).toBe(true);
    expect(verifiesText('another', publicKeyOf(key.key), second.sign('a text'))).toBe(false);
  });

  it.each(['centre.key', 'holder.key'])(
    'are never made anew for a database that was begun: %s',
    async (file) => {
      const [folder, database] = [freshFolder(), openDatabase()];
      await loadCentreKeys(folder, database, randomBytes);
      const kept = readFileSync(join(folder, file), 'utf8');
      rmSync(join(folder, file));
      await expect(loadCentreKeys(folder, database, randomBytes)).rejects.toThrow(CentreKeysMissing);
      writeFileSync(join(folder, file), 'half a k');
      await expect(loadCentreKeys(folder, database, randomBytes)).rejects.toThrow(CentreKeysMissing);
      writeFileSync(join(folder, file), kept);
      await loadCentreKeys(folder, database, randomBytes);
    },
  );

  it('of another centre are refused at this database', async () => {
    const database = openDatabase();
    await loadCentreKeys(freshFolder(), database, randomBytes);
    await expect(loadCentreKeys(freshFolder(), database, randomBytes)).rejects.toThrow(CentreKeysMissing);
    const other = freshFolder();
    await loadCentreKeys(other, openDatabase(), randomBytes);
    await expect(loadCentreKeys(other, database, randomBytes)).rejects.toThrow(CentreKeysMissing);
  });
});
