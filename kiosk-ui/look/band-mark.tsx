import type { Band } from '#central-api';

/** Circle, square, triangle, octagon: how much there is, for those who do not see its colour. In a box of 24. */
export const bandShapes: Readonly<Record<Band, { readonly body: string; readonly sign: string }>> = {
  plenty: { body: 'M12 1.5a10.5 10.5 0 1 0 0 21a10.5 10.5 0 1 0 0-21z', sign: 'M7 12.5l3.5 3.5 6.5-7.5' },
  some: { body: 'M5 2h14a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H5a3 3 0 0 1-3-3V5a3 3 0 0 1 3-3z', sign: 'M7 12h10' },
  few: { body: 'M12 2l10.5 19.5h-21z', sign: 'M12 9.5v5M12 18v.1' },
  none: { body: 'M7.5 1.5h9l6 6v9l-6 6h-9l-6-6v-9z', sign: 'M7.5 7.5l9 9M16.5 7.5l-9 9' },
};

export function BandMark({ band }: { readonly band: Band }) {
  const { body, sign } = bandShapes[band];
  return (
    <svg class="band-mark" data-band={band} viewBox="0 0 24 24" aria-hidden="true">
      <path class="body" d={body} />
      <path class="sign" d={sign} />
    </svg>
  );
}
