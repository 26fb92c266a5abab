import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReceiptLine } from './document.ts';
import { layOut, type Row, rowColumns } from './layout.ts';
import { paperFormats } from './paper.ts';

const textsOf = (rows: readonly Row[]): string[] => rows.map((row) => (row.type === 'text' ? row.text : ''));
const lay = (line: ReceiptLine, paper: 58 | 80 = 58): Row[] => layOut({ lines: [line] }, paper);

describe('a pair', () => {
  test.each([
    [58, '單號               1090312-00047'],
    [80, '單號                               1090312-00047'],
  ] as const)('fills the %i mm paper from edge to edge', (paper, text) => {
    const rows = lay({ type: 'pair', label: '單號', value: '1090312-00047' }, paper);
    expect(textsOf(rows)).toEqual([text]);
    expect(rows.map(rowColumns)).toEqual([paperFormats[paper].columns]);
  });

  test('counts a Chinese character as two columns', () => {
    expect(textsOf(lay({ type: 'pair', label: '成人口罩', value: '元' }))).toEqual([
      `成人口罩${' '.repeat(22)}元`,
    ]);
  });

  test('has half the columns in double size', () => {
    expect(textsOf(lay({ type: 'pair', label: '合計', value: 'NT$15', size: 'double' }))).toEqual([
      `合計${' '.repeat(7)}NT$15`,
    ]);
  });

  test('stays on one row when exactly one space is left', () => {
    expect(lay({ type: 'pair', label: 'a'.repeat(16), value: 'b'.repeat(15) })).toHaveLength(1);
  });

  test('falls on two rows, the value at the right edge, when no space is left', () => {
    expect(lay({ type: 'pair', label: 'a'.repeat(16), value: 'b'.repeat(16), bold: true })).toEqual([
      { type: 'text', text: 'a'.repeat(16), align: 'left', size: 'normal', bold: true },
      { type: 'text', text: 'b'.repeat(16), align: 'right', size: 'normal', bold: true },
    ]);
  });
});

describe('a text', () => {
  test.each([
    ['between Chinese characters', '口'.repeat(17), ['口'.repeat(16), '口']],
    ['at a space, which is dropped', `${'a'.repeat(30)} bcd`, ['a'.repeat(30), 'bcd']],
    ['inside a word that is wider than the paper', 'a'.repeat(40), ['a'.repeat(32), 'a'.repeat(8)]],
    [
      'before a character whose closing mark has no room',
      `${'口'.repeat(15)}罩。`,
      ['口'.repeat(15), '罩。'],
    ],
    ['before a number that has no room', `${'口'.repeat(15)}123`, ['口'.repeat(15), '123']],
  ])('breaks %s', (_where, text, rows) => {
    expect(textsOf(lay({ type: 'text', text }))).toEqual(rows);
  });

  test('keeps its alignment, size and weight on every row', () => {
    const style = { align: 'center', size: 'double', bold: true } as const;
    expect(lay({ type: 'text', text: '口'.repeat(9), ...style })).toEqual([
      { type: 'text', text: '口'.repeat(8), ...style },
      { type: 'text', text: '口', ...style },
    ]);
  });

  test('without characters is an empty row', () => {
    expect(textsOf(lay({ type: 'text', text: '' }))).toEqual(['']);
  });
});

test.each([
  [58, 16],
  [80, 24],
] as const)('a rule on %i mm paper is %i joined strokes', (paper, strokes) => {
  expect(textsOf(lay({ type: 'rule' }, paper))).toEqual(['─'.repeat(strokes)]);
});

test('a space is a row of its own kind', () => {
  expect(lay({ type: 'space' })).toEqual([{ type: 'space' }]);
});

describe('any document', () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...'口罩，。 A1-堃𠮷é・\n'),
      fc.string({ unit: 'grapheme', maxLength: 1 }),
    ),
    maxLength: 80,
  });
  const size = fc.constantFrom('normal', 'double');
  const line: fc.Arbitrary<ReceiptLine> = fc.oneof(
    fc.record({ type: fc.constant('text'), text, size }),
    fc.record({ type: fc.constant('pair'), label: text, value: text, size }),
    fc.record({ type: fc.constantFrom('rule', 'space') }),
  );

  test('has no row wider than the paper', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), fc.constantFrom(58, 80), (lines, paper) => {
        for (const row of layOut({ lines }, paper)) {
          expect(rowColumns(row)).toBeLessThanOrEqual(paperFormats[paper].columns);
        }
      }),
    );
  });

  test('loses no visible character', () => {
    const visible = (parts: readonly string[]): string => parts.join('').normalize('NFC').replace(/\s/g, '');
    const plain = fc.string({ unit: fc.constantFrom(...'口罩，。 A1-堃𠮷é'), maxLength: 80 });
    fc.assert(
      fc.property(plain, plain, fc.constantFrom(58, 80), (label, value, paper) => {
        const rows = layOut(
          {
            lines: [
              { type: 'pair', label, value },
              { type: 'text', text: label },
            ],
          },
          paper,
        );
        expect(visible(textsOf(rows))).toBe(visible([label, value, label]));
      }),
    );
  });
});
