import { expect, it } from 'vitest';
import { emptySlot, nextSlot } from './card-slot.ts';

const empty = 0x0012;
const present = 0x0022;
const counted = (changes: number, status: number) => ((changes << 16) | status) >>> 0;

it.each([
  ['nothing for an empty slot', [empty], []],
  ['a card that was there from the start', [present], ['inserted']],
  ['a card that comes and goes', [counted(1, present), counted(2, empty)], ['inserted', 'removed']],
  [
    'nothing when a program begins to use the card',
    [counted(1, present), counted(1, present | 0x100)],
    ['inserted'],
  ],
  [
    'both changes of a card that was swapped unseen',
    [counted(1, present), counted(3, present)],
    ['inserted', 'removed', 'inserted'],
  ],
  ['nothing for a card that came and went unseen', [counted(1, empty), counted(3, empty)], []],
  [
    'the count of changes beginning anew',
    [counted(0xffff, present), counted(1, present)],
    ['inserted', 'removed', 'inserted'],
  ],
  ['a reader that is gone', [present, 0x000c], ['inserted', 'removed']],
] as const)('reports %s', (_, statuses, changes) => {
  let slot = emptySlot;
  const reported = statuses.flatMap((status) => {
    const next = nextSlot(slot, status);
    slot = next.slot;
    return next.changes;
  });
  expect(reported).toEqual(changes);
});
