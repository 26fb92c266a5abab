import { expect, test } from 'vitest';
import { charactersOf, columnsOf, inPrinterFont } from './characters.ts';

test.each([
  ['A', 'in', 1],
  ['*', 'in', 1],
  ['口', 'in', 2],
  ['，', 'in', 2],
  ['×', 'in', 2],
  ['─', 'in', 2],
  ['€', 'in', 2],
  ['碁', 'in', 2],
  ['é', 'lacking', 1],
  ['ｱ', 'lacking', 1],
  ['・', 'lacking', 2],
  ['堃', 'lacking', 2],
  ['𠮷', 'lacking', 2],
  ['峯', 'lacking', 2],
  ['\ue000', 'lacking', 2],
  ['👩‍⚕️', 'lacking', 2],
])('%s is %s the printer font and takes %i columns', (character, font, columns) => {
  expect(inPrinterFont(character) ? 'in' : 'lacking').toBe(font);
  expect(columnsOf(character)).toBe(columns);
});

test('a base and its combining mark are one character', () => {
  expect(charactersOf('e\u0301x\u0323')).toEqual(['é', 'x\u0323']);
});

test('a control character becomes a space, so that no text can command the printer', () => {
  expect(charactersOf('a\u001b@\r\n\u0010b').join('')).toBe('a @   b');
});

test('invisible format characters vanish', () => {
  expect(charactersOf('\ufeff平\u200b安\u202e')).toEqual(['平', '安']);
});
