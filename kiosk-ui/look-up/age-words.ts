import { ageOf } from '../day-format.ts';
import type { LookUpWords } from './words/look-up-words.ts';

/** `3 分鐘`, in the largest unit that still says something. */
export function ageWords(words: Pick<LookUpWords, 'minutes' | 'hours' | 'days'>, minutes: number): string {
  const { count, unit } = ageOf(minutes);
  return words[unit](count);
}
