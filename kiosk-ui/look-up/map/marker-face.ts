import type { Band } from '#central-api';
import { kinds } from '../figures.ts';

/** The bands' shapes as in the list, drawn once more because Leaflet takes no components. */
const shapes: Readonly<Record<Band, string>> = {
  plenty: '<circle class="body" cx="12" cy="12" r="10.5"/><path class="sign" d="M7 12.5l3.5 3.5 6.5-7.5"/>',
  some: '<rect class="body" x="2" y="2" width="20" height="20" rx="3"/><path class="sign" d="M7 12h10"/>',
  few: '<path class="body" d="M12 2l10.5 19.5h-21z"/><path class="sign" d="M12 9.5v5M12 18v.1"/>',
  none: '<path class="body" d="M7.5 1.5h9l6 6v9l-6 6h-9l-6-6v-9z"/><path class="sign" d="M7.5 7.5l9 9M16.5 7.5l-9 9"/>',
};

/** Nothing of an outlet's own texts comes into this markup. */
export const outletFace = (bands: Readonly<Record<'adult' | 'child', Band>>): string =>
  kinds
    .map(
      (kind) =>
        `<svg class="band-mark" data-band="${bands[kind]}" viewBox="0 0 24 24" aria-hidden="true">${shapes[bands[kind]]}</svg>`,
    )
    .join('');

export const clusterFace = (withMasks: number): string => `<b>${withMasks}</b>`;

/** How well off a group of outlets is: at least half of them, some, none have masks. */
export const clusterBand = (outlets: number, withMasks: number): Band =>
  withMasks === 0 ? 'none' : withMasks * 2 >= outlets ? 'plenty' : 'some';
