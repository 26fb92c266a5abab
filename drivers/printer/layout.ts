import { charactersOf, columnsOf, textColumns } from './characters.ts';
import type { ReceiptDocument, ReceiptLine } from './document.ts';
import { paperFormats, type Size, scaleOf } from './paper.ts';
import type { PaperWidth } from './printer.ts';

export type Align = 'left' | 'center' | 'right';

/** One row of paper. Its text holds no control character and is never wider than the paper. */
export type Row =
  | {
      readonly type: 'text';
      readonly text: string;
      readonly align: Align;
      readonly size: Size;
      readonly bold: boolean;
    }
  | { readonly type: 'space' };

/** Columns of the paper that a row takes, its size counted. */
export const rowColumns = (row: Row): number =>
  row.type === 'space' ? 0 : textColumns(row.text) * scaleOf(row.size);

export function layOut(document: ReceiptDocument, paper: PaperWidth): Row[] {
  const { columns } = paperFormats[paper];
  return document.lines.flatMap((line) => rowsOf(line, columns));
}

function rowsOf(line: ReceiptLine, paperColumns: number): Row[] {
  switch (line.type) {
    case 'space':
      return [{ type: 'space' }];
    case 'rule':
      return [textRow('─'.repeat(paperColumns / textColumns('─')), {})];
    case 'text':
      return wrap(line.text, paperColumns / scaleOf(line.size ?? 'normal')).map((text) =>
        textRow(text, line),
      );
    case 'pair':
      return pairRows(line, paperColumns / scaleOf(line.size ?? 'normal'));
  }
}

function pairRows(line: Extract<ReceiptLine, { type: 'pair' }>, columns: number): Row[] {
  const label = charactersOf(line.label).join('');
  const value = charactersOf(line.value).join('');
  const gap = columns - textColumns(label) - textColumns(value);
  if (gap >= 1) return [textRow(label + ' '.repeat(gap) + value, line)];
  return [
    ...wrap(label, columns).map((text) => textRow(text, line)),
    ...wrap(value, columns).map((text) => textRow(text, { ...line, align: 'right' })),
  ];
}

function textRow(text: string, style: { align?: Align; size?: Size; bold?: boolean }): Row {
  const { align = 'left', size = 'normal', bold = false } = style;
  return { type: 'text', text, align, size, bold };
}

/** Breaks between Chinese characters and at spaces; a word breaks only where it is wider than the paper. */
function wrap(text: string, columns: number): string[] {
  const whole = charactersOf(text).join('').trimEnd();
  if (textColumns(whole) <= columns) return [whole];
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(whole, columns)) {
    if (textColumns(line + piece) <= columns) line += piece;
    else {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    }
  }
  return [...lines, line.trimEnd()];
}

// Closing marks stay with the character before them: a line that begins with a comma reads as a misprint.
const closing = /^[、。，．：；！？）」』】〉》%,.:;!?)\]]$/u;

/** The parts of a text that must not be broken, none wider than `columns`. */
function piecesOf(text: string, columns: number): string[] {
  const pieces: string[] = [];
  let open = '';
  for (const character of charactersOf(text)) {
    const joins =
      open !== '' &&
      open !== ' ' &&
      character !== ' ' &&
      (closing.test(character) || (columnsOf(character) === 1 && columnsOf(lastOf(open)) === 1));
    if (joins && textColumns(open + character) <= columns) open += character;
    else {
      if (open) pieces.push(open);
      open = character;
    }
  }
  return open ? [...pieces, open] : pieces;
}

const lastOf = (text: string): string => charactersOf(text).at(-1) ?? '';
