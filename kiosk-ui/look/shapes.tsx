import type { VerdictName } from '../wall.ts';

/** Circle with a tick, octagon with a bar, triangle with a mark: the verdict for those who do not see its colour. */
export function VerdictShape({ verdict }: { readonly verdict: VerdictName }) {
  return (
    <svg class="shape" viewBox="0 0 96 96" aria-hidden="true">
      {outlines[verdict]}
    </svg>
  );
}

const outlines = {
  'may-buy': (
    <>
      <circle class="body" cx="48" cy="48" r="46" />
      <path class="sign" d="M26 50l15 15 29-32" />
    </>
  ),
  'may-not': (
    <>
      <path class="body" d="M29 2h38l27 27v38L67 94H29L2 67V29z" />
      <path class="sign" d="M26 48h44" />
    </>
  ),
  confirm: (
    <>
      <path class="body" d="M48 5L94 89H2z" />
      <path class="sign" d="M48 36v24M48 74v.5" />
    </>
  ),
};

/** A card going into the reader. */
export function CardSlot() {
  return (
    <svg class="card-slot" viewBox="12 4 216 108" aria-hidden="true">
      <path class="slot" d="M16 108h208" />
      <rect class="card" x="48" y="8" width="144" height="92" rx="10" />
      <rect class="chip" x="66" y="40" width="28" height="22" rx="4" />
      <path class="line" d="M110 44h62M110 58h40" />
    </svg>
  );
}
