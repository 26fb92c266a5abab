import type { PaperWidth } from './printer.ts';

/** Dots are 1/8 mm (203 dpi). Font A is 12 x 24 dots a column; a Chinese character takes two columns, 24 x 24. */
export const paperFormats: Readonly<Record<PaperWidth, { readonly columns: number; readonly dots: number }>> =
  {
    58: { columns: 32, dots: 384 },
    80: { columns: 48, dots: 576 },
  };

export const cell = { width: 12, height: 24 } as const;

/** From the top of one row to the top of the next, in dots: the cell and a little air. */
export const rowHeights = { normal: 32, double: 60, space: 16 } as const;

export type Size = 'normal' | 'double';
export const scaleOf = (size: Size): 1 | 2 => (size === 'double' ? 2 : 1);
