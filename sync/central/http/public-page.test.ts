import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { LookUpView } from '#central-api';
import { inventedCountry } from '#fixtures/country/country';
import { freshFolder } from '#fixtures/folder';
import { openStockedCentre } from '#fixtures/stocked-centre';
import { instant } from '#rules';
import type { CentralConfig } from '../config.ts';

const hostile = '</script><script>alert(1)</script>%VIEW%%BODY%';
const country = inventedCountry(40).map((stocked, i) =>
  i === 0 ? { ...stocked, listed: { ...stocked.listed, ownNote: hostile } } : stocked,
);

/** A centre whose pages are built, with a page that says what it was given. */
async function open(config: Partial<CentralConfig> = {}) {
  const folder = freshFolder();
  mkdirSync(join(folder, '.vite'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(
    join(folder, '.vite/manifest.json'),
    JSON.stringify({ 'look-up.html': { file: 'assets/page-1.js' } }),
  );
  writeFileSync(join(folder, 'assets/page-1.js'), 'start()');
  writeFileSync(join(folder, 'look-up-worker.js'), 'self');
  writeFileSync(
    join(folder, 'look-up.html'),
    '<html lang="%LANG%"><title>%TITLE%</title><main>%BODY%</main><script type="application/json" id="view">%VIEW%</script>',
  );
  const views: LookUpView[] = [];
  const renderLookUp = (view: LookUpView) => {
    views.push(view);
    return { title: `<${view.language}>`, body: `<p>${view.list.total}</p>` };
  };
  const lines: object[] = [];
  const log = { info: (...said: object[]) => void lines.push(said), warn: () => {}, error: () => {} };
  const pages = { folder, renderLookUp };
  // Time to be counted by stands still, so that no limit depends on how quickly this machine asks.
  const clock = { now: () => instant(Date.now()), elapsed: () => 0 };
  const centre = await openStockedCentre({ outlets: country, pages, clock, config, log: log as never });
  onTestFinished(() => centre.close());
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${centre.address}${path}`, { headers });
  return { get, views, lines };
}

describe('the public page', () => {
  it('is whole without a script: list, places, and the view for the script that goes on', async () => {
    const { get } = await open();
    const headers = { 'accept-language': 'vi', 'accept-encoding': 'gzip' };
    const answer = await get('/?q=%E7%A4%BA%E7%AF%84', headers);
    const html = await answer.text();
    expect(html).toMatch(/^<html lang="vi"><title>&#60;vi&#62;<\/title><main><p>40<\/p><\/main>/);
    const view = JSON.parse(/id="view">(.*)<\/script>$/s.exec(html)?.[1] ?? '') as LookUpView;
    expect(view).toMatchObject({ language: 'vi', query: { q: '示範', after: 0 }, asked: null, tiles: null });
    expect([view.list.outlets.length, view.list.next]).toEqual([30, 30]);
    expect(view.places.counties.length).toBeGreaterThan(0);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      ...{ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'public, max-age=2' },
      ...{ vary: 'accept-language, accept-encoding', 'content-encoding': 'gzip' },
      'content-security-policy': expect.stringContaining(
        "script-src 'self'; style-src 'self'; img-src 'self' data:;",
      ),
    });
  });

  it('is packed for whoever asks, and for nobody else', async () => {
    const { get, views } = await open();
    const asked = ['br', 'gzip, deflate, br', 'gzip', 'gzip, br;q=0', 'identity'];
    const answers = await Promise.all(asked.map((coding) => get('/', { 'accept-encoding': coding })));
    expect(answers.map(({ headers }) => headers.get('content-encoding'))).toEqual([
      ...['br', 'br', 'gzip', 'gzip', null],
    ]);
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
    expect(views).toHaveLength(1);
  });

  it('says what an outlet wrote as text, whatever it wrote', async () => {
    const { get } = await open();
    const html = await (await get(`/?q=${country[0]?.listed.outlet}`)).text();
    expect(html.match(/<script/g)).toHaveLength(1);
    const view = JSON.parse(/id="view">(.*)<\/script>$/s.exec(html)?.[1] ?? '') as LookUpView;
    expect(view.list.outlets[0]?.ownNote).toBe(hostile);
  });

  it('is rendered once for all who ask the same', async () => {
    const { get, views } = await open();
    const first = await get('/?county=x');
    const again = await get('/?county=x', { 'if-none-match': String(first.headers.get('etag')) });
    expect([first.status, again.status, views.length]).toEqual([200, 304, 1]);
  });

  it('keeps and logs nothing of a digit and a year of birth', async () => {
    const { get, views, lines } = await open();
    for (let n = 0; n < 2; n++) {
      const answer = await get('/?digit=7&born=1987');
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
    expect(views.map(({ asked }) => asked)).toEqual([
      { digit: 7, bornIn: 1987 },
      { digit: 7, bornIn: 1987 },
    ]);
    await get('/nothing?digit=7&born=1987');
    expect(JSON.stringify(lines)).toContain('/nothing');
    expect(JSON.stringify(lines)).not.toMatch(/1987|digit/);
  });

  it('lets pictures come from the tile server that is configured, and tells the page', async () => {
    const tiles = { url: 'https://{s}.tiles.example/{z}/{x}/{y}.png', thanks: '© somebody' };
    const { get, views } = await open({ tiles });
    const answer = await get('/');
    expect(answer.headers.get('content-security-policy')).toContain(
      "img-src 'self' data: https://*.tiles.example;",
    );
    expect(views[0]?.tiles).toEqual(tiles);
  });

  it('fetches its files for ever, and its worker anew each time', async () => {
    const { get } = await open();
    const script = await get('/assets/page-1.js', { 'accept-encoding': 'br' });
    expect([await script.text(), script.headers.get('content-encoding')]).toEqual(['start()', 'br']);
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await get('/look-up-worker.js')).headers.get('cache-control')).toBe('no-cache');
    for (const path of ['/look-up.html', '/assets/none.js', '/assets/', '/.vite/manifest.json']) {
      expect((await get(path)).status).toBe(404);
    }
  });

  it('has a limit of its own where no proxy has one', async () => {
    const { get } = await open({ connectionsPerAddress: 64 });
    const statuses: number[] = [];
    while (!statuses.includes(429) && statuses.length < 2_000) statuses.push((await get('/')).status);
    const answer = await get('/api/v1/places');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '1']);
    expect(answer.headers.get('ratelimit-policy')).toBe('"address";q=200;w=4');
    expect(await answer.json()).toEqual({ code: 'too-many-requests' });
    expect((await get('/health')).status).toBe(200);
  });
});
