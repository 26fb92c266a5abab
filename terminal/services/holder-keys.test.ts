import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshFolder } from '#fixtures/folder';
import { type IdNumber, parseIdNumber, personal } from '#rules';
import { createHolderKeys, HolderKeyMissing, loadHolderSecret } from './holder-keys.ts';

function idNumber(text: string): IdNumber {
  const result = parseIdNumber(text);
  return result.ok ? result.value.number : expect.fail(result.problem);
}

describe('the holder key', () => {
  const keys = createHolderKeys(Buffer.alloc(32, 7));

  it('is the same for the same number, and another for another', async () => {
    const [a, b, c] = await Promise.all(
      ['A123456789', 'A123456789', 'A100000001'].map((id) => keys.keyOf(personal(idNumber(id)))),
    );
    expect(a).toBe(b);
    expect(a).not.toBe(c);
    expect(a).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is another under another secret', async () => {
    const others = createHolderKeys(Buffer.alloc(32, 8));
    const id = personal(idNumber('A123456789'));
    expect(await others.keyOf(id)).not.toBe(await keys.keyOf(id));
  });
});

describe('the secret', () => {
  it('is made once, for its owner alone to read, and found again', () => {
    const folder = freshFolder();
    const secret = loadHolderSecret(folder, 'empty');
    expect(secret).toHaveLength(32);
    expect(loadHolderSecret(folder, 'begun').equals(secret)).toBe(true);
    if (process.platform !== 'win32') {
      expect(statSync(join(folder, 'holder.key')).mode & 0o777).toBe(0o600);
    }
    expect(existsSync(join(folder, 'holder.key.new'))).toBe(false);
  });

  it('that is gone while purchases depend on it stops the till instead of being replaced', () => {
    const folder = freshFolder();
    loadHolderSecret(folder, 'empty');
    rmSync(join(folder, 'holder.key'));
    expect(() => loadHolderSecret(folder, 'begun')).toThrow(HolderKeyMissing);
  });

  it('that is damaged stops the till', () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'holder.key'), 'half');
    expect(() => loadHolderSecret(folder, 'begun')).toThrow(HolderKeyMissing);
  });
});
