import type { Band } from '#central-api';

/** Circle, square, triangle, octagon: how much there is, for those who do not see its colour. */
export function BandMark({ band }: { readonly band: Band }) {
  return (
    <svg class="band-mark" data-band={band} viewBox="0 0 24 24" aria-hidden="true">
      {marks[band]}
    </svg>
  );
}

const marks = {
  plenty: (
    <>
      <circle class="body" cx="12" cy="12" r="10.5" />
      <path class="sign" d="M7 12.5l3.5 3.5 6.5-7.5" />
    </>
  ),
  some: (
    <>
      <rect class="body" x="2" y="2" width="20" height="20" rx="3" />
      <path class="sign" d="M7 12h10" />
    </>
  ),
  few: (
    <>
      <path class="body" d="M12 2l10.5 19.5h-21z" />
      <path class="sign" d="M12 9.5v5M12 18v.1" />
    </>
  ),
  none: (
    <>
      <path class="body" d="M7.5 1.5h9l6 6v9l-6 6h-9l-6-6v-9z" />
      <path class="sign" d="M7.5 7.5l9 9M16.5 7.5l-9 9" />
    </>
  ),
};
