import { describe, expect, it } from 'vitest';
import { differenceInWords, differs } from './difference.ts';

const words = { same: '相符', more: (n: number) => `多 ${n} 片`, fewer: (n: number) => `少 ${n} 片` };

describe('a difference in words', () => {
  it.each([
    [96, 96, '相符'],
    [97, 96, '多 1 片'],
    [0, 96, '少 96 片'],
    [0, 0, '相符'],
    [null, 96, ''],
    [96, null, ''],
  ])('of %j counted against %j booked is %j', (found, expected, said) => {
    expect(differenceInWords(words, found, expected)).toBe(said);
  });

  it.each([
    [97, 96, true],
    [96, 96, false],
    [null, 96, false],
  ])('of %j against %j stands out: %j', (found, expected, out) => {
    expect(differs(found, expected)).toBe(out);
  });
});
