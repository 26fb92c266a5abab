import { expect, it } from 'vitest';
import { createRowSlots } from './row-slots.ts';

it('a row that comes takes the element of one that went, in the order of the table', () => {
  const slots = createRowSlots();
  expect(slots.keysFor(['a', 'b', 'c'], undefined)).toEqual([1, 2, 3]);
  expect(slots.keysFor(['x', 'y', 'z'], undefined)).toEqual([1, 2, 3]);
});

it('a row that stays keeps its element, wherever it goes', () => {
  const slots = createRowSlots();
  slots.keysFor(['a', 'b', 'c'], undefined);
  expect(slots.keysFor(['c', 'x', 'a'], undefined)).toEqual([3, 2, 1]);
});

it('nobody takes the element in which the focus is', () => {
  const slots = createRowSlots();
  slots.keysFor(['a', 'b'], undefined);
  expect(slots.keysFor(['x', 'y'], 'a')).toEqual([2, 3]);
});

it('no key is given twice, however the table grows and shrinks', () => {
  const slots = createRowSlots();
  for (const codes of [['a'], ['b', 'c', 'd'], ['d', 'a'], [], ['e', 'd', 'c', 'b', 'a'], ['f', 'a', 'g']]) {
    const keys = slots.keysFor(codes, codes[0]);
    expect(new Set(keys).size).toBe(codes.length);
  }
});
