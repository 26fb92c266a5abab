import type { Band } from '#central-api';
import { bandShapes } from '../../look/band-mark.tsx';
import { kinds } from '../figures.ts';

/** Leaflet takes no components. Nothing of an outlet's own texts comes into this markup. */
export const outletFace = (bands: Readonly<Record<'adult' | 'child', Band>>): string =>
  kinds.map((kind) => markOf(bands[kind])).join('');

function markOf(band: Band): string {
  const { body, sign } = bandShapes[band];
  const paths = `<path class="body" d="${body}"/><path class="sign" d="${sign}"/>`;
  return `<svg class="band-mark" data-band="${band}" viewBox="0 0 24 24" aria-hidden="true">${paths}</svg>`;
}

export const clusterFace = (withMasks: number): string => `<b>${withMasks}</b>`;

/** How well off a group of outlets is: at least half of them, some, none have masks. */
export const clusterBand = (outlets: number, withMasks: number): Band =>
  withMasks === 0 ? 'none' : withMasks * 2 >= outlets ? 'plenty' : 'some';
