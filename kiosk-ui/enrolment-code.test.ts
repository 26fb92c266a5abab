import { describe, expect, it } from 'vitest';
import { caretAfter, codeInGroups, lettersIn } from './enrolment-code.ts';

describe('an enrolment code', () => {
  it.each([
    ['k7qm2fxd9rtb', 'K7QM-2FXD-9RTB'],
    [' K7QM 2FXD 9RTB ', 'K7QM-2FXD-9RTB'],
    ['Ｋ７ＱＭ－２ＦＸＤ', 'K7QM-2FXD'],
    ['K7QM', 'K7QM'],
    ['K7QM-', 'K7QM'],
    ['K7QM2', 'K7QM-2'],
    ['K7QM-2FXD-9RTB-MORE', 'K7QM-2FXD-9RTB'],
    ['', ''],
  ])('keyed in as %j stands as %j', (text, shown) => {
    expect(codeInGroups(text)).toBe(shown);
  });

  it.each(['K', 'K7QM', 'K7QM2', 'K7QM2FXD', 'K7QM2FXD9RTB'])('keeps the caret behind %s', (letters) => {
    expect(caretAfter(letters.length)).toBe(codeInGroups(letters).length);
    expect(lettersIn(codeInGroups(letters))).toBe(letters.length);
  });
});
