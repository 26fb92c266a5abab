import { existsSync, readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { packedBetterAndBetter } from '../public/packed.ts';
import type { ReadyAnswer } from '../public/ready-answers.ts';

/** The built pages of the centre, and whatever they fetch, in memory. The till's own pages are not among them. */
export interface PageFiles {
  /** A page with its blanks as they were built; `null`: it is not built. @param name such as `look-up.html` */
  page(name: string): string | null;
  /** @param path such as `/assets/look-up-1a2b3c.js` */
  file(path: string): PageFile | null;
}

export interface PageFile {
  readonly type: string;
  /** `for-ever`: its name is of its bytes, so that a change has another. */
  readonly stays: 'for-ever' | 'until-asked';
  /** Packed when the first one asks. */
  ready(): Promise<ReadyAnswer>;
}

const pages = ['look-up.html', 'admin.html'] as const;
/** They have names that browsers ask for again: a service worker at the root is of the whole site. */
const rootFiles = ['look-up-worker.js', 'look-up.webmanifest', 'apple-touch-icon.png'] as const;

/** What Vite says of one file: which others it fetches. */
interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
  readonly assets?: readonly string[];
}
type Manifest = Readonly<Record<string, Chunk>>;

/** @param folder of the build, which may be missing */
export function createPageFiles(folder: string): PageFiles {
  const manifest = readManifest(folder);
  const built = new Map(
    pages
      .filter((name) => existsSync(join(folder, name)))
      .map((name) => [name as string, readText(folder, name)]),
  );
  const paths = [...built.keys()].flatMap((name) => [...filesOf(manifest, name)]);
  const atRoot = rootFiles.filter((name) => existsSync(join(folder, name)));
  const fetched = atRoot.flatMap((name) => [
    name,
    ...filesOf(manifest, chunkOf(manifest, name)),
    ...iconsOf(folder, name),
  ]);
  const files = new Map<string, PageFile>(
    [...new Set([...paths, ...fetched])].map((path) => [`/${path}`, pageFile(folder, path)]),
  );
  return { page: (name) => built.get(name) ?? null, file: (path) => files.get(path) ?? null };
}

function readManifest(folder: string): Manifest {
  const file = join(folder, '.vite', 'manifest.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : {};
}

const readText = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8');

const chunkOf = (manifest: Manifest, file: string): string =>
  Object.keys(manifest).find((name) => manifest[name]?.file === file) ?? '';

/** What a page or a script fetches, and what that fetches. */
function filesOf(manifest: Manifest, name: string, seen = new Set<string>()): Set<string> {
  const found = new Set<string>();
  const chunk = manifest[name];
  if (!chunk || seen.has(name)) return found;
  seen.add(name);
  for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) {
    if (!file.endsWith('.html')) found.add(file);
  }
  for (const other of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) {
    for (const file of filesOf(manifest, other, seen)) found.add(file);
  }
  return found;
}

/** The pictures that a web manifest names, as far as they are files of the build. */
function iconsOf(folder: string, name: string): string[] {
  if (!name.endsWith('.webmanifest')) return [];
  const { icons = [] } = JSON.parse(readText(folder, name)) as {
    icons?: readonly { readonly src: string }[];
  };
  return icons
    .map(({ src }) => normalize(src.replace(/^\//, '')))
    .filter((path) => !path.startsWith('..') && existsSync(join(folder, path)));
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

function pageFile(folder: string, path: string): PageFile {
  const bytes = readFileSync(join(folder, path));
  return {
    type: types[extname(path)] ?? 'application/octet-stream',
    stays: path.startsWith('assets/') ? 'for-ever' : 'until-asked',
    ready: packedBetterAndBetter(bytes, 'any'),
  };
}
