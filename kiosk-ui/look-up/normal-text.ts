/**
 * A text as the search compares it: full-width figures as plain ones, without regard to case, and with one form of the
 * characters that the real lists mix (台 and 臺, 巿 U+5DFF and 市). Da'an is Daan.
 */
export const normalText = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replaceAll('臺', '台').replaceAll('\u5DFF', '市').replace(/['’]/g, '');

/** The words that all have to be found. */
export const wordsOf = (q: string): string[] => normalText(q).split(/\s+/).filter(Boolean);
