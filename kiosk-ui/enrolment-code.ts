/** As many letters and digits as a code from the centre has. */
const lettersOfCode = 12;

/** `K7QM-2FXD-9RTB` while it is keyed in: from small, spaced or full-width letters as people copy them. */
export function codeInGroups(text: string): string {
  const letters = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .slice(0, lettersOfCode);
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

/** Where the caret stands once so many letters are before it. */
export const caretAfter = (letters: number): number => letters + Math.max(0, Math.floor((letters - 1) / 4));

export const lettersIn = (text: string): number => codeInGroups(text).replaceAll('-', '').length;
