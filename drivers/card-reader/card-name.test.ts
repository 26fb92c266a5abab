import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeCardName } from './card-name.ts';

const bytes = (hex: string, fill = '00') => Buffer.from(hex.replaceAll(' ', '').padEnd(40, fill), 'hex');

it.each([
  ['NUL padding', bytes('A4FDA470A9FA'), '王小明', false],
  ['space padding', bytes('AA4CACFCA5C9', '20'), '林美玉', false],
  ['full-width space padding', bytes('A4FDA470A9FA', 'A140'), '王小明', false],
  [
    'a name that fills the field',
    bytes('AAFCA5ACA7F9A9D4AAFCA8BDA4ECBCF6A658B0D2'),
    '阿布杜拉阿里木熱合曼',
    false,
  ],
  ['an extension of the Taiwan code page', bytes('AA4C F9D6'), '林碁', false],
  ['a space inside', bytes('4A41 4E45 20 444F45'), 'JANE DOE', false],
  ['a star for a character outside Big5', bytes('A4FD A46A 2A'), '王大*', true],
  ['a user-defined code', bytes('A4FD A46A FB69'), '王大堃', true],
  [
    'half a character at the end',
    bytes('BBAFBFFAAE5DA7F5A950A764BE47A4FDB6BE41B3'),
    '趙錢孫李周吳鄭王馮A',
    true,
  ],
  ['half a character before the padding', bytes('A4FD A4'), '王\uFFFD', true],
  ['a byte that begins nothing', bytes('A4FD FF A9FA'), '王\uFFFD明', true],
  ['a control character', bytes('A4FD 07 A9FA'), '王明', true],
  ['nothing but padding', bytes(''), '', true],
])('decodes %s', (_, name, text, uncertain) => {
  expect(decodeCardName(name)).toEqual({ text, uncertain });
});

it('never throws and never yields a control character', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20 }), (name) => {
      expect(decodeCardName(name).text).not.toMatch(/\p{Cc}/u);
    }),
  );
});
