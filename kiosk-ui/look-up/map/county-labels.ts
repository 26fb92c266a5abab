import { names } from 'outlines:counties';
import type { Map as LeafletMap, Marker } from 'leaflet';
import { countyNames } from '../words/county-names.ts';
import type { LookUpWords } from '../words/look-up-words.ts';
import { type Box, type Label, placedLabels } from './label-choice.ts';
import { divIcon, marker } from './leaflet.ts';

/** The names of the counties, beneath the marks and beside them. */
export interface CountyLabels {
  /** Puts them where there is room, once what was just drawn is painted: a map is of use before it has names. */
  place(marks: readonly Box[]): void;
  /** What is beneath the map names them itself. */
  hide(): void;
  remove(): void;
}

const height = 20;
/** Room on both sides. */
const beside = 4;

/** @param over what lies over the map, and is not to cover a name */
export function createCountyLabels(
  map: LeafletMap,
  { search }: Pick<LookUpWords, 'search'>,
  over: readonly Element[],
): CountyLabels {
  const pane = map.createPane('county-names');
  // Whoever hears the map instead of seeing it hears the outlets.
  pane.setAttribute('aria-hidden', 'true');
  const shown = new Map<string, Marker>();
  const said = (name: string) => (search.counties === 'romanised' ? (countyNames[name] ?? name) : name);
  let widths: ReadonlyMap<string, number> | null = null;
  let planned: ReturnType<typeof setTimeout> | undefined;

  function draw(marks: readonly Box[]): void {
    widths ??= widthsOf(
      names.map(([name]) => said(name)),
      map.getContainer(),
    );
    const taken = [...marks, ...boxesOf(over, map.getContainer())];
    const { x: width, y } = map.getSize();
    const wanted = new Map(
      placedLabels(labelsOf(map, said, widths), taken, { width, height: y }).map((label) => {
        const { lat, lng } = map.containerPointToLatLng([label.x, label.y]);
        return [`${label.name} ${lat.toFixed(3)} ${lng.toFixed(3)}`, { name: label.name, at: { lat, lng } }];
      }),
    );
    for (const [key, old] of shown) {
      if (wanted.has(key)) continue;
      old.remove();
      shown.delete(key);
    }
    for (const [key, { name, at }] of wanted) {
      if (shown.has(key)) continue;
      const html = document.createElement('span');
      html.textContent = name;
      const icon = divIcon({ className: 'county-name', html, iconSize: [widths.get(name) ?? 0, height] });
      const still = { pane: 'county-names', interactive: false, keyboard: false };
      shown.set(key, marker(at, { icon, ...still }).addTo(map));
    }
  }

  const callOff = () => clearTimeout(planned);
  return {
    place(marks) {
      callOff();
      planned = setTimeout(() => draw(marks), 0);
    },
    hide() {
      callOff();
      for (const one of shown.values()) one.remove();
      shown.clear();
    },
    remove: callOff,
  };
}

function labelsOf(
  map: LeafletMap,
  said: (name: string) => string,
  widths: ReadonlyMap<string, number>,
): Label[] {
  return names.map(([name, longitude, latitude, radius, among]) => {
    const { x, y } = map.latLngToContainerPoint([latitude, longitude]);
    const reach = map.latLngToContainerPoint([latitude, longitude + radius]).x - x;
    return { name: said(name), x, y, width: widths.get(said(name)) ?? 0, height, reach, among };
  });
}

function widthsOf(texts: readonly string[], container: Element): ReadonlyMap<string, number> {
  const { fontFamily, fontSize } = getComputedStyle(container);
  const ruler = document.createElement('canvas').getContext('2d');
  if (ruler) ruler.font = `${Number.parseFloat(fontSize) * 0.8125}px ${fontFamily}`;
  return new Map(texts.map((text) => [text, Math.ceil(ruler?.measureText(text).width ?? 0) + 2 * beside]));
}

function boxesOf(elements: readonly Element[], container: Element): Box[] {
  const frame = container.getBoundingClientRect();
  return elements.map((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return {
      ...{ left: left - frame.left, right: right - frame.left },
      ...{ top: top - frame.top, bottom: bottom - frame.top },
    };
  });
}
