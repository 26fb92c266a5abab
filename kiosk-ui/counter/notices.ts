import type { Command, RefusalCode } from '#api';

/** What was done, where nothing else on the screen shows it. */
export type DoneCode =
  | 'copy-ordered'
  | 'voided'
  | 'tickets-handed-out'
  | 'ticket-cancelled'
  | 'selling-state-set'
  | 'clock-confirmed'
  | 'language-chosen'
  | 'trying-again';

/** A sentence that goes away by itself; what must stay is in the snapshot. */
export type Notice =
  | { readonly about: 'refusal'; readonly code: RefusalCode | 'lost' }
  /** A card of the visit waits for a person's look; `place` is its number in the visit. */
  | { readonly about: 'confirm-first'; readonly place: number; readonly of: number }
  | { readonly about: 'scanned' }
  | { readonly about: 'too-many'; readonly most: number }
  | { readonly about: 'goods-in'; readonly adult: number; readonly child: number }
  | { readonly about: 'done'; readonly what: DoneCode };

/** Why an open dialog could not do what it was asked; it stays until the dialog asks again or closes. */
export interface Refused {
  readonly command: Command['type'];
  readonly code: RefusalCode | 'lost';
}
