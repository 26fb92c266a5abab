/** One reader's slot as the PC/SC service last described it. */
export interface Slot {
  readonly present: boolean;
  /** The service's count of insertions and removals, 16 bits. */
  readonly changes: number;
}

export type SlotChange = 'inserted' | 'removed';

export const emptySlot: Slot = { present: false, changes: 0 };

const statePresent = 0x20;

/**
 * Pure: what a status word (`dwEventState`) changes. Statuses coalesce, so a card that was swapped between two of them
 * shows only in the count of changes that the upper 16 bits carry.
 */
export function nextSlot(slot: Slot, status: number): { slot: Slot; changes: readonly SlotChange[] } {
  const present = (status & statePresent) !== 0;
  const next: Slot = { present, changes: (status >>> 16) & 0xffff };
  if (present && !slot.present) return { slot: next, changes: ['inserted'] };
  if (!present && slot.present) return { slot: next, changes: ['removed'] };
  const swapped = present && next.changes !== slot.changes;
  return { slot: next, changes: swapped ? ['removed', 'inserted'] : [] };
}
