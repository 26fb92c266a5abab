import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { longStep, outputOf } from './step.mjs';

const stamp = join('node_modules', '.set-up');

/**
 * Installs what the lock file names unless that is there already, built for this Node. `npm install`, because `npm ci`
 * demands that the lock file lists the optional packages of every platform, and ours cannot promise that; `--no-save`,
 * so that nothing tracked is rewritten.
 */
export async function ensureNpmPackages() {
  const wanted = createHash('sha256')
    .update(readFileSync('package-lock.json'))
    .update(process.version)
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const headers = await nodeHeaders();
  try {
    const env = headers.folder ? { npm_config_nodedir: headers.folder } : {};
    await longStep(
      'Installing packages and compiling the native ones (a few minutes)',
      'npm',
      ['install', '--no-save', '--include=dev'],
      {
        env,
      },
    );
  } finally {
    headers.discard();
  }
  writeFileSync(stamp, wanted);
}

/**
 * Where native packages find Node's headers. Node's own installer brings them along; where only the program was
 * copied, the registry's package of this very version has them, so that nothing else has to be reachable.
 */
async function nodeHeaders() {
  const installed = dirname(dirname(process.execPath));
  const isHome = (folder) => existsSync(join(folder, 'include', 'node', 'node.h'));
  if (isHome(installed)) return { folder: installed, discard: () => {} };

  const draft = mkdtempSync(join(tmpdir(), 'node-headers-'));
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const version = process.version.slice(1);
  await outputOf('npm', [
    'install',
    '--prefix',
    draft,
    '--no-save',
    '--ignore-scripts',
    `${name}@${version}`,
  ]);
  const folder = join(draft, 'node_modules', name);
  return {
    folder: isHome(folder) ? folder : null,
    discard: () => rmSync(draft, { recursive: true, force: true }),
  };
}
