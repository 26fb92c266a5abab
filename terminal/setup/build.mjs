import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const stamp = join('dist', '.built');
const sources = ['terminal', 'kiosk-ui', 'drivers', 'sync', 'fixtures'];
const settings = ['package.json', 'package-lock.json', 'vite.config.ts', 'vite.node.config.ts'];

const itself = fileURLToPath(import.meta.url);

/**
 * Builds the programs and the screens unless they are younger than every source. In a process of its own, because a till
 * that has built would hold 300 MB for it as long as it runs.
 */
export function ensureBuilt() {
  if (isBuilt(newestSource())) return;
  const { status } = spawnSync(process.execPath, [itself], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

async function build() {
  const newest = newestSource();
  if (isBuilt(newest)) return;
  process.stdout.write('• Building …\n');
  const vite = await import('vite');
  await vite.build({ configFile: 'vite.node.config.ts', logLevel: 'warn' });
  await vite.build({ configFile: 'vite.config.ts', logLevel: 'warn' });
  writeFileSync(stamp, newest);
}

const isBuilt = (newest) => existsSync(stamp) && readFileSync(stamp, 'utf8') === newest;

const newestSource = () => String(Math.max(...settings.map(changedAt), ...sources.map(newestIn)));

const changedAt = (file) => statSync(file).mtimeMs;

const newestIn = (folder) =>
  Math.max(
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => changedAt(join(entry.parentPath, entry.name))),
  );

if (process.argv[1] === itself) await build();
