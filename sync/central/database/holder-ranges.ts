import type { HolderSlot } from './database.ts';

/** Keys from `from` up to and without `to`. */
export interface HolderRange {
  readonly from: string;
  readonly to: string;
}

/** A slot is its keys' first hex digit. The next two make pieces that are read in milliseconds, however many there are. */
export const rangesOf = (slot: HolderSlot): readonly HolderRange[] => {
  const head = slot.toString(16);
  const part = (n: number) => n.toString(16).padStart(2, '0');
  // `g` sorts after the last hex digit.
  return Array.from({ length: 256 }, (_, n) => ({
    from: head + part(n),
    to: n === 255 ? `${head}g` : head + part(n + 1),
  }));
};
