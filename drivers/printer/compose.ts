import EscposPrinter from 'escpos/printer.js';
import { exhaustive } from '#rules';
import { codePage } from './characters.ts';
import { commandsFor, type PrinterCommand } from './commands.ts';
import type { ReceiptDocument } from './document.ts';
import { layOut } from './layout.ts';
import { paintRow, type Raster, type RowPainter } from './painter.ts';
import type { PaperWidth } from './printer.ts';

/** Asks for the paper sensor's state, in order with the data: the answer proves that all before it was processed. */
export const reportWhenProcessed = Buffer.from([0x1d, 0x72, 0x01]);

/** The bytes of a whole job, from ESC @ to the request for its confirmation. */
export function composeDocument(document: ReceiptDocument, paper: PaperWidth): Promise<Buffer> {
  return compose(commandsFor(layOut(document, paper)), paper);
}

export async function compose(
  commands: readonly PrinterCommand[],
  paper: PaperWidth,
  paint: RowPainter = paintRow,
): Promise<Buffer> {
  const printer = new EscposPrinter(null, { encoding: codePage });
  for (const command of commands) {
    if (command.type === 'glyphs') printer.print(rasterBytes(await paint(command.value, paper)));
    else write(printer, command);
  }
  return printer.buffer.flush();
}

function write(printer: EscposPrinter, command: Exclude<PrinterCommand, { type: 'glyphs' }>): void {
  switch (command.type) {
    case 'initialize':
      printer.hardware('INIT').print(initialSettings);
      return;
    case 'row-height':
      printer.lineSpace(command.value);
      return;
    case 'align':
      printer.align(({ left: 'LT', center: 'CT', right: 'RT' } as const)[command.value]);
      return;
    case 'size':
      printer.print(command.value === 'double' ? doubleSize : normalSize);
      return;
    case 'bold':
      // ESC E by hand: `style()` sends ESC 4 and ESC 5 as well, which are no ESC/POS commands and print as digits.
      printer.print(Buffer.from([0x1b, 0x45, command.value === 'on' ? 1 : 0]));
      return;
    case 'text':
      printer.pureText(command.value);
      return;
    case 'newline':
      printer.control('LF');
      return;
    case 'cut':
      // The knife sits 9 to 14 mm behind the print head: four rows of 4 mm bring the last one past it.
      printer.cut(true, 4);
      return;
    case 'report':
      printer.print(reportWhenProcessed);
      return;
    default:
      exhaustive(command);
  }
}

// `escpos` knows none of these three.
const initialSettings = Buffer.from([
  // GS a 0: no status is sent unasked, or its bytes could be taken for the confirmation of a job.
  ...[0x1d, 0x61, 0x00],
  // FS &: two bytes above 7F are one Chinese character.
  ...[0x1c, 0x26],
  // FS S 0 0: no gap beside Chinese characters, which some printers leave by default; columns must stay columns.
  ...[0x1c, 0x53, 0x00, 0x00],
]);

// GS ! by hand: `size()` sends ESC !, which also switches the font and ends bold. Epson applies GS ! to Chinese
// characters as well, cheaper printers want FS W for them; where both are known the last one counts, so it is safe.
const normalSize = Buffer.from([0x1d, 0x21, 0x00, 0x1c, 0x57, 0x00]);
const doubleSize = Buffer.from([0x1d, 0x21, 0x11, 0x1c, 0x57, 0x01]);

/**
 * GS v 0, a picture as wide as the paper. An image inside the line (ESC *) would leave the other characters in the
 * printer's font, but cheap printers clip it, set it on another baseline or feed in the middle of the line.
 */
function rasterBytes({ bytesPerRow, rows, bits }: Raster): Buffer {
  const header = [0x1d, 0x76, 0x30, 0x00, bytesPerRow & 0xff, bytesPerRow >> 8, rows & 0xff, rows >> 8];
  return Buffer.concat([Buffer.from(header), withoutRealTimeCommands(bits)]);
}

/**
 * A printer obeys DLE EOT, DLE ENQ and DLE DC4 even in the middle of a picture: the last can open the cash drawer or
 * switch the power off. One dot is changed wherever a picture happens to hold such a pair.
 */
function withoutRealTimeCommands(bits: Uint8Array): Uint8Array {
  return bits.map((byte, at) =>
    bits[at - 1] === 0x10 && [0x04, 0x05, 0x14].includes(byte) ? byte ^ 0x08 : byte,
  );
}
