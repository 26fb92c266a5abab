import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { freshFolder } from '#fixtures/folder';
import { dumpPostgres } from './postgres-tools.ts';

afterEach(() => vi.unstubAllEnvs());

/** In the place of the real one: notes its words and its password. */
function playTool(script: string): string {
  const folder = freshFolder();
  const tool = join(folder, 'pg_dump');
  writeFileSync(tool, `#!/bin/sh\n${script}\n`);
  chmodSync(tool, 0o755);
  vi.stubEnv('PATH', `${folder}:/bin:/usr/bin`);
  return folder;
}

describe.skipIf(process.platform === 'win32')('the tools of PostgreSQL', () => {
  it('are asked for where they are not there', async () => {
    vi.stubEnv('PATH', freshFolder());
    await expect(dumpPostgres('postgres://a:b@h/d', 'f')).rejects.toThrow(
      /^pg_dump is not on this machine: install PostgreSQL's client programs/,
    );
  });

  it('are given the password where nobody else sees it', async () => {
    const folder = playTool(
      'echo "$@" > "$(dirname "$0")/said"; echo "$PGPASSWORD" >> "$(dirname "$0")/said"',
    );
    await dumpPostgres('postgres://centre:p%40ss@db:5433/centre', '/tmp/f');
    expect(readFileSync(join(folder, 'said'), 'utf8').trim().split('\n')).toEqual([
      '--format=custom --no-owner --file=/tmp/f --dbname=postgres://centre@db:5433/centre',
      'p@ss',
    ]);
  });

  it('say themselves why they failed', async () => {
    playTool('echo "server version mismatch" >&2; exit 1');
    await expect(dumpPostgres('postgres://a@h/d', 'f')).rejects.toThrow(
      'pg_dump failed: server version mismatch',
    );
  });
});
