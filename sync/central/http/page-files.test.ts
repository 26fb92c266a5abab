import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { freshFolder } from '#fixtures/folder';
import { createPageFiles } from './page-files.ts';

const manifest = {
  'look-up.html': {
    file: 'assets/look-up-1.js',
    imports: ['_shared.js'],
    css: ['assets/look-up-1.css'],
    dynamicImports: ['map.ts'],
  },
  '_shared.js': { file: 'assets/shared-1.js', imports: ['look-up.html'] },
  'map.ts': { file: 'assets/map-1.js', assets: ['assets/outlines-1.json'] },
  'index.html': { file: 'assets/counter-1.js', imports: ['_shared.js'] },
};

function built() {
  const folder = freshFolder();
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('.vite/manifest.json', JSON.stringify(manifest));
  for (const page of ['look-up.html', 'index.html', 'stock.html']) write(page, `<title>${page}</title>`);
  for (const path of [
    'look-up-1.js',
    'look-up-1.css',
    'shared-1.js',
    'map-1.js',
    'outlines-1.json',
    'counter-1.js',
  ]) {
    write(`assets/${path}`, `${path} `.repeat(100));
  }
  write('look-up-worker.js', 'self');
  write('icon.svg', '<svg/>');
  write('apple-touch-icon.png', 'png');
  write('secret.txt', 'nobody');
  const icons = ['/icon.svg', '../../etc/passwd', 'none.png'].map((src) => ({ src }));
  write('look-up.webmanifest', JSON.stringify({ icons }));
  return createPageFiles(folder);
}

describe('the built pages', () => {
  it('are served with all that they fetch, sooner or later', () => {
    const files = built();
    expect(files.page('look-up.html')).toBe('<title>look-up.html</title>');
    for (const path of ['look-up-1.js', 'look-up-1.css', 'shared-1.js', 'map-1.js', 'outlines-1.json']) {
      expect([path, files.file(`/assets/${path}`)?.stays]).toEqual([path, 'for-ever']);
    }
    expect(files.file('/look-up-worker.js')).toMatchObject({
      type: 'text/javascript; charset=utf-8',
      stays: 'until-asked',
    });
    expect(files.file('/look-up.webmanifest')?.type).toBe('application/manifest+json; charset=utf-8');
    expect(files.file('/apple-touch-icon.png')).toMatchObject({ type: 'image/png', stays: 'until-asked' });
    expect(files.file('/icon.svg')?.type).toBe('image/svg+xml');
  });

  it('are served without anything of the till, and nothing that is not theirs', () => {
    const files = built();
    for (const path of [
      ...['/assets/counter-1.js', '/index.html', '/stock.html', '/secret.txt', '/.vite/manifest.json', '/'],
      ...[
        '/look-up.html',
        '/assets/../secret.txt',
        '/../../etc/passwd',
        '/assets',
        '/__proto__',
        '/none.png',
      ],
    ]) {
      expect([path, files.file(path)]).toEqual([path, null]);
    }
    expect(files.page('index.html')).toBeNull();
  });

  it('are packed once, both ways', async () => {
    const file = built().file('/assets/map-1.js');
    const ready = await file?.ready();
    expect(await file?.ready()).toBe(ready);
    const text = 'map-1.js '.repeat(100);
    expect(gunzipSync(ready?.gzip ?? '').toString()).toBe(text);
    expect(brotliDecompressSync(ready?.brotli ?? '').toString()).toBe(text);
  });

  it('are none where nothing was built', () => {
    const files = createPageFiles(freshFolder());
    expect([files.page('look-up.html'), files.file('/assets/look-up-1.js')]).toEqual([null, null]);
  });
});
