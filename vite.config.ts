import preact from '@preact/preset-vite';
import { defineConfig, type Plugin } from 'vite';

/** The screens speak WebSocket alone: the other ways in which Engine.IO can carry a message stay out of their pages. */
const webSocketAlone: Plugin = {
  name: 'websocket-alone',
  load: (id) =>
    id.endsWith('/engine.io-client/build/esm/transports/index.js')
      ? "import { WS } from './websocket.js';\nexport const transports = { websocket: WS };"
      : null,
};

/** The screens: pages that share what they have in common. */
export default defineConfig({
  root: 'kiosk-ui',
  plugins: [preact(), webSocketAlone],
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
      input: ['index', 'display', 'stock', 'set-up', 'paper-form'].map((page) => `kiosk-ui/${page}.html`),
    },
  },
});
