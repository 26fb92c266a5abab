import type { FitBoundsOptions, LatLngBoundsExpression, Marker, PointTuple } from 'leaflet';
import type { LookUpView } from '#central-api';
import type { Country } from '../country.ts';
import { kinds, type OutletCode, type Place } from '../figures.ts';
import type { LookUpWords } from '../words/look-up-words.ts';
import { createCountyLabels } from './county-labels.ts';
import { drawGround } from './ground.ts';
import { type Groups, groupsOf, leastZoom } from './groups.ts';
import type { Box } from './label-choice.ts';
import { canvas, circleMarker, divIcon, leafletMap, marker } from './leaflet.ts';
import { clusterBand, clusterFace, outletFace } from './marker-face.ts';

/** As much of a country as is drawn. */
export interface MappedCountry extends Pick<Country, 'size' | 'code' | 'place' | 'bands' | 'revision'> {
  stock(n: number): { readonly adult: number; readonly child: number };
  outlet(n: number): { readonly name: string } | null;
}

export interface StockMap {
  show(country: MappedCountry, near: Place | null): void;
  remove(): void;
}

/** From Kinmen to Lanyu, and up to Dongyin of the Matsu islands: whoever lives there finds it without moving the map. */
const taiwan: LatLngBoundsExpression = [
  [21.88, 118.2],
  [26.39, 122.02],
];
/** With its middle within, nearly half a mark is too: none is cut by the edge. */
const firstView: FitBoundsOptions = { padding: [16, 20], animate: false };

export function createStockMap(deps: {
  readonly box: HTMLElement;
  readonly words: LookUpWords;
  readonly tiles: LookUpView['tiles'];
  choose(code: OutletCode): void;
}): StockMap {
  const { box, words, tiles, choose } = deps;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = leafletMap(box, {
    ...{
      minZoom: leastZoom,
      maxZoom: 17,
      maxBounds: [
        [18, 114],
        [28, 126],
      ],
      renderer: canvas({ padding: 0.6 }),
    },
    ...{ zoomAnimation: !calm, fadeAnimation: !calm, markerZoomAnimation: !calm, inertia: !calm },
    ...{ zoomControl: false, zoomSnap: 0.25 },
  });
  map.fitBounds(taiwan, firstView);
  map.attributionControl.setPrefix(false).addAttribution(words.map.outlines);
  const ground = drawGround(map, tiles);
  const buttons = zoomButtons(map, words);
  const labels = createCountyLabels(map, words, [buttons, map.attributionControl.getContainer() ?? buttons]);
  const drawn = new Map<string, Marker>();
  let groups: Groups | null = null;
  let country: MappedCountry | null = null;
  let here: ReturnType<typeof circleMarker> | null = null;
  let centred: Place | null = null;

  function draw(): void {
    if (!groups || !country) return;
    const b = map.getBounds().pad(0.2);
    // Part of a step in, groups stand farther apart instead of on each other; shortly before the next, not too far.
    const zoom = Math.floor(map.getZoom() + 0.25);
    const wanted = new Map<string, () => Marker>();
    for (const one of groups.within([b.getWest(), b.getSouth(), b.getEast(), b.getNorth()], zoom)) {
      const [longitude = 0, latitude = 0] = one.geometry.coordinates;
      const at = { lat: latitude, lng: longitude };
      const { properties } = one;
      if ('cluster' in properties) {
        const { point_count: outlets, withMasks, cluster_id: id } = properties;
        const open = () =>
          void map.setView(at, Math.min(groups?.opensAt(id, zoom) ?? zoom + 2, map.getMaxZoom()));
        // Ids are places in a list: those of another list may be the same and mean another group.
        const key = `${id} ${longitude} ${latitude} ${outlets} ${withMasks}`;
        wanted.set(key, () => clusterMarker(at, { outlets, withMasks, words, open }));
      } else {
        const { n } = properties;
        const { adult, child } = country.stock(n);
        const key = `${country.code(n)} ${longitude} ${latitude} ${adult} ${child} ${country.outlet(n)?.name}`;
        wanted.set(key, () => outletMarker(at, n));
      }
    }
    for (const [key, old] of drawn) {
      if (wanted.has(key)) continue;
      old.remove();
      drawn.delete(key);
    }
    for (const [key, make] of wanted) {
      if (!drawn.has(key)) drawn.set(key, make().addTo(map));
    }
    if (ground.beneath() === 'tiles') labels.hide();
    else labels.place([...drawn.values()].map(boxOf));
  }

  function boxOf(one: Marker): Box {
    const { x, y } = map.latLngToContainerPoint(one.getLatLng());
    const [width, height] = (one.options.icon?.options.iconSize ?? [0, 0]) as PointTuple;
    return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
  }

  function outletMarker(at: { lat: number; lng: number }, n: number): Marker {
    const pieces = country?.stock(n) ?? { adult: 0, child: 0 };
    const bands = country?.bands(n) ?? { adult: 'none', child: 'none' };
    const icon = divIcon({ className: 'outlet-mark', html: outletFace(bands), iconSize: [56, 32] });
    const code = country?.code(n);
    const name = country?.outlet(n)?.name ?? '';
    const said = kinds.map(
      (kind) => `${words.kinds[kind]} ${pieces[kind]} ${words.unit} ${words.bands[bands[kind]]}`,
    );
    return button(marker(at, { icon }), [name, ...said].filter(Boolean).join(', '), () => {
      if (code) choose(code);
    });
  }

  function stand(near: Place | null): void {
    here?.remove();
    here = null;
    centred = near;
    // Where one stood must be out of sight before there are tiles again.
    if (!near) return void map.fitBounds(taiwan, firstView);
    ground.lay('outlines');
    here = circleMarker([near.latitude, near.longitude], { className: 'here', radius: 8 }).addTo(map);
    map.setView([near.latitude, near.longitude], 14, { animate: false });
  }

  map.on('moveend', draw);
  return {
    show(next, near) {
      country = next;
      groups = groupsOf(next);
      if (near !== centred) stand(near);
      ground.lay(near ? 'outlines' : 'whole');
      draw();
    },
    remove() {
      labels.remove();
      buttons.remove();
      ground.remove();
      map.remove();
    },
  };
}

function clusterMarker(
  at: { lat: number; lng: number },
  group: {
    readonly outlets: number;
    readonly withMasks: number;
    readonly words: LookUpWords;
    open(): void;
  },
): Marker {
  const { outlets, withMasks, words, open } = group;
  const size = outlets >= 300 ? 56 : outlets >= 50 ? 48 : 40;
  const className = `cluster-mark ${clusterBand(outlets, withMasks)}`;
  const icon = divIcon({ className, html: clusterFace(withMasks), iconSize: [size, size] });
  return button(marker(at, { icon }), words.map.cluster(outlets, withMasks), open);
}

/** Leaflet gives a marker the role of a button, but no name, and no key that presses it. */
function button(one: Marker, name: string, press: () => void): Marker {
  one.on('click', press);
  return one.on('add', () => {
    const element = one.getElement();
    element?.setAttribute('aria-label', name);
    element?.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      press();
    });
  });
}

/** Leaflet's own are 26 pixels wide: too small for a thumb. */
function zoomButtons(map: ReturnType<typeof leafletMap>, words: LookUpWords): HTMLElement {
  const bar = document.createElement('div');
  bar.className = 'zoom';
  const steps = [
    ['+', words.map.zoomIn, 1],
    ['−', words.map.zoomOut, -1],
  ] as const;
  for (const [sign, name, step] of steps) {
    const press = document.createElement('button');
    Object.assign(press, { type: 'button', className: 'button', textContent: sign, ariaLabel: name });
    press.addEventListener('click', () => map.setZoom(map.getZoom() + step));
    bar.append(press);
  }
  map.getContainer().before(bar);
  return bar;
}
