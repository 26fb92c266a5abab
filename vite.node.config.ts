import { existsSync } from 'node:fs';
import { defineConfig } from 'vite';

/** Every program that Node runs, bundled to `dist/node/<name>.js`; packages stay in `node_modules`. */
const programs = {
  terminal: 'terminal/main.ts',
  central: 'sync/central/main.ts',
  'intake-program': 'sync/central/ingest/intake-program.ts',
  'signature-program': 'sync/central/requests/signature-program.ts',
  'pcsc-child': 'drivers/card-reader/pcsc-child.ts',
  card: 'fixtures/card/main.ts',
  printer: 'fixtures/printer/main.ts',
  'crash-worker': 'fixtures/crash/worker.ts',
  'crash-joined-worker': 'fixtures/crash/joined-worker.ts',
  bench: 'fixtures/bench/main.ts',
  'busy-till': 'fixtures/bench/busy-till.ts',
  'soak-worker': 'fixtures/soak/worker.ts',
  'bare-reader': 'fixtures/bench/bare-reader.ts',
  'centre-child': 'fixtures/bench/centre-child.ts',
  'country-tills': 'fixtures/bench/country-tills.ts',
  'pouch-server': 'fixtures/bench/pouch-server.ts',
  'public-asking': 'fixtures/bench/public-asking.ts',
  'look-up-page': 'kiosk-ui/look-up/render.tsx',
};

export default defineConfig({
  publicDir: false,
  // Preact with the page that it renders, so that a shop's installation needs neither; of zod what is used, or every
  // till would keep its sentences in sixty languages.
  ssr: { noExternal: ['preact', 'preact-render-to-string', 'zod'] },
  build: {
    ssr: true,
    outDir: 'dist/node',
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    rolldownOptions: {
      input: Object.fromEntries(Object.entries(programs).filter(([, file]) => existsSync(file))),
      output: { entryFileNames: '[name].js', chunkFileNames: 'part-[name]-[hash].js' },
    },
  },
});
