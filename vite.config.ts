import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

/** The screens: three pages that share one bundle. */
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
    rolldownOptions: { input: ['kiosk-ui/index.html', 'kiosk-ui/display.html'] },
  },
});
