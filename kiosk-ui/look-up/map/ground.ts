import { topology as countiesMap } from 'outlines:counties';
import type { Map as LeafletMap } from 'leaflet';
import { feature, mesh } from 'topojson-client';
import type { LookUpView } from '#central-api';
import { geoJSON, tileLayer } from './leaflet.ts';

/** What lies under the marks: land and borders, and a tile server's pictures where one is configured. */
export interface Ground {
  /**
   * `outlines`: the tile server is asked for nothing, since what it is asked for says what is looked at.
   * @param extent `whole` may ask it
   */
  lay(extent: 'whole' | 'outlines'): void;
  beneath(): 'tiles' | 'nothing';
  remove(): void;
}

/** Nothing is laid before the first `lay`, but the outlines. */
export function drawGround(map: LeafletMap, configured: LookUpView['tiles']): Ground {
  const tiles =
    configured && tileLayer(configured.url, { attribution: text(configured.thanks), maxZoom: 19 });
  let beneath: 'tiles' | 'nothing' = 'nothing';
  const outlines = drawOutlines(map, () => beneath);
  return {
    lay(extent) {
      const wanted = tiles && extent === 'whole' ? 'tiles' : 'nothing';
      if (wanted === beneath) return;
      beneath = wanted;
      if (wanted === 'tiles') tiles?.addTo(map);
      else tiles?.remove();
      outlines.paint();
    },
    beneath: () => beneath,
    remove: outlines.remove,
  };
}

const townsFrom = 11;

/** Land and borders; towns once one is near enough to want them. Land is seen through where something is beneath. */
function drawOutlines(
  map: LeafletMap,
  beneath: () => 'tiles' | 'nothing',
): { paint(): void; remove(): void } {
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  const colour = (name: string) => getComputedStyle(map.getContainer()).getPropertyValue(`--${name}`).trim();
  const land = geoJSON(feature(countiesMap, countiesMap.objects.shapes), { interactive: false }).addTo(map);
  // The land has its own borders; they are drawn once more where towns would cover them.
  let borders: ReturnType<typeof geoJSON> | null = null;
  let towns: ReturnType<typeof geoJSON> | null = null;
  const paint = () => {
    const fillOpacity = beneath() === 'nothing' ? 1 : 0;
    land.setStyle({ fillColor: colour('land'), fillOpacity, color: colour('grey'), weight: 1 });
    borders?.setStyle({ color: colour('grey'), weight: 1 });
    towns?.setStyle({ color: colour('line'), weight: 1 });
  };
  const townsIfNear = async () => {
    if (map.getZoom() < townsFrom) return;
    map.off('zoomend', townsIfNear);
    const { topology: townsMap } = await import('outlines:towns').catch(() => ({ topology: null }));
    if (!townsMap) return;
    towns = geoJSON(
      mesh(townsMap, townsMap.objects.shapes, (a, b) => a !== b),
      { interactive: false },
    ).addTo(map);
    borders = geoJSON(
      mesh(countiesMap, countiesMap.objects.shapes, (a, b) => a !== b),
      { interactive: false },
    ).addTo(map);
    paint();
  };
  paint();
  map.on('zoomend', townsIfNear);
  scheme.addEventListener('change', paint);
  return { paint, remove: () => scheme.removeEventListener('change', paint) };
}

/** Leaflet takes markup as attribution; whom to thank is configured as text. */
function text(plain: string): string {
  const element = document.createElement('span');
  element.textContent = plain;
  return element.innerHTML;
}
