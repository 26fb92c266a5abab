/** What was counted or received, against what the books or the supplier say. */
export interface DifferenceWords {
  readonly same: string;
  readonly more: (n: number) => string;
  readonly fewer: (n: number) => string;
}

/** The difference in words; empty as long as one of the two is not known. */
export function differenceInWords(
  { same, more, fewer }: DifferenceWords,
  found: number | null,
  expected: number | null,
): string {
  if (found === null || expected === null) return '';
  if (found === expected) return same;
  return found > expected ? more(found - expected) : fewer(expected - found);
}

/** Whether a difference is there; unknown figures differ from nothing. */
export const differs = (found: number | null, expected: number | null): boolean =>
  found !== null && expected !== null && found !== expected;
