/** Digits only, and at most `most`; the field is put right as it is keyed in. Empty stays empty. */
export function wholeNumber(input: HTMLInputElement, most: number): string {
  const digits = input.value.replace(/\D/g, '');
  const kept = digits === '' ? '' : String(Math.min(Number(digits), most));
  input.value = kept;
  return kept;
}
