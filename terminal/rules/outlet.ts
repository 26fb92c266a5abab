import { z } from 'zod';

/** Ten characters of the medical institution code; letters occur in the seventh place. */
export const outletCodeSchema = z
  .string()
  .regex(/^\d{6}[0-9A-Z]\d{3}$/, 'an outlet code is ten characters, such as 5901010058')
  .brand<'OutletCode'>();
export type OutletCode = z.infer<typeof outletCodeSchema>;

/**
 * Whether the check digit found in the published codes holds. 29 of 6,807 real codes fail it, so it may warn and must
 * never reject.
 */
export function outletCheckDigitHolds(code: OutletCode): boolean {
  const value = (c: string) => (/\d/.test(c) ? Number(c) : c.charCodeAt(0) - 55);
  const sum = [...code.slice(0, 9)].reduce((total, c, i) => total + value(c) * (i + 1), 0);
  return sum % 10 === Number(code.charAt(9));
}
