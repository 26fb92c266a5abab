import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';

export type Cell = string | number | null;
/** In portions. */
export type Rows = AsyncIterable<readonly (readonly Cell[])[]>;

/**
 * UTF-8 with a BOM, as spreadsheets in Taiwan read it; no faster than it is read, so that a million rows are never in memory
 * together. Whoever stops reading stops the rows. @throws what the rows throw, once the answer is cut off
 */
export async function streamCsv(
  res: Pick<Response, 'destroyed'> & NodeJS.WritableStream,
  head: readonly string[],
  rows: Rows,
): Promise<void> {
  try {
    await pipeline(Readable.from(textOf(head, rows), { objectMode: false }), res);
  } catch (error) {
    // They went away: nothing is wrong here.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}

async function* textOf(head: readonly string[], rows: Rows): AsyncIterable<Buffer> {
  yield Buffer.from(`\uFEFF${lineOf(head)}`);
  for await (const some of rows) if (some.length > 0) yield Buffer.from(some.map(lineOf).join(''));
}

const lineOf = (cells: readonly Cell[]): string => `${cells.map(cellOf).join(',')}\r\n`;

/**
 * A spreadsheet takes what begins so for a formula, and the form keys of an East Asian keyboard for the same signs; an
 * apostrophe in front makes it a text.
 */
const formula = /^[=+\-@\t\r\n＝＋－＠]/u;

function cellOf(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  if (formula.test(cell)) return quoted(`'${cell}`);
  return /[",\r\n]/.test(cell) ? quoted(cell) : cell;
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
