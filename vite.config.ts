import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

/** The screens: pages that share what they have in common. */
export default defineConfig({
  root: 'kiosk-ui',
  plugins: [preact()],
  build: {
    outDir: '../dist/kiosk-ui',
    emptyOutDir: true,
    target: 'es2022',
    // The content security policy allows no inline script or data: style, so nothing may be inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ['index', 'display', 'stock', 'set-up', 'paper-form'].map((page) => `kiosk-ui/${page}.html`),
    },
  },
});
