/** A number stays a number; a text is made harmless. */
export type CsvField = string | number;

/** Tells a spreadsheet that what follows is UTF-8. */
export const byteOrderMark = '\uFEFF';

/** One line as a spreadsheet reads it, with its line end. */
export const csvLine = (fields: readonly CsvField[]): string => `${fields.map(csvField).join(',')}\r\n`;

/**
 * A spreadsheet would take a text that begins so for a formula, and the form keys of an East Asian keyboard for the
 * same signs; a cell that was typed in must never reckon. The apostrophe makes it text.
 */
const formula = /^[=+\-@\t\r\n＝＋－＠]/u;

function csvField(field: CsvField): string {
  if (typeof field === 'number') return String(field);
  if (formula.test(field)) return quoted(`'${field}`);
  return /[",\r\n]/.test(field) ? quoted(field) : field;
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
