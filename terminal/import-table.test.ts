import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultOf, type ImportFound, wallOf } from './import-table.ts';

const root = join(import.meta.dirname, '..');
const aliases: Record<string, string> = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).imports;

/** `#rules` and `./x.ts` as paths from the root; packages and `node:` as they are. */
function resolve(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(dirname(file), specifier);
  const exact = aliases[specifier];
  if (exact) return posix.normalize(exact);
  const [prefix] = specifier.split('/');
  const pattern = aliases[`${prefix}/*`];
  return pattern ? posix.normalize(pattern.replace('*', specifier.slice(`${prefix}/`.length))) : specifier;
}

function importsOf(file: string): ImportFound[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = (pattern: RegExp, way: ImportFound['way']) =>
    [...text.matchAll(pattern)].map((m): ImportFound => ({ file, target: resolve(file, m[1] ?? ''), way }));
  return [
    ...found(/^(?:import|export)\s[^;'"]*?from\s+['"]([^'"]+)['"]/gm, 'static'),
    ...found(/^import\s+['"]([^'"]+)['"]/gm, 'static'),
    ...found(/\bimport\(\s*['"]([^'"]+)['"]/g, 'dynamic'),
  ];
}

const files = ['terminal', 'kiosk-ui', 'drivers', 'sync', 'fixtures'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .filter((name) => /\.tsx?$/.test(name)),
);

/** A test may look over the wall at the fixtures; what it tests may not. */
const isTest = (file: string) => /\.(test|contract|bench)\.tsx?$/.test(file);

describe('the import table', () => {
  it('holds for every import of every file', () => {
    const imports = files.filter((file) => !isTest(file)).flatMap(importsOf);
    expect(imports.length).toBeGreaterThan(100);
    expect(imports.flatMap((i) => faultOf(i) ?? []).length, listOf(imports)).toBe(0);
  });

  it.each<[string, string, ImportFound['way']]>([
    ['terminal/rules/decide.ts', 'terminal/store/index.ts', 'static'],
    ['terminal/rules/decide.ts', 'node:fs', 'static'],
    ['drivers/printer/printer.ts', 'fixtures/people.ts', 'static'],
    ['kiosk-ui/counter/page.tsx', 'terminal/rules/index.ts', 'static'],
    ['terminal/http/server.ts', 'terminal/store/index.ts', 'static'],
    ['terminal/services/counter.ts', 'terminal/api/index.ts', 'static'],
    ['terminal/terminal.ts', 'fixtures/virtual-devices.ts', 'static'],
    ['terminal/services/slips.ts', 'fixtures/virtual-devices.ts', 'dynamic'],
    ['terminal/store/store.ts', 'sync/client/index.ts', 'static'],
    ['terminal/http/server.ts', 'sync/client/index.ts', 'static'],
    ['terminal/terminal.ts', 'sync/central/index.ts', 'static'],
    ['terminal/services/centre-desk.ts', 'sync/central/index.ts', 'dynamic'],
  ])('forbids %s to import %s', (file, target, way) => {
    expect(faultOf({ file, target, way })).not.toBeNull();
  });

  it('lets the composition root load the fixtures where they are used', () => {
    expect(
      faultOf({ file: 'terminal/devices.ts', target: 'fixtures/virtual-devices.ts', way: 'dynamic' }),
    ).toBeNull();
  });

  it('knows every folder of the house', () => {
    expect(files.filter((file) => wallOf(file) === null)).toEqual([]);
  });

  it('keeps the schema library out of the browser: the screens import types alone', () => {
    const screens = files.filter((file) => file.startsWith('kiosk-ui/') && !isTest(file));
    const values = screens.filter((file) =>
      /^import\s+(?!type\b)[^;]*from\s+'#(?:central-)?api'/m.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(values).toEqual([]);
  });
});

const listOf = (imports: readonly ImportFound[]): string =>
  imports.flatMap((i) => (faultOf(i) ? `${i.file} → ${i.target}` : [])).join('\n');
