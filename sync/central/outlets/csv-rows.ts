import { CsvError, parse } from 'csv-parse/sync';

/** One row, and the line of the file on which it begins: the heading is 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export type CsvRead =
  | { readonly ok: true; readonly rows: readonly CsvRow[] }
  /** The row that begins on this line never ends: a quote in it is not closed. */
  | { readonly ok: false; readonly line: number };

/** Reads CSV of any line ends. Empty lines are passed over, and counted. */
export function readCsv(text: string): CsvRead {
  const rows: CsvRow[] = [];
  // The parser counts a CRLF within quotes as two lines.
  const plain = text.replace(/\r\n?/g, '\n');
  let ended = 0;
  try {
    parse(plain, {
      ...{ relax_column_count: true, relax_quotes: true, skip_empty_lines: true },
      on_record: (cells: string[], { lines }) => {
        rows.push({ line: lines - breaksIn(cells), cells });
        ended = lines;
        return null;
      },
    });
    return { ok: true, rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { ok: false, line: plain.split('\n').findIndex((line, i) => i >= ended && line !== '') + 1 };
  }
}

const breaksIn = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
