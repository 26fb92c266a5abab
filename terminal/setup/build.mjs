import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const stamp = join('dist', '.built');
const sources = ['terminal', 'kiosk-ui', 'drivers', 'sync', 'fixtures'];
const settings = ['package.json', 'package-lock.json', 'vite.config.ts', 'vite.node.config.ts'];

/** Builds the programs and the screens unless they are younger than every source. */
export async function ensureBuilt() {
  const newest = String(Math.max(...settings.map(changedAt), ...sources.map(newestIn)));
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === newest) return;
  process.stdout.write('• Building …\n');
  const { build } = await import('vite');
  await build({ configFile: 'vite.node.config.ts', logLevel: 'warn' });
  await build({ configFile: 'vite.config.ts', logLevel: 'warn' });
  writeFileSync(stamp, newest);
}

const changedAt = (file) => statSync(file).mtimeMs;

const newestIn = (folder) =>
  Math.max(
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => changedAt(join(entry.parentPath, entry.name))),
  );

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await ensureBuilt();
