import { z } from 'zod';

/**
 * A line that a person keyed in, without the blanks around it. Nothing that is no character stands in it: a NUL cannot
 * be kept by every database that the entry goes to, and would hold up all entries after it; neither can half a character
 * that was cut off. Refine it further: `plainText.max(200)`.
 */
export const plainText = z
  .string()
  .trim()
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'a control character or half a character');
