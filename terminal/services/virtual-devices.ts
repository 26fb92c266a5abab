import type { Signal } from './signal.ts';

/** What a newcomer can do to the devices that this machine does not have. Absent wherever real ones are used. */
export interface VirtualDevices {
  readonly reader: {
    /** Sample cards, in the order to show them. */
    readonly cards: readonly string[];
    inserted(): string | null;
    /** `false` if there is no such card. `null` takes the card out. */
    insert(card: string | null): boolean;
  } | null;
  readonly printer: {
    state(): { readonly paper: 'ok' | 'near-end' | 'out'; readonly cover: 'closed' | 'open' };
    set(state: { readonly paper: 'ok' | 'near-end' | 'out'; readonly cover: 'closed' | 'open' }): void;
    lastSlip(): { readonly number: number; readonly text: string } | null;
    /** PNG, or `null` if no such slip is kept. */
    picture(number: number): Promise<Buffer | null>;
  } | null;
  readonly changed: Signal;
}
