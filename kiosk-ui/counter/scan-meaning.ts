/**
 * What a barcode opens: an ID number the dialog in which numbers are keyed in, a receipt number the search. `null`: the
 * counter has no use for it.
 */
export function scanMeaning(text: string): 'by-hand' | 'slips' | null {
  if (/^[A-Z][1289A-D]\d{8}$/i.test(text)) return 'by-hand';
  return /^\d{7}-\d+$/.test(text) ? 'slips' : null;
}
