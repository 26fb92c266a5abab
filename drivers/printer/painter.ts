import type { SKRSContext2D } from '@napi-rs/canvas';
import { charactersOf, columnsOf, textColumns } from './characters.ts';
import type { StyledText } from './commands.ts';
import { cell, paperFormats, rowHeights, scaleOf } from './paper.ts';
import type { PaperWidth } from './printer.ts';

/** Black dots are 1 bits, the leftmost is the highest bit; rows follow one another without gaps. */
export interface Raster {
  readonly bytesPerRow: number;
  readonly rows: number;
  readonly bits: Uint8Array;
}

/** Draws one row of text, as wide as the paper and as high as a printed row. */
export type RowPainter = (row: StyledText, paper: PaperWidth) => Promise<Raster>;

// The first is on Debian, the next two on Windows in Chinese; the last is whatever the system has.
const families = '"Noto Sans Mono CJK TC", "Noto Sans CJK TC", "Microsoft JhengHei", PMingLiU, sans-serif';

export const paintRow: RowPainter = async (row, paper) => {
  // Loaded only now: few slips need it, and it takes tens of megabytes.
  const { createCanvas } = await import('@napi-rs/canvas');
  const { dots } = paperFormats[paper];
  const height = rowHeights[row.size];
  const context = createCanvas(dots, height).getContext('2d');
  const width = textColumns(row.text) * cell.width * scaleOf(row.size);
  const left = { left: 0, center: Math.floor((dots - width) / 2), right: dots - width }[row.align];
  // Strokes of a screen font are thinner than a dot here and would break up; a printer's font has whole dots.
  context.lineWidth = 0.45;
  drawText(context, row, left, 0, 'strokeText');
  drawText(context, row, left, 0);
  const { data } = context.getImageData(0, 0, dots, height);
  const bits = new Uint8Array((dots / 8) * height);
  for (let dot = 0; dot < dots * height; dot += 1) {
    if ((data[dot * 4 + 3] ?? 0) >= halfCovered) bits[dot >> 3] = (bits[dot >> 3] ?? 0) | (0x80 >> (dot & 7));
  }
  return { bytesPerRow: dots / 8, rows: height, bits };
};

const halfCovered = 0x80;

/** Draws characters on the printer's grid, each squeezed into its cell where the font is wider. Units are dots. */
export function drawText(
  context: SKRSContext2D,
  { text, size, bold }: Pick<StyledText, 'text' | 'size' | 'bold'>,
  left: number,
  top: number,
  draw: 'fillText' | 'strokeText' = 'fillText',
): void {
  const scale = scaleOf(size);
  context.font = `${cell.height * scale}px ${families}`;
  context.textBaseline = 'alphabetic';
  context.textAlign = 'center';
  let x = left;
  for (const character of charactersOf(text)) {
    const width = columnsOf(character) * cell.width * scale;
    for (const shift of bold ? [0, scale] : [0]) {
      context[draw](character, x + width / 2 + shift, top + baseline * scale, width);
    }
    x += width;
  }
}

/** Dots from the top of the cell to the foot of a letter. */
const baseline = 21;
