import iconv from 'iconv-lite';

/** The code page in the ROM of printers sold in Taiwan: plain CP950, without the Hong Kong characters of `big5`. */
export const codePage = 'cp950';

const segmenter = new Intl.Segmenter('zh-Hant', { granularity: 'grapheme' });

/** What a person would call the characters of a text: a base with its combining marks is one. */
export function charactersOf(text: string): string[] {
  return Array.from(segmenter.segment(printable(text)), ({ segment }) => segment);
}

/**
 * A printer obeys control characters, so none may come from a text; invisible format characters have no column.
 * Each of the former becomes a space, the latter vanish (the joiners inside an emoji stay).
 */
function printable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{Cc}|\p{Zl}|\p{Zp}/gu, ' ')
    .replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '');
}

/** Whether the printer's own font has the character: what CP950 lacks does not survive the way there and back. */
export function inPrinterFont(character: string): boolean {
  return iconv.decode(iconv.encode(character, codePage), codePage) === character;
}

/**
 * Columns that a character takes in normal size, 1 or 2. The printer's own font gives one column to each byte of the
 * code, which settles what Unicode calls ambiguous (`×`, `—`); for the rest Unicode's East Asian width decides.
 */
export function columnsOf(character: string): 1 | 2 {
  if (inPrinterFont(character)) return iconv.encode(character, codePage).length === 1 ? 1 : 2;
  const code = character.codePointAt(0) ?? 0;
  return wideRanges.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}

export const textColumns = (text: string): number =>
  charactersOf(text).reduce((sum, character) => sum + columnsOf(character), 0);

/** East Asian width W and F (Unicode Standard Annex 11), and the private use area, where shops keep own characters. */
const wideRanges: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xe000, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
];
