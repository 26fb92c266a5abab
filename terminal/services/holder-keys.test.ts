import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshFolder } from '#fixtures/folder';
import { type IdNumber, parseIdNumber, personal } from '#rules';
import { createHolderKeys, HolderKeyMissing, openHolderSecrets } from './holder-keys.ts';

function idNumber(text: string): IdNumber {
  const result = parseIdNumber(text);
  return result.ok ? result.value.number : expect.fail(result.problem);
}

const [seven, eight] = [Buffer.alloc(32, 7), Buffer.alloc(32, 8)];
const somebody = personal(idNumber('A123456789'));

describe('the holder key', () => {
  const keys = createHolderKeys({ all: () => [seven] });

  it('is the same for the same number, and another for another', async () => {
    const [a, b, c] = await Promise.all(
      ['A123456789', 'A123456789', 'A100000001'].map((id) => keys.keysOf(personal(idNumber(id)))),
    );
    expect(a).toEqual(b);
    expect(a?.key).not.toBe(c?.key);
    expect(a?.key).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is another under another secret', async () => {
    const others = createHolderKeys({ all: () => [eight] });
    expect((await others.keysOf(somebody)).key).not.toBe((await keys.keysOf(somebody)).key);
  });

  it('under a new secret comes with the one before, so that what was bought under it is found', async () => {
    const before = await keys.keysOf(somebody);
    const after = await createHolderKeys({ all: () => [eight, seven] }).keysOf(somebody);
    expect(before.former).toEqual([]);
    expect(after.key).not.toBe(before.key);
    expect(after.former).toEqual([before.key]);
  });
});

describe('the secrets', () => {
  it('begin with one that is made once, for its owner alone to read, and found again', () => {
    const folder = freshFolder();
    const [secret] = openHolderSecrets(folder, 'empty').all();
    expect(secret).toHaveLength(32);
    expect(openHolderSecrets(folder, 'begun').all()).toEqual([secret]);
    if (process.platform !== 'win32') {
      expect(statSync(join(folder, 'holder.key')).mode & 0o777).toBe(0o600);
    }
    expect(existsSync(join(folder, 'holder.key.new'))).toBe(false);
  });

  it("take the country's as the one in use, keep those before it, and are found so again", () => {
    const folder = freshFolder();
    const secrets = openHolderSecrets(folder, 'empty');
    const [own] = secrets.all();
    secrets.adopt(seven);
    expect(secrets.all()).toEqual([seven, own]);
    secrets.adopt(eight);
    expect(openHolderSecrets(folder, 'begun').all()).toEqual([eight, seven, own]);
  });

  it('that are adopted a second time stay as they are', () => {
    const folder = freshFolder();
    const secrets = openHolderSecrets(folder, 'empty');
    secrets.adopt(seven);
    const written = readFileSync(join(folder, 'holder.key'), 'utf8');
    secrets.adopt(seven);
    openHolderSecrets(folder, 'begun').adopt(seven);
    expect(readFileSync(join(folder, 'holder.key'), 'utf8')).toBe(written);
  });

  it('that are gone while purchases depend on them stop the till instead of being replaced', () => {
    const folder = freshFolder();
    openHolderSecrets(folder, 'empty');
    rmSync(join(folder, 'holder.key'));
    expect(() => openHolderSecrets(folder, 'begun')).toThrow(HolderKeyMissing);
  });

  it.each([
    ['a damaged one', 'half'],
    ['a damaged one among them', `${'07'.repeat(32)}\nhalf`],
    ['none', ''],
  ])('with %s stop the till', (_what, text) => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'holder.key'), text);
    expect(() => openHolderSecrets(folder, 'begun')).toThrow(HolderKeyMissing);
  });
});
