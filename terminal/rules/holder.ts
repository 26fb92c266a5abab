import { z } from 'zod';
import { type IdentifiedNumber, lastDigit } from './id-number.ts';

/** A slow keyed hash of the ID number, hex. The same card gives the same key at every till that shares the secret. */
export const holderKeySchema = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'HolderKey'>();
export type HolderKey = z.infer<typeof holderKeySchema>;

/** What the rules need to know of a card, and nothing more. */
export interface Holder {
  /** `null`: the number ends in a letter, so no weekday follows from it. */
  readonly lastDigit: number | null;
  readonly birthYear: number;
  readonly checkDigit: IdentifiedNumber['checkDigit'];
}

/** What is kept of a person: no more than the rules, the screen and the slip need. */
export const holderRecordSchema = z.object({
  key: holderKeySchema,
  birthYear: z.int(),
  maskedName: z.string(),
  lastThree: z.string().length(3),
});
export type HolderRecord = z.infer<typeof holderRecordSchema>;

export const holderOf = (id: IdentifiedNumber, birthYear: number): Holder => ({
  lastDigit: lastDigit(id.number),
  birthYear,
  checkDigit: id.checkDigit,
});

/** `王○明`, `王○`, `阿○○○曼`: first and last character stay, as public lists in Taiwan print names. */
export function maskedName(name: string): string {
  const characters = [...name];
  if (characters.length <= 1) return characters.length === 0 ? '' : '○';
  if (characters.length === 2) return `${characters[0]}○`;
  return `${characters[0]}${'○'.repeat(characters.length - 2)}${characters.at(-1)}`;
}
