/** The word for a code that the contract knows only as text; a code without a word is shown as it came. */
export const wordFor = (words: Readonly<Record<string, string>>, code: string): string =>
  Object.hasOwn(words, code) ? (words[code] ?? code) : code;
