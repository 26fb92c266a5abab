import { charactersOf, inPrinterFont } from './characters.ts';
import type { Align, Row } from './layout.ts';
import { rowHeights, type Size } from './paper.ts';

/** A row of text in one style. */
export interface StyledText {
  readonly text: string;
  readonly align: Align;
  readonly size: Size;
  readonly bold: boolean;
}

/** What a printer is told, free of the bytes that tell it. */
export type PrinterCommand =
  /** Forgets every setting, reads Chinese, and leaves two columns to each Chinese character. */
  | { readonly type: 'initialize' }
  /** Dots from the top of one row to the top of the next. */
  | { readonly type: 'row-height'; readonly value: number }
  | { readonly type: 'align'; readonly value: Align }
  | { readonly type: 'size'; readonly value: Size }
  | { readonly type: 'bold'; readonly value: 'on' | 'off' }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'newline' }
  /** A whole row as a picture, because the printer's own font lacks one of its characters. */
  | { readonly type: 'glyphs'; readonly value: StyledText }
  /** Feeds the last row past the knife and cuts, leaving one point uncut. */
  | { readonly type: 'cut' }
  /** Asks for an answer that comes only when everything before it has been processed. */
  | { readonly type: 'report' };

/** A whole job; settings are told only where they change. */
export function commandsFor(rows: readonly Row[]): PrinterCommand[] {
  const told = new Map<string, unknown>([
    ['align', 'left'],
    ['size', 'normal'],
    ['bold', 'off'],
  ]);
  const changed = (command: Extract<PrinterCommand, { value: unknown }>): PrinterCommand[] => {
    if (told.get(command.type) === command.value) return [];
    told.set(command.type, command.value);
    return [command];
  };
  const ofRow = (row: Row): PrinterCommand[] => {
    if (row.type === 'space') {
      return [...changed({ type: 'row-height', value: rowHeights.space }), { type: 'newline' }];
    }
    const { text, align, size, bold } = row;
    if (!charactersOf(text).every(inPrinterFont)) {
      // The picture is as wide as the paper and holds its own alignment; the printer must not shift it.
      return [
        ...changed({ type: 'align', value: 'left' }),
        { type: 'glyphs', value: { text, align, size, bold } },
      ];
    }
    return [
      ...changed({ type: 'row-height', value: rowHeights[size] }),
      ...changed({ type: 'align', value: align }),
      ...changed({ type: 'size', value: size }),
      ...changed({ type: 'bold', value: bold ? 'on' : 'off' }),
      { type: 'text', value: text },
      { type: 'newline' },
    ];
  };
  return [
    { type: 'initialize' },
    ...rows.flatMap(ofRow),
    ...changed({ type: 'size', value: 'normal' }),
    ...changed({ type: 'row-height', value: rowHeights.normal }),
    { type: 'cut' },
    { type: 'report' },
  ];
}
