/** Who may import whom: a folder, and what it may import beside itself and packages. The longest match rules. */
export const importTable: Readonly<Record<string, readonly string[]>> = {
  'terminal/rules': [],
  'terminal/api': ['terminal/rules'],
  'drivers/card-reader': ['terminal/rules'],
  'drivers/printer': ['terminal/rules'],
  'sync/protocol': ['terminal/rules'],
  'sync/api': ['terminal/rules'],
  'sync/central': ['sync/api', 'sync/protocol', 'terminal/rules'],
  'sync/client': ['sync/protocol', 'terminal/rules'],
  'terminal/journal': ['terminal/rules', 'sync/protocol'],
  'terminal/store': ['terminal/rules', 'terminal/journal', 'sync/protocol'],
  'terminal/services': [
    'terminal/rules',
    'terminal/journal',
    'terminal/store',
    'drivers/card-reader',
    'drivers/printer',
    'sync/protocol',
    'sync/client',
  ],
  'terminal/http': ['terminal/rules', 'terminal/services', 'terminal/api'],
  terminal: [
    'terminal/rules',
    'terminal/services',
    'terminal/store',
    'terminal/http',
    'sync/protocol',
    'sync/client',
    'drivers/card-reader',
    'drivers/printer',
  ],
  'kiosk-ui': ['terminal/api', 'sync/api'],
  fixtures: ['*'],
};

/** Folders that one folder alone may reach by `import()`, and only so: what ships to a shop never loads them. */
export const dynamicOnly: Readonly<Record<string, string>> = {
  fixtures: 'terminal',
  'sync/central': 'terminal',
};

/** Folders that may import nothing that belongs to Node, because a browser or the centre runs them as well. */
export const withoutNode: readonly string[] = [
  'terminal/rules',
  'terminal/api',
  'sync/api',
  'sync/protocol',
  'kiosk-ui',
];

export interface ImportFound {
  /** Path of the importing file from the root. */
  readonly file: string;
  /** Path of the imported file or folder from the root; `node:…`; or a package's name. */
  readonly target: string;
  readonly way: 'static' | 'dynamic';
}

/** The folder of the table in which a path lies. */
export const wallOf = (path: string): string | null =>
  Object.keys(importTable)
    .filter((folder) => path === folder || path.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0] ?? null;

/** Why an import is forbidden, or `null` if it is not. */
export function faultOf({ file, target, way }: ImportFound): string | null {
  const from = wallOf(file);
  if (from === null) return null;
  if (target.startsWith('node:')) {
    return withoutNode.includes(from) && !file.includes('.test.') ? `${from} is kept free of Node` : null;
  }
  const to = wallOf(target);
  if (to === null || to === from) return null;
  const allowed = importTable[from] ?? [];
  if (allowed.includes('*') || allowed.includes(to)) return null;
  if (way === 'dynamic' && dynamicOnly[to] === from) return null;
  return `${from} may not import ${to}`;
}
